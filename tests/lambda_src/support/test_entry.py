"""The doors through which workflow, schedule and operators call functions."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from support import entry
from support.domain.step import Step
from support.errors import ReplyRejected, ServiceBusy, SupportError, UnexpectedError
from support.settings import Settings, SettingsError
from tests.lambda_src.conftest import Log
from tests.lambda_src.stubs import SECRET, told

EVENT = {"request_id": "req-1", "attempt": 2}


def failing(error: Exception) -> Callable[..., Any]:
    def run(*_: object) -> Any:
        raise error

    return run


def step_handler(run: Callable[[Step, str], Step]) -> entry.Handler:
    return entry.workflow_step("Some", run, lambda _: "services")


def test_a_step_goes_in_and_what_travels_comes_out(log: Log) -> None:
    handler = step_handler(lambda step, services: replace(step, category=services, degraded=("voice",)))
    assert handler(EVENT, None) == {
        "request_id": "req-1",
        "attempt": 2,
        "priority": "",
        "category": "services",
        "language": "",
        "degraded": ["voice"],
    }
    (line,) = log.lines
    logged = {key: line[key] for key in ("message", "request_id", "step", "attempt", "lesser")}
    assert logged == {
        "message": "step done",
        "request_id": "req-1",
        "step": "Some",
        "attempt": 2,
        "lesser": False,
    }
    assert isinstance(line["milliseconds"], int)


def test_a_lesser_result_is_asked_for_as_the_workflow_does() -> None:
    seen: list[Step] = []
    handler = step_handler(lambda step, _: seen.append(step) or step)  # type: ignore[func-returns-value]
    handler({"lesser": True, "step": EVENT | {"error": {"Error": "States.Timeout"}}}, None)
    assert seen == [Step("req-1", attempt=2, lesser=True, reason="States.Timeout")]


@pytest.mark.parametrize(
    "error", [ServiceBusy("polly", "SynthesizeSpeech", "Throttling"), ReplyRejected("reply_link")]
)
def test_our_own_errors_pass_and_are_logged_by_their_codes(log: Log, error: SupportError) -> None:
    with pytest.raises(type(error)) as caught:
        step_handler(failing(error))(EVENT, None)
    assert caught.value is error
    (line,) = log.lines
    assert (line["level"], line["error"], line["code"]) == ("WARNING", type(error).__name__, str(error))


class ForeignError(Exception):
    """An error of a library, which quotes its input."""


@pytest.mark.parametrize(
    "handler",
    [
        step_handler(failing(ForeignError(SECRET))),
        entry.scheduled("Some", failing(ForeignError(SECRET)), lambda _: "services"),
        entry.operated("Some", failing(ForeignError(SECRET)), lambda _: "services"),
    ],
    ids=["step", "scheduled", "operated"],
)
def test_a_foreign_error_passes_as_its_type_and_place_alone(log: Log, handler: entry.Handler) -> None:
    with pytest.raises(UnexpectedError, match=r"^ForeignError at test_entry\.py:\d+$") as caught:
        handler(EVENT, Context())
    assert SECRET not in told(caught.value)
    (line,) = log.lines
    assert line["level"] == "ERROR"
    assert line["code"] == str(caught.value)
    assert SECRET not in json.dumps(line)


def test_an_event_without_an_id_is_a_defect_too() -> None:
    with pytest.raises(UnexpectedError, match=r"^KeyError at step\.py"):
        step_handler(failing(AssertionError()))({"message": SECRET}, None)


def test_the_schedule_is_answered_with_counts(log: Log) -> None:
    handler = entry.scheduled("Sweep", lambda services: {services: 3}, lambda _: "open")
    assert handler({}, None) == {"open": 3}
    (line,) = log.lines
    assert (line["message"], line["open"], line["step"]) == ("done", 3, "Sweep")


class Context:
    """What Lambda tells a function of its own run."""

    @staticmethod
    def get_remaining_time_in_millis() -> int:
        return 60_000


def test_an_operator_is_answered_with_counts_and_the_event_is_not_logged(log: Log) -> None:
    handler = entry.operated(
        "Some", lambda event, services, left: {services: len(event["email"]), "ms": left()}, lambda _: "n"
    )
    assert handler({"email": SECRET}, Context()) == {"n": len(SECRET), "ms": 60_000}
    (line,) = log.lines
    assert (line["message"], line["ms"], line["step"]) == ("done", 60_000, "Some")
    assert SECRET not in log.text


def test_services_are_made_at_the_first_call_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def build(env: Mapping[str, str]) -> str:
        made.append(env["ENVIRONMENT"])
        return env["ENVIRONMENT"]

    handler = entry.scheduled("Some", lambda _: {}, build)
    assert made == []
    handler({}, None)
    monkeypatch.setenv("ENVIRONMENT", "other")
    handler({}, None)
    assert made == ["test"]


def test_a_missing_setting_is_named(monkeypatch: pytest.MonkeyPatch, log: Log) -> None:
    monkeypatch.delenv("ENVIRONMENT")
    handler = entry.workflow_step("Some", lambda step, _: step, Settings.from_env)
    with pytest.raises(SettingsError, match="ENVIRONMENT is missing"):
        handler(EVENT, None)
    assert "ENVIRONMENT is missing" in log.lines[0]["code"]


def test_a_defect_of_our_own_kind_keeps_its_code() -> None:
    with pytest.raises(SettingsError) as caught:
        failing(SettingsError("environment variable X is missing"))()
    defect = str(entry.defect_of(caught.value))
    assert defect.startswith("SettingsError at test_entry.py:")
    assert defect.endswith("(environment variable X is missing)")
