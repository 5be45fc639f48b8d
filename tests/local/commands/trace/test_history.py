"""Executions, read from their events."""

from datetime import UTC, datetime, timedelta
from typing import Any

from local.commands.trace.history import executions, steps
from local.environment.clients import Clients

START = datetime(2026, 11, 23, tzinfo=UTC)


def events(*kinds: tuple[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"type": kind, "timestamp": START + timedelta(seconds=second), f"{kind}EventDetails": details}
        for second, (kind, details) in enumerate(kinds)
    ]


def test_retries_and_their_errors_are_counted_per_state() -> None:
    found = steps(
        events(
            ("ExecutionStarted", {}),
            ("TaskStateEntered", {"name": "TranslateAndAnalyze"}),
            ("TaskScheduled", {}),
            ("TaskFailed", {"error": "ServiceBusy"}),
            ("TaskScheduled", {}),
            ("TaskSucceeded", {}),
            ("TaskStateExited", {"name": "TranslateAndAnalyze"}),
            ("ChoiceStateEntered", {"name": "CheckPriority"}),
            ("ChoiceStateExited", {"name": "CheckPriority"}),
        )
    )
    assert [(step.state, step.calls, step.errors) for step in found] == [
        ("TranslateAndAnalyze", 2, ["ServiceBusy"]),
        ("CheckPriority", 0, []),
    ]
    assert found[0].left == START + timedelta(seconds=6)


def test_a_lambda_task_of_the_older_kind_is_read_too() -> None:
    found = steps(
        events(
            ("TaskStateEntered", {"name": "Speak"}),
            ("LambdaFunctionScheduled", {}),
            ("LambdaFunctionTimedOut", {"error": "States.Timeout"}),
        )
    )
    assert (found[0].calls, found[0].errors) == (1, ["States.Timeout"])


def test_a_state_that_its_catch_left_ends_where_the_next_begins() -> None:
    found = steps(
        events(
            ("TaskStateEntered", {"name": "Speak"}),
            ("TaskScheduled", {}),
            ("TaskFailed", {"error": "ServiceRefused"}),
            ("PassStateEntered", {"name": "Without voice"}),
        )
    )
    assert found[0].left == START + timedelta(seconds=3)
    assert found[1].left is None


def test_an_executions_own_error_belongs_to_no_state() -> None:
    found = steps(events(("PassStateEntered", {"name": "Only"}), ("ExecutionFailed", {"error": "Oops"})))
    assert found[0].errors == []


def test_every_attempt_is_found(clients: Clients, outputs: dict[str, str]) -> None:
    machine = outputs["StateMachineArn"]
    for name in ("req-a", "req-a-2"):
        clients.stepfunctions.start_execution(stateMachineArn=machine, name=name)
    found = executions(clients, machine, "req-a")
    assert [execution.name for execution in found] == ["req-a", "req-a-2"]
    assert executions(clients, machine, "req-unknown") == []
