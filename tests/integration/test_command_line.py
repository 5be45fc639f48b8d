"""The command line on a running environment."""

import json

import psutil
import pytest
from typer.testing import CliRunner

from local.commands.app import app
from local.commands.client import SupportApi
from local.environment.state import StateFolder
from local.errors import LocalError
from tests.integration.conftest import Deployed

pytestmark = pytest.mark.integration


def run(deployed: Deployed, *arguments: str) -> str:
    result = CliRunner().invoke(app, [*arguments, "--state", str(deployed.state)], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_a_second_up_deploys_what_changed_and_changes_nothing_else(deployed: Deployed) -> None:
    before = StateFolder(deployed.state).read()
    assert json.loads(run(deployed, "up", "--json"))["api_url"] == deployed.deployment.api_url
    after = StateFolder(deployed.state).read()
    assert before == after


def test_other_options_than_it_runs_with_are_refused(deployed: Deployed) -> None:
    with pytest.raises(LocalError, match="it is running already on port"):
        run(deployed, "up", "--port", "4599")


def test_it_listens_on_loopback_alone(deployed: Deployed) -> None:
    running = StateFolder(deployed.state).read()
    assert running is not None
    for record in running.processes:
        process = record.find()
        assert process is not None
        addresses = {each.laddr.ip for each in process.net_connections() if each.status == psutil.CONN_LISTEN}
        assert addresses == {"127.0.0.1"}


def test_a_request_can_be_traced_from_its_message_to_its_notification(
    deployed: Deployed, api: SupportApi
) -> None:
    message = {
        "name": "Zoé [red]",
        "email": "zoe@example.com",
        "message": "Bonjour, ma lampe [bold] est cassée et fuit.",
    }
    record = api.follow(api.submit(message)["status_url"])
    request_id = record["request_id"]
    trace = json.loads(run(deployed, "trace", request_id, "--json"))
    assert [execution["status"] for execution in trace["executions"]] == ["SUCCEEDED"]
    assert all(file["size"] for file in trace["files"])
    assert any(line["group"] == "SendResponse" and line["text"] == "step done" for line in trace["logs"])
    assert [notification["attributes"]["kind"] for notification in trace["notifications"]][-1] == "answer"
    printed = run(deployed, "trace", request_id)
    assert "GenerateVoiceResponse" in printed
    for personal in ("Zoé", "zoe@example.com", "lampe"):
        assert personal not in printed + json.dumps(trace, ensure_ascii=False)
    shown = run(deployed, "inbox")
    assert "lampe [bold] est cassée" in shown
    assert "Zoé" not in shown


def test_faults_reach_the_stand_ins(deployed: Deployed) -> None:
    assert "latency_seconds 0.5" in run(deployed, "faults", "set", "translate", "--latency", "0.5")
    assert "no faults" in run(deployed, "faults", "clear")
