"""Synth by the real command line: offline, deterministic, and a change shows where it was made."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("app.py", "cdk.json", "environments", "lambda_src", "requirements.lock", "support_stack", "build")


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


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in another folder."""
    project = tmp_path_factory.mktemp("elsewhere")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, project / name, ignore=shutil.ignore_patterns("__pycache__", "synth"))
        else:
            shutil.copy(source, project / name)
    return project


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _synth(ROOT, "prod", tmp_path_factory.mktemp("first"))


def test_two_synths_are_byte_identical_wherever_they_run(template: str, copy: Path, tmp_path: Path) -> None:
    assert _synth(copy, "prod", tmp_path) == template


def test_a_changed_handler_changes_one_function(template: str, copy: Path, tmp_path: Path) -> None:
    handler = copy / "lambda_src" / "assistant" / "voice" / "audio_handler.py"
    before = handler.read_text()
    handler.write_text(before + "\n# a change\n")
    try:
        changed = json.loads(_synth(copy, "prod", tmp_path))["Resources"]
    finally:
        handler.write_text(before)
    first: dict[str, Any] = json.loads(template)["Resources"]
    different = [name for name in first if first[name] != changed.get(name)]
    assert changed.keys() == first.keys()
    assert [first[name]["Type"] for name in different] == ["AWS::Lambda::Function"]
    assert different[0].startswith("GetAudio")


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
