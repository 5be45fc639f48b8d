"""`diff` as it is called: formats, exit codes, the same bytes each time."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from local.commands.app import app
from local.environment.paths import ROOT

from .conftest import STACK, Template, find


@pytest.fixture
def files(deployed: Template, made: Template, tmp_path: Path) -> Path:
    """A folder with a deployed template, and two assemblies: the same, and one that is changed."""
    (tmp_path / "deployed.json").write_text(json.dumps(deployed))
    find(made, "Observability/Alarms/DeadLetters")[1]["Properties"]["Threshold"] = 5
    del made["Resources"][find(made, "Sweep/Logs")[0]]
    for name, template in (("same", deployed), ("changed", made)):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{STACK}.template.json").write_text(json.dumps(template))
    return tmp_path


def run(folder: Path, app: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    options = ["--env", "dev", "--app", str(folder / app), "--deployed", str(folder / "deployed.json")]
    return subprocess.run(
        [sys.executable, "-m", "local", "diff", *options, *arguments],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("output", ["text", "markdown", "json"])
def test_two_runs_are_the_same_bytes(output: str, files: Path) -> None:
    first, second = (run(files, "changed", "--format", output) for _ in range(2))
    assert first.stdout == second.stdout
    assert "Observability/Alarms/DeadLetters" in first.stdout
    assert (first.returncode, first.stderr) == (3, "")


def invoke(folder: Path, app_folder: str, *arguments: str) -> Result:
    """Run the command in this process, which is faster and counts for the coverage."""
    options = ["--env", "dev", "--app", str(folder / app_folder), "--deployed", str(folder / "deployed.json")]
    return CliRunner().invoke(app, ["diff", *options, *arguments], catch_exceptions=False)


@pytest.mark.parametrize(("output", "start"), [("text", ""), ("markdown", "### ")])
def test_without_a_difference_it_ends_with_0(output: str, start: str, files: Path) -> None:
    done = invoke(files, "same", "--format", output)
    first = done.stdout.splitlines()[0].replace("`", "")
    assert (done.exit_code, first) == (0, f"{start}{STACK}: no differences")


def test_json_has_what_a_program_asks(files: Path) -> None:
    report = json.loads(invoke(files, "changed", "--format", "json").stdout)
    assert report["headline"] == f"{STACK}: 1 removed, 1 changed"
    assert report["exit_code"] == 3
    assert [(one["path"], one["impact"], one["stateful"]) for one in report["changes"]] == [
        ("Sweep/Logs", "removed", True),
        ("Observability/Alarms/DeadLetters", "changed", False),
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "html"), "error: --format html is none of text, markdown, json\n"),
        (("--env", "nope"), "error: environments/nope.toml: no such environment; "),
    ],
)
def test_what_cannot_be_done_ends_with_1(arguments: tuple[str, ...], told: str, files: Path) -> None:
    done = run(files, "same", *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(told)
