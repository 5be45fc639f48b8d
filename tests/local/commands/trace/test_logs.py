"""Log lines: structured, plain, and from a real log group."""

import json
from datetime import UTC, datetime, timedelta

from local.commands.trace.logs import LogLine, read_logs
from local.environment.clients import Clients
from local.environment.site import Site

NOON = 1_795_435_200_000


def test_a_structured_line_is_read() -> None:
    fields = {"level": "WARNING", "message": "step failed", "code": "polly.Throttling", "request_id": "req-1"}
    line = LogLine.parse("Voice", NOON, json.dumps(fields))
    assert str(line) == "12:00:00.000 Voice WARNING step failed code=polly.Throttling"


def test_any_other_line_is_taken_as_it_is() -> None:
    assert str(LogLine.parse("Voice", NOON, "END RequestId: 1\n")) == "12:00:00.000 Voice END RequestId: 1"
    assert LogLine.parse("Voice", NOON, "[1]").text == "[1]"


def test_a_metric_is_shown_by_its_value() -> None:
    metrics = [{"Metrics": [{"Name": "Answered"}]}]
    line = LogLine.parse(
        "Send", NOON, json.dumps({"_aws": {"CloudWatchMetrics": metrics}, "Answered": [1.0]})
    )
    assert str(line) == "12:00:00.000 Send METRIC Answered=1.0"


def test_the_lines_with_a_word_are_found_in_every_group_oldest_first(clients: Clients, site: Site) -> None:
    group = site.log_groups()["Function"]
    now = datetime.now(UTC)
    clients.logs.create_log_stream(logGroupName=group, logStreamName="one")
    lines = [(3, "req-7 first"), (2, "another"), (1, "req-7 second")]
    clients.logs.put_log_events(
        logGroupName=group,
        logStreamName="one",
        logEvents=[
            {"timestamp": int((now - timedelta(seconds=age)).timestamp() * 1000), "message": text}
            for age, text in lines
        ],
    )
    since = now - timedelta(minutes=1)
    found = read_logs(clients, {"Function": group}, since=since, containing="req-7")
    assert [line.text for line in found] == ["req-7 first", "req-7 second"]
    everything = [line.text for line in read_logs(clients, {"Function": group}, since=since)]
    assert {"req-7 first", "another", "req-7 second"} <= set(everything)
    assert read_logs(clients, {"Function": group}, since=now + timedelta(minutes=1)) == []
