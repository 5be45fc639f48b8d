"""What travels between the states of the workflow, and its executions."""

import json
from typing import Any

import pytest

from assistant.request.step import Step, Workflow, execution_name

STATE = {
    "request_id": "req-1",
    "attempt": 2,
    "priority": "HIGH",
    "category": "product",
    "language": "en",
    "category_label": "",
    "language_name": "",
    "degraded": ["voice"],
}


def test_the_first_state_knows_the_id_alone() -> None:
    assert Step.from_event({"request_id": "req-1"}) == Step("req-1")


def test_what_leaves_a_state_is_what_the_next_one_reads() -> None:
    assert Step.from_event(STATE).travelling() == STATE


def test_the_alerts_words_travel_to_the_next_state_and_no_further() -> None:
    step = Step("req-1", category="product", language="en", category_label="produit", language_name="anglais")
    travelling = step.travelling()
    assert (travelling["category_label"], travelling["language_name"]) == ("produit", "anglais")
    later = Step.from_event(travelling).travelling()
    assert (later["category_label"], later["language_name"]) == ("", "")


def test_ids_and_codes_travel_and_nothing_else() -> None:
    event = STATE | {
        "message": "secret",
        "name": "secret",
        "email": "secret",
        "category_label": "secret",
        "language_name": "secret",
        "error": {"Error": "ServiceRefused", "Cause": json.dumps({"errorMessage": "polly.X: secret"})},
        "alert": {"Error": "secret"},
    }
    travelling = Step.from_event(event).travelling()
    assert travelling.keys() == STATE.keys()
    assert "secret" not in json.dumps(travelling)


def test_a_state_that_asks_for_a_fallback_result_wraps_its_input() -> None:
    cause = json.dumps({"errorMessage": "polly.SynthesizeSpeech: Throttling", "errorType": "ServiceBusy"})
    state = STATE | {"error": {"Error": "ServiceBusy", "Cause": cause}, "alert": {"Error": "SNS.Failed"}}
    step = Step.from_event({"fallback": True, "step": state})
    assert step.fallback
    assert step.reason == "polly.SynthesizeSpeech: Throttling"
    assert step.alert_failed == "SNS.Failed"
    assert step.travelling() == STATE


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ({}, ""),
        ({"Error": "States.Timeout", "Cause": json.dumps({"errorMessage": "secret"})}, "States.Timeout"),
        ({"Error": "Sandbox.Timedout", "Cause": "secret"}, "Sandbox.Timedout"),
        ({"Error": "ReplyRejected", "Cause": json.dumps({"errorMessage": "reply_link"})}, "reply_link"),
        ({"Error": "ServiceBusy", "Cause": "secret"}, "ServiceBusy"),
        ({"Error": "ServiceBusy"}, "ServiceBusy"),
        ({"Error": "ServiceBusy", "Cause": "[]"}, "ServiceBusy"),
        ({"Error": "ServiceBusy", "Cause": json.dumps({"errorMessage": ""})}, "ServiceBusy"),
    ],
)
def test_the_reason_is_our_own_code_or_the_errors_name(error: dict[str, Any], reason: str) -> None:
    assert Step.from_event({"request_id": "req-1", "error": error}).reason == reason


def test_degraded_parts_are_named_once_in_the_order_of_their_happening() -> None:
    step = Step("req-1", degraded=("voice",)).with_degraded("reply", "voice", "reply")
    assert step.degraded == ("voice", "reply")


@pytest.mark.parametrize(("attempt", "name"), [(1, "req-1"), (2, "req-1-2"), (13, "req-1-13")])
def test_an_execution_is_named_after_the_request_and_its_attempt(attempt: int, name: str) -> None:
    assert execution_name("req-1", attempt) == name


class FakeStateMachine:
    """Notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def start(self, name: str, given: dict[str, Any]) -> None:
        self.asked.append(("start", name, given))

    def status(self, name: str) -> str | None:
        self.asked.append(("status", name))
        return "RUNNING"

    def stop(self, name: str) -> None:
        self.asked.append(("stop", name))


def test_an_execution_of_an_attempt_is_told_the_id_alone() -> None:
    machine: Any = FakeStateMachine()
    workflow = Workflow(machine)
    workflow.start("req-1", 3)
    assert workflow.status("req-1", 3) == "RUNNING"
    workflow.stop("req-1", 1)
    assert machine.asked == [
        ("start", "req-1-3", {"request_id": "req-1", "attempt": 3}),
        ("status", "req-1-3"),
        ("stop", "req-1"),
    ]
