"""A trace as tables."""

import io
from datetime import UTC, datetime, timedelta

from rich.console import Console

from local.commands.trace.collect import StoredFile, Trace
from local.commands.trace.history import Execution, Step
from local.commands.trace.logs import LogLine
from local.commands.trace.tables import trace_tables

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_every_part_is_shown() -> None:
    step = Step("TranslateAndAnalyze", NOON, NOON + timedelta(seconds=1.5), 3, ["ServiceBusy", "ServiceBusy"])
    trace = Trace(
        "req-1",
        {"status": "failed", "failure": {"code": "s3.SlowDown"}},
        [Execution("req-1", "FAILED", NOON, NOON, "ServiceBusy", [step])],
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
        "execution req-1: FAILED ServiceBusy",
        "1.50 s",
        "ServiceBusy, ServiceBusy",
        "1,234 bytes",
        "missing",
        "kind=failure",
        "step [done]",
    ):
        assert text in output.getvalue()
