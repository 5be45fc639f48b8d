"""Synth by the real command line: offline, deterministic, and a change shows where it was made."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = (
    "pyproject.toml",
    "app.py",
    "cdk.json",
    "environments",
    "lambda_src",
    "requirements.lock",
    "support_stack",
    "build",
)


def _cdk(project: Path, environment: str, output: Path) -> subprocess.CompletedProcess[str]:
    node, cdk = ROOT / ".venv" / "bin" / "node", ROOT / "node_modules" / "aws-cdk" / "bin" / "cdk"
    # Neither network nor credentials: nothing of the caller's environment comes along.
    env = {
        "PATH": f"{ROOT / '.venv' / 'bin'}:{os.defpath}",
        "HOME": str(output),
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    return subprocess.run(
        [
            node,
            cdk,
            "synth",
            "--quiet",
            "--no-notices",
            "-c",
            f"env={environment}",
            "--output",
            output / "out",
        ],
        cwd=project,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def _synth(project: Path, environment: str, output: Path) -> str:
    done = _cdk(project, environment, output)
    assert done.returncode == 0, done.stderr
    return (output / "out" / f"support-assistant-{environment}.template.json").read_text()


def _copy(project: Path) -> None:
    """Put the project into another folder."""
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, project / name, ignore=shutil.ignore_patterns("__pycache__", "synth"))
        else:
            shutil.copy(source, project / name)


def test_synths_are_byte_identical_wherever_they_run_but_for_a_changed_handler(tmp_path: Path) -> None:
    project = tmp_path / "elsewhere"
    project.mkdir()
    _copy(project)
    with (project / "lambda_src" / "assistant" / "voice" / "audio_handler.py").open("a") as handler:
        handler.write("\n# a change\n")
    before, after = _synth(ROOT, "prod", tmp_path / "first"), _synth(project, "prod", tmp_path / "second")
    first, second = (json.loads(template)["Resources"] for template in (before, after))
    (name,) = [name for name in first if first[name] != second.get(name)]
    assert name.startswith("GetAudio")
    assert first[name]["Type"] == "AWS::Lambda::Function"
    old, new = (one[name]["Properties"]["Code"]["S3Key"].removesuffix(".zip") for one in (first, second))
    assert after.replace(new, old) == before


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        (
            "prd",
            "environments/prd.toml: no such environment; "
            "-c env= takes dev, local, local-economy, prod, staging",
        )
    ],
)
def test_an_unknown_environment_is_one_line(environment: str, told: str, tmp_path: Path) -> None:
    done = _cdk(ROOT, environment, tmp_path)
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr
