"""The doors through which workflow, schedule and operators call functions."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from assistant.cost import usage
from assistant.cost.meter import Meter
from assistant.entrypoints import wrappers
from assistant.errors import NotFound, ReplyRejected, ServiceBusy, SupportError, UnexpectedError
from assistant.request.step import Step
from assistant.request.table import Update
from assistant.settings import Settings, SettingsError
from tests.assistant.conftest import Log
from tests.assistant.fakes import BUSY, FakeTable
from tests.assistant.stubs import SECRET, told

EVENT = {"request_id": "req-1", "attempt": 2}


def failing(error: Exception) -> Callable[..., Any]:
    def run(*_: object) -> Any:
        raise error

    return run


def one_request() -> FakeTable:
    table = FakeTable()
    table.put({"pk": "req-1", "status": "processing"})
    return table


@dataclass(frozen=True)
class Services:
    """What a step is composed with."""

    requests: FakeTable = field(default_factory=one_request)
    category: str = "refund"

    @property
    def meter(self) -> Meter:
        return self.requests.meter


def step_handler(run: Callable[[Step, Services], Step], services: Services | None = None) -> wrappers.Handler:
    return wrappers.workflow_step("Some", run, lambda _: services or Services())


def test_a_step_goes_in_and_what_travels_comes_out(log: Log) -> None:
    handler = step_handler(
        lambda step, services: replace(step, category=services.category, degraded=("voice",))
    )
    assert handler(EVENT, None) == {
        "request_id": "req-1",
        "attempt": 2,
        "priority": "",
        "category": "refund",
        "language": "",
        "category_label": "",
        "language_name": "",
        "degraded": ["voice"],
    }
    (line,) = log.lines
    logged = {key: line[key] for key in ("message", "request_id", "step", "attempt", "fallback")}
    assert logged == {
        "message": "step done",
        "request_id": "req-1",
        "step": "Some",
        "attempt": 2,
        "fallback": False,
    }
    assert isinstance(line["milliseconds"], int)


def test_a_fallback_result_is_asked_for_as_the_workflow_does() -> None:
    seen: list[Step] = []
    handler = step_handler(lambda step, _: seen.append(step) or step)  # type: ignore[func-returns-value]
    handler({"fallback": True, "step": EVENT | {"error": {"Error": "States.Timeout"}}}, None)
    assert seen == [Step("req-1", attempt=2, fallback=True, reason="States.Timeout")]


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
        wrappers.scheduled("Some", failing(ForeignError(SECRET)), lambda _: "services"),
        wrappers.operated("Some", failing(ForeignError(SECRET)), lambda _: "services"),
    ],
    ids=["step", "scheduled", "operated"],
)
def test_a_foreign_error_passes_as_its_type_and_place_alone(log: Log, handler: wrappers.Handler) -> None:
    with pytest.raises(UnexpectedError, match=r"^ForeignError at test_wrappers\.py:\d+$") as caught:
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
    handler = wrappers.scheduled("Sweep", lambda services, left: {services: left()}, lambda _: "open")
    assert handler({}, Context()) == {"open": 60_000}
    (line,) = log.lines
    assert (line["message"], line["open"], line["step"]) == ("done", 60_000, "Sweep")


class Context:
    """What Lambda tells a function of its own run."""

    @staticmethod
    def get_remaining_time_in_millis() -> int:
        return 60_000


def test_an_operator_is_answered_with_counts_and_the_event_is_not_logged(log: Log) -> None:
    handler = wrappers.operated(
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

    handler = wrappers.scheduled("Some", lambda *_: {}, build)
    assert made == []
    handler({}, None)
    monkeypatch.setenv("ENVIRONMENT", "other")
    handler({}, None)
    assert made == ["test"]


def test_a_missing_setting_is_named(monkeypatch: pytest.MonkeyPatch, log: Log) -> None:
    def broken(env: Mapping[str, str]) -> Services:
        return Services(category=Settings.from_env(env).environment)

    monkeypatch.delenv("ENVIRONMENT")
    handler = wrappers.workflow_step("Some", lambda step, _: step, broken)
    with pytest.raises(SettingsError, match="ENVIRONMENT is missing"):
        handler(EVENT, None)
    assert "ENVIRONMENT is missing" in log.lines[0]["code"]


def test_a_defect_of_our_own_kind_keeps_its_code() -> None:
    with pytest.raises(SettingsError) as caught:
        failing(SettingsError("environment variable X is missing"))()
    defect = str(wrappers.defect_of(caught.value))
    assert defect.startswith("SettingsError at test_wrappers.py:")
    assert defect.endswith("(environment variable X is missing)")


def used_by(services: Services) -> dict[str, int]:
    return usage.of(services.requests.items["req-1"])


@pytest.fixture
def services() -> Services:
    return Services()


def test_a_run_counts_itself_from_the_start(services: Services) -> None:
    def run(step: Step, services: Services) -> Step:
        services.meter.add({"polly_calls": 1})
        services.requests.update(step.request_id, Update(set_={"voice": "ready"}))
        return step

    step_handler(run, services)(EVENT, None)
    assert used_by(services) == {"lambda_calls": 1, "states_transitions": 1, "polly_calls": 1}


@pytest.mark.parametrize("error", [ServiceBusy("polly", "X", "Throttling"), ReplyRejected("reply_link")])
def test_what_a_failed_run_used_is_stored_too(services: Services, error: SupportError) -> None:
    with pytest.raises(type(error)):
        step_handler(failing(error), services)(EVENT, None)
    assert used_by(services) == {"lambda_calls": 1, "states_transitions": 1, "lambda_retries": 1}


@pytest.mark.parametrize("error", [ServiceBusy("dynamodb", "GetItem", "Throttling"), NotFound("gone")])
def test_where_nothing_can_be_stored_nothing_is_tried(services: Services, error: SupportError) -> None:
    with pytest.raises(type(error)):
        step_handler(failing(error), services)(EVENT, None)
    assert services.requests.calls == []


def test_an_account_that_cannot_be_stored_hides_no_error(services: Services, log: Log) -> None:
    services.requests.errors["update"] = [BUSY]
    with pytest.raises(ReplyRejected):
        step_handler(failing(ReplyRejected("reply_link")), services)(EVENT, None)
    assert log.lines[0]["message"] == "usage not stored"
    assert log.lines[0]["used"] == {"lambda_calls": 1, "states_transitions": 1, "lambda_retries": 1}


def test_each_run_tells_what_it_cost(
    services: Services, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    step_handler(lambda step, _: step, services)(EVENT, None)
    (line,) = [json.loads(line) for line in capsys.readouterr().out.splitlines() if "_aws" in line]
    # a transition and an invocation: $0.025 a thousand and $0.20 a million
    assert (line["step"], line["CostUsd"]) == ("Some", [0.0000252])


def test_what_a_run_cost_is_added_to_the_day(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    with pytest.raises(ReplyRejected):
        step_handler(failing(ReplyRejected("reply_link")), services)(EVENT, None)
    assert services.requests.ledger.added == [0.0000252]


def test_where_the_day_cannot_be_written_the_step_is_done_all_the_same(
    services: Services, monkeypatch: pytest.MonkeyPatch, log: Log
) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    services.requests.ledger.errors["add"] = [BUSY]
    assert step_handler(lambda step, _: step, services)(EVENT, None)["request_id"] == "req-1"
    assert [line["message"] for line in log.lines] == ["cost not in the day's ledger", "step done"]


def test_without_a_price_nothing_is_added_to_the_day(services: Services) -> None:
    step_handler(lambda step, _: step, services)(EVENT, None)
    assert services.requests.ledger.calls == []


def test_a_closed_account_is_not_written_to(services: Services) -> None:
    def run(step: Step, services: Services) -> Step:
        services.meter.close()
        raise BUSY

    with pytest.raises(ServiceBusy):
        step_handler(run, services)(EVENT, None)
    assert services.requests.calls == []
