"""`logs`, `inbox`, `trace`, `restart`, on the small stack."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from local.commands.app import app
from local.commands.trace import command as cli_inspect
from local.commands.trace.collect import StoredFile, Trace
from local.commands.trace.command import trace_tables
from local.commands.trace.history import Execution, Step
from local.commands.trace.logs import LogLine
from local.environment.deployment import Deployment
from local.environment.inbox import subscribe
from local.environment.site import Site
from local.errors import LocalError

ID = "req-20261123-101500-inspectinspe"


@pytest.fixture(autouse=True)
def deployed(site: Site, outputs: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    topics = outputs["TeamTopicArn"], outputs["OperationsTopicArn"]
    deployment = Deployment(
        site.clients.options["endpoint_url"], "", "", site.bucket, site.table, *topics, "", ""
    )
    subscribe(site.clients, topics)
    monkeypatch.setattr(cli_inspect, "find_site", lambda *_: replace(site, state=tmp_path))
    monkeypatch.setattr(cli_inspect, "current", lambda _: deployment)
    item = {"pk": ID, "status": "failed", "attempt": 1, "received_at": datetime.now(UTC).isoformat()}
    site.clients.dynamodb.Table(site.table).put_item(Item=item)
    return site


def run(tmp_path: Path, *arguments: str) -> str:
    result = CliRunner().invoke(app, [*arguments, "--state", str(tmp_path)], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_log_lines_are_chosen_by_function(deployed: Site, tmp_path: Path) -> None:
    group = deployed.log_groups()["Function"]
    deployed.clients.logs.create_log_stream(logGroupName=group, logStreamName="inspect")
    now = int(datetime.now(UTC).timestamp() * 1000)
    deployed.clients.logs.put_log_events(
        logGroupName=group,
        logStreamName="inspect",
        logEvents=[{"timestamp": now, "message": '{"message": "step [done]"}'}],
    )
    assert "Function step [done]" in run(tmp_path, "logs", "--function", "func")
    assert "step [done]" in run(tmp_path, "logs", "--json")
    with pytest.raises(LocalError, match="no log group is named like nothing: there are Function"):
        run(tmp_path, "logs", "--function", "nothing")


def test_notifications_are_shown_as_letters(deployed: Site, outputs: dict[str, str], tmp_path: Path) -> None:
    deployed.clients.sns.publish(
        TopicArn=outputs["TeamTopicArn"], Subject="Réponse", Message="Client : [Zoé]"
    )
    shown = run(tmp_path, "inbox")
    assert "Réponse" in shown
    assert "Client : [Zoé]" in shown
    assert any(letter["body"] == "Client : [Zoé]" for letter in json.loads(run(tmp_path, "inbox", "--json")))


def test_a_failed_request_is_traced_and_restarted(tmp_path: Path) -> None:
    assert "failed" in run(tmp_path, "trace", ID)
    assert run(tmp_path, "restart", ID) == f"started {ID}-2\n"
    assert json.loads(run(tmp_path, "trace", ID, "--json"))["item"]["status"] == "processing"


@pytest.mark.parametrize("command", ["trace", "restart"])
def test_an_invalid_id_is_refused(command: str, tmp_path: Path) -> None:
    with pytest.raises(LocalError, match="is not a request id"):
        run(tmp_path, command, "req-1")


NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_every_part_is_shown() -> None:
    step = Step("TranslateAndAnalyze", NOON, NOON + timedelta(seconds=1.5), 3, ["ServiceBusy", "ServiceBusy"])
    trace = Trace(
        "req-1",
        {"status": "failed", "failure": {"code": "s3.SlowDown"}},
        [Execution("req-1", "FAILED", NOON, NOON, "ServiceBusy", [step], "3")],
        [StoredFile("incoming/req-1.json", 1234, NOON), StoredFile("transcripts/req-1.txt")],
        [LogLine("Voice", NOON, "INFO", "step [done]")],
        [{"published_at": NOON, "topic": "Team", "attributes": {"kind": "failure"}}],
    )
    output = io.StringIO()
    console = Console(file=output, width=160)
    for part in trace_tables(trace):
        console.print(part)
    for text in (
        "request req-1",
        "failure.code",
        "s3.SlowDown",
        "execution req-1, version 3: FAILED ServiceBusy",
        "1.50 s",
        "ServiceBusy, ServiceBusy",
        "1,234 bytes",
        "missing",
        "kind=failure",
        "step [done]",
    ):
        assert text in output.getvalue()
