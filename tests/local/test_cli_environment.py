"""`up`, `down`, `status` where nothing runs; the rest is for the integration tests."""

import json
from pathlib import Path

import psutil
import pytest
from typer.testing import CliRunner

from local.cli import app
from local.errors import LocalError
from local.processes import ProcessRecord
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
    assert json.loads(run("down", "--state", state, "--json")) == {"ended": []}


def test_what_runs_and_what_ended_is_told(tmp_path: Path) -> None:
    own = ProcessRecord("emulator", psutil.Process().pid, psutil.Process().create_time())
    gone = ProcessRecord("stand-ins", psutil.Process().pid, 0.0)
    folder = StateFolder(tmp_path)
    folder.write(Running(Options(), 4600, "http://ai", (own,), DEPLOYMENT))
    shown = run("status", "--state", str(tmp_path))
    assert "emulator" in shown
    assert DEPLOYMENT.api_url in shown
    folder.write(Running(Options(), 4600, "http://ai", (own, gone), DEPLOYMENT))
    assert "ended by itself" in run("status", "--state", str(tmp_path))
    told = json.loads(run("status", "--state", str(tmp_path), "--json"))
    assert [process["runs"] for process in told["processes"]] == [True, False]
    assert told["deployment"]["bucket"] == "bucket"


def test_a_wrong_ai_address_is_refused_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(LocalError, match="--ai somewhere is not an address"):
        run("up", "--ai", "somewhere", "--state", str(tmp_path / "state"))
    assert not (tmp_path / "state").exists()
