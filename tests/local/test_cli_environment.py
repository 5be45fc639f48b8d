"""`up`, `down`, `status` where nothing runs; the rest is for the integration tests."""

import json
from pathlib import Path

import psutil
import pytest
from typer.testing import CliRunner

from local import cli_environment
from local.cli import app
from local.errors import LocalError
from local.paths import PYTHON, clean_environment
from local.processes import ProcessRecord, launch
from local.state import Options, Running, StateFolder
from tests.local.test_state import DEPLOYMENT


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_nothing_runs(tmp_path: Path) -> None:
    state = str(tmp_path)
    assert run("status", "--state", state) == "nothing is running\n"
    assert json.loads(run("status", "--state", state, "--json")) == {"running": False}
    assert run("down", "--state", state) == "nothing is running\n"
    assert json.loads(run("down", "--state", state, "--json")) == {"ended": [], "in_flight": []}


def test_what_runs_and_what_ended_is_told(tmp_path: Path) -> None:
    own = ProcessRecord("emulator", psutil.Process().pid, psutil.Process().create_time())
    gone = ProcessRecord("stand-ins", psutil.Process().pid, 0.0)
    folder = StateFolder(tmp_path)
    folder.write(Running(Options(), 4600, "http://ai", "", (own,), DEPLOYMENT))
    shown = run("status", "--state", str(tmp_path))
    assert "emulator" in shown
    assert DEPLOYMENT.api_url in shown
    folder.write(Running(Options(), 4600, "http://ai", "", (own, gone), DEPLOYMENT))
    assert "ended by itself" in run("status", "--state", str(tmp_path))
    told = json.loads(run("status", "--state", str(tmp_path), "--json"))
    assert [process["runs"] for process in told["processes"]] == [True, False]
    assert told["deployment"]["bucket"] == "bucket"


@pytest.mark.parametrize("json_option", [[], ["--json"]])
def test_what_an_end_leaves_unanswered_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, json_option: list[str]
) -> None:
    command = [str(PYTHON), "-c", "import signal; signal.pause()"]
    record = launch("emulator", command, env=clean_environment(), cwd=tmp_path, log=tmp_path / "log")
    StateFolder(tmp_path).write(Running(Options(), 4600, processes=(record,), deployment=DEPLOYMENT))
    monkeypatch.setattr(cli_environment, "in_flight", lambda _: ["req-1", "req-2"])
    result = CliRunner().invoke(app, ["down", "--state", str(tmp_path), *json_option])
    assert record.find() is None
    if json_option:
        assert json.loads(result.stdout) == {"ended": ["emulator"], "in_flight": ["req-1", "req-2"]}
    else:
        assert result.stdout == "ended: emulator\n"
        assert "unanswered, and gone with it: req-1, req-2" in result.stderr


def test_a_wrong_ai_address_is_refused_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(LocalError, match="--ai somewhere is not an address"):
        run("up", "--ai", "somewhere", "--state", str(tmp_path / "state"))
    assert not (tmp_path / "state").exists()
