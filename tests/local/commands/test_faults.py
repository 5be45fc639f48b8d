"""`faults`, against running stand-ins."""

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
import uvicorn
from typer.testing import CliRunner

from local.commands import faults as cli_faults
from local.commands.app import app
from local.environment.processes import ProcessRecord
from local.environment.state import Options, Running, StateFolder
from local.errors import LocalError
from local.standins.app import create_app
from local.standins.client import StandinClient
from tests.local.environment.test_state import DEPLOYMENT


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(), log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    monkeypatch.setattr(cli_faults, "standins_url", lambda *_: address)
    yield address
    server.should_exit = True
    thread.join()


def faults(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["faults", *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_faults_add_up_until_they_are_cleared(url: str) -> None:
    faults("set", "bedrock", "--latency", "2")
    told = faults("set", "polly", "--error", "throttled", "--count", "3", "--share", "0.5", "--json")
    assert json.loads(told) == {
        "bedrock": {"latency_seconds": 2.0},
        "polly": {"error": "throttled", "error_count": 3, "error_share": 0.5},
    }
    faults("set", "polly", "--error", "500", "--seconds", "3", "--containing", "Zoe")
    with StandinClient(url) as standins:
        assert standins.faults()["polly"] == {"error": "500", "seconds": 3.0, "containing": "Zoe"}
    told = faults("set", "bedrock", "--latency", "2", "--latency-sigma", "0.5", "--json")
    assert json.loads(told)["bedrock"] == {"latency_seconds": 2.0, "latency_sigma": 0.5}
    faults("set", "translate", "--reply", "lost_numbers")
    with StandinClient(url) as standins:
        assert standins.faults()["translate"] == {"reply": "lost_numbers"}
    assert faults("clear") == "no faults are set\n"
    assert json.loads(faults("clear", "--json")) == {}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["set", "sagemaker", "--latency", "1"],
            "there is no sagemaker to fail: choose one of translate.*sns.Publish",
        ),
        (["set", "bedrock"], "nothing to set"),
        (["set", "bedrock", "--latency-sigma", "0.5"], "nothing to set"),
        (["set", "bedrock", "--latency", "2", "--latency-sigma", "4"], "from 0 to 3"),
        (["set", "bedrock", "--error", "meteor"], "one of throttled"),
        (["set", "translate", "--reply", "link"], "one of normal, lost_numbers"),
    ],
)
def test_an_invalid_fault_is_refused_with_the_allowed_ones(url: str, arguments: list[str], said: str) -> None:
    with pytest.raises(LocalError, match=said):
        faults(*arguments)


def test_faults_of_the_emulator_need_the_proxy(tmp_path: Path) -> None:
    own = ProcessRecord("emulator", psutil.Process().pid, psutil.Process().create_time())
    StateFolder(tmp_path).write(Running(Options(), 4600, processes=(own,), deployment=DEPLOYMENT))
    with pytest.raises(LocalError, match="up --proxy"):
        faults("set", "s3.PutObject", "--error", "denied", "--state", str(tmp_path))


def test_functions_are_distinguished_by_their_roles(tmp_path: Path) -> None:
    own = ProcessRecord("emulator", psutil.Process().pid, psutil.Process().create_time())
    deployment = replace(DEPLOYMENT, ca_bundle=None)
    StateFolder(tmp_path).write(Running(Options(), 4600, processes=(own,), deployment=deployment))
    with pytest.raises(LocalError, match="up --enforce-iam"):
        faults("set", "sns", "--error", "500", "--function", "SendResponse", "--state", str(tmp_path))


def test_without_stand_ins_there_are_no_faults(tmp_path: Path) -> None:
    with pytest.raises(LocalError, match="nothing is running"):
        faults("clear", "--state", str(tmp_path))
