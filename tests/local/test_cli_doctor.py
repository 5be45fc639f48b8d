"""`doctor`: a table, JSON, and an exit code."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.doctor.finding import Finding
from local import cli_doctor
from local.cli import app

OK = Finding("voice", "neural", "ok", "28 of 28 voices are offered here")
WARNING = Finding("quota", "Polly [neural]", "warning", "8 a second", "Ask for 20.")
PROBLEM = Finding("model", "old", "problem", "reached its end of life", "Replace it.")


def run(
    findings: list[Finding], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *arguments: str
) -> tuple[int, str]:
    asked: list[tuple[str, Path]] = []
    monkeypatch.setattr(
        cli_doctor, "examine_environment", lambda name, state: asked.append((name, state)) or findings
    )
    result = CliRunner().invoke(app, ["doctor", "--env", "dev", "--state", str(tmp_path), *arguments])
    assert asked == [("dev", tmp_path)]
    return result.exit_code, result.stdout


@pytest.mark.parametrize(
    ("findings", "code"), [([OK], 0), ([OK, WARNING], 0), ([OK, WARNING, PROBLEM], 1), ([PROBLEM], 1)]
)
def test_only_a_problem_is_an_error(
    findings: list[Finding], code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert run(findings, monkeypatch, tmp_path)[0] == code
    assert run(findings, monkeypatch, tmp_path, "--json")[0] == code


def test_the_worst_stands_first_and_everything_is_shown_as_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _, shown = run([OK, WARNING, PROBLEM], monkeypatch, tmp_path)
    assert shown.index("reached its end of life") < shown.index("Polly [neural]") < shown.index("28 of 28")
    assert "Replace it." in shown
    assert "1 problem, 1 warning, 0 unknown, 1 ok" in shown


def test_json_holds_every_field(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, shown = run([WARNING], monkeypatch, tmp_path, "--json")
    assert json.loads(shown) == [vars(WARNING)]
