"""`up`, `down`, `status` where nothing runs; the rest is for the integration tests."""

import json
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from typer.testing import CliRunner

from local.commands import up as cli_environment
from local.commands.app import app
from local.commands.up import in_flight
from local.environment.clients import Clients
from local.environment.deployment import Deployment
from local.environment.emulator import Emulator
from local.environment.paths import PYTHON, clean_environment
from local.environment.processes import ProcessRecord, free_port, launch
from local.environment.state import Options, Running, StateFolder
from local.errors import LocalError
from tests.local.environment.test_state import DEPLOYMENT


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


def test_status_shows_what_runs_and_what_ended(tmp_path: Path) -> None:
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
def test_down_names_unanswered_requests(
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


@pytest.fixture
def deployment(clients: Clients, emulator: Emulator) -> Deployment:
    clients.dynamodb.create_table(
        TableName="requests",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": name, "AttributeType": "S"} for name in ("pk", "open_status", "received_at")
        ],
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
        GlobalSecondaryIndexes=[
            {
                "IndexName": "by_open",
                "KeySchema": [
                    {"AttributeName": "open_status", "KeyType": "HASH"},
                    {"AttributeName": "received_at", "KeyType": "RANGE"},
                ],
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
    )
    return replace(DEPLOYMENT, endpoint_url=emulator.endpoint_url, table="requests", ca_bundle=None)


def started(deployment: Deployment) -> Running:
    own = ProcessRecord("emulator", psutil.Process().pid, psutil.Process().create_time())
    return Running(Options(), 4600, processes=(own,), deployment=deployment)


def test_open_requests_are_listed_oldest_first(deployment: Deployment, clients: Clients) -> None:
    assert in_flight(started(deployment)) == []
    table = clients.dynamodb.Table("requests")
    for pk, status, at in (("b", "processing", "2"), ("a", "processing", "1"), ("c", "failed", "0")):
        table.put_item(Item={"pk": pk, "open_status": status, "received_at": at})
    table.put_item(Item={"pk": "d", "received_at": "3"})
    assert in_flight(started(deployment)) == ["a", "b"]


def test_no_open_requests_when_the_emulator_does_not_answer() -> None:
    silent = replace(DEPLOYMENT, endpoint_url=f"http://127.0.0.1:{free_port()}", ca_bundle=None)
    assert in_flight(started(silent)) == []
