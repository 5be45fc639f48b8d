"""Every five minutes: what waits, and what nobody works on."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from assistant import clock
from assistant.errors import ServiceBusy, UnexpectedError
from assistant.recovery import sweep_handler
from assistant.recovery.sweep_handler import FOR_ONE_MS, FOR_REQUESTS_MS
from tests.assistant import samples
from tests.assistant.conftest import Log
from tests.assistant.fakes import BUSY, FakeArchive, Fakes, FakeTable, FakeTopic, FakeWorkflow

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


MINUTE = 60_000
IDLE = {"open": 0, "past_due": 0, "started": 0, "failed": 0, "erased": 0, "left": 0}


def run(services: "Services", *remaining_ms: int) -> dict[str, int]:
    """Sweep, with a minute left at each look at the clock, or with what is given for the first ones."""
    looks = iter(remaining_ms)
    return sweep_handler.run(services, lambda: next(looks, remaining_ms[-1] if remaining_ms else MINUTE))


class Services(Fakes, sweep_handler.Services):
    """With the fakes as its fields."""


@pytest.fixture
def services(
    table: FakeTable,
    archive: FakeArchive,
    team: FakeTopic,
    workflow: FakeWorkflow,
    monkeypatch: pytest.MonkeyPatch,
) -> Services:
    monkeypatch.setattr("assistant.clock.now", lambda: NOW)
    return Services(requests=table, archive=archive, team=team, workflow=workflow, pivot_language="fr")


def put(services: Services, name: str, minutes: float = 30, **changes: Any) -> None:
    received = datetime.fromtimestamp(NOW.timestamp() - 60 * minutes, UTC).isoformat()
    services.requests.put(samples.accepted(pk=name, received_at=received) | changes)


def test_with_nothing_open_there_is_nothing_to_do(services: Services) -> None:
    services.requests.put(samples.completed())
    assert run(services) == IDLE


def test_a_request_that_was_never_started_is_started_as_its_attempt(services: Services) -> None:
    put(services, "new")
    put(services, "again", attempt=3)
    assert run(services)["started"] == 2
    assert services.workflow.executions == {("new", 1): "RUNNING", ("again", 3): "RUNNING"}


@pytest.mark.parametrize("status", ["FAILED", "TIMED_OUT", "ABORTED"])
def test_a_request_whose_execution_died_is_failed_by_how_it_died(services: Services, status: str) -> None:
    put(services, "dead")
    services.workflow.executions["dead", 1] = status
    assert run(services)["failed"] == 1
    assert services.requests.items["dead"]["failure"]["code"] == f"Execution.{status}"
    assert len(services.team.published) == 1


@pytest.mark.parametrize("status", ["RUNNING", "SUCCEEDED", "PENDING_REDRIVE"])
def test_a_request_that_is_worked_on_or_just_done_is_left(services: Services, status: str) -> None:
    put(services, "running")
    services.workflow.executions["running", 1] = status
    before = dict(services.requests.items)
    assert run(services) == IDLE | {"open": 1}
    assert services.requests.items == before
    assert "start" not in services.workflow.calls


@pytest.mark.parametrize(("minutes", "started"), [(1.9, 0), (2, 0), (2.1, 1)])
def test_a_young_request_is_left_to_its_intake(services: Services, minutes: float, started: int) -> None:
    put(services, "young", minutes)
    assert run(services) == IDLE | {"open": 1, "started": started}


def test_a_failed_request_waits_for_a_person_and_still_counts(services: Services) -> None:
    put(services, "failed", status="failed", open_status="failed")
    assert run(services) == IDLE | {"open": 1}
    assert services.workflow.calls == []


def test_one_request_that_cannot_be_looked_after_does_not_stop_the_others(services: Services) -> None:
    put(services, "first", 40)
    put(services, "second", 30)
    services.workflow.errors["status"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(services)
    assert services.workflow.executions == {("second", 1): "RUNNING"}


def test_age_and_due_times_are_measured(services: Services, capsys: pytest.CaptureFixture[str]) -> None:
    put(services, "late", 90, due_at="2026-11-23T11:59:59.000Z")
    put(services, "failed", 20, open_status="failed", due_at="2026-11-23T11:00:00.000Z")
    put(services, "in time", 10, due_at="2026-11-23T12:00:00.000Z")
    put(services, "unread", 1)
    assert run(services)["past_due"] == 2
    metrics = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [metric["OldestOpenRequest"] for metric in metrics if "OldestOpenRequest" in metric] == [[5400.0]]
    assert [metric["PastDueRequests"] for metric in metrics if "PastDueRequests" in metric] == [[2.0]]


def test_with_nothing_open_the_oldest_is_no_time_old(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    run(services)
    metrics = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [metric["OldestOpenRequest"] for metric in metrics if "OldestOpenRequest" in metric] == [[0.0]]


def put_stub(services: Services, name: str, minutes: float, **changes: Any) -> None:
    erased = NOW - timedelta(minutes=minutes)
    services.requests.put(
        {
            "pk": name,
            "status": "erased",
            "open_status": "erasing",
            "received_at": "2026-11-01T00:00:00.000Z",
            "erased_at": clock.iso(erased),
            "due_at": clock.iso(erased + timedelta(hours=1)),
        }
        | changes
    )


def unfinished(capsys: pytest.CaptureFixture[str]) -> list[float]:
    metrics = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (found,) = [metric["ErasureUnfinished"] for metric in metrics if "ErasureUnfinished" in metric]
    return list(found)


def test_an_erasure_is_finished_once_no_step_can_still_write(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    put_stub(services, "old", 3)
    put_stub(services, "half", 90, attempt=2)
    put_stub(services, "young", 1)
    services.workflow.executions["half", 2] = "RUNNING"
    for name in ("old", "half", "young"):
        services.archive.put_audio(name, b"")
    assert run(services) == IDLE | {"erased": 2}
    assert list(services.archive.objects) == [("audio", "young")]
    assert services.workflow.executions["half", 2] == "ABORTED"
    assert [name for name, item in services.requests.items.items() if "open_status" in item] == ["young"]
    assert unfinished(capsys) == [0.0]


def test_an_erased_request_is_no_open_request(services: Services, capsys: pytest.CaptureFixture[str]) -> None:
    put_stub(services, "young", 1)
    run(services)
    metrics = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [metric["OldestOpenRequest"] for metric in metrics if "OldestOpenRequest" in metric] == [[0.0]]
    assert [metric["PastDueRequests"] for metric in metrics if "PastDueRequests" in metric] == [[0.0]]


@pytest.mark.parametrize(("minutes", "late"), [(59, 0), (61, 1)])
def test_an_erasure_that_cannot_be_finished_is_told_after_an_hour_and_stops_nothing_else(
    services: Services, capsys: pytest.CaptureFixture[str], minutes: float, late: float
) -> None:
    put_stub(services, "first", minutes)
    put_stub(services, "second", 3)
    services.archive.errors["delete"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(services)
    assert "open_status" not in services.requests.items["second"]
    assert unfinished(capsys) == [late]


def test_requests_that_are_worked_on_cost_one_question_for_all_of_them(services: Services) -> None:
    for number in range(500):
        put(services, f"running-{number}", attempt=1 + number % 2)
        services.workflow.executions[f"running-{number}", 1 + number % 2] = "RUNNING"
    put(services, "dead")
    services.workflow.executions["dead", 1] = "FAILED"
    put(services, "new")
    assert run(services) == IDLE | {"open": 502, "started": 1, "failed": 1}
    assert services.workflow.calls == ["running", "status", "status", "start"]


def test_another_attempt_that_runs_is_not_taken_for_this_one(services: Services) -> None:
    put(services, "again", attempt=2)
    services.workflow.executions["again", 1] = "RUNNING"
    assert run(services)["started"] == 1


def test_nobody_asks_for_executions_while_no_request_is_old_enough(services: Services) -> None:
    put(services, "young", 1)
    run(services)
    assert services.workflow.calls == []


@pytest.mark.parametrize(("ended", "counts"), [("SUCCEEDED", {}), ("FAILED", {"failed": 1})])
def test_an_execution_that_ends_between_the_two_lists_is_asked_about(
    services: Services, ended: str, counts: dict[str, int]
) -> None:
    put(services, "ending")
    services.workflow.executions["ending", 1] = "RUNNING"
    services.workflow.meanwhile = lambda: services.workflow.executions.update({("ending", 1): ended})
    assert run(services) == IDLE | {"open": 1} | counts


def test_erasures_are_finished_before_anything_is_started(services: Services) -> None:
    put(services, "new")
    put_stub(services, "erased", 3, attempt=1)
    run(services)
    assert services.workflow.calls == ["stop", "running", "status", "start"]


def test_what_there_is_no_time_for_is_left_to_the_next_sweep(services: Services) -> None:
    for minutes in (50, 40, 30):
        put(services, f"new-{minutes}", minutes)
    assert run(services, MINUTE, FOR_ONE_MS + 1, FOR_ONE_MS) == IDLE | {"open": 3, "started": 2, "left": 1}
    assert run(services)["started"] == 1


def test_erasures_leave_requests_some_time(services: Services, capsys: pytest.CaptureFixture[str]) -> None:
    for minutes in (90, 80, 70):
        put_stub(services, f"erased-{minutes}", minutes)
    put(services, "new")
    assert run(services, MINUTE, FOR_REQUESTS_MS) == IDLE | {"open": 1, "started": 1, "erased": 1, "left": 2}
    assert unfinished(capsys) == [2.0]  # not reached, and past their hour


def test_a_request_that_breaks_the_sweep_stops_no_other(services: Services, log: Log) -> None:
    put(services, "first", 40)
    put(services, "second", 30)
    services.workflow.errors["status"] = [KeyError("attempt")]
    with pytest.raises(UnexpectedError, match="KeyError at"):
        run(services)
    assert services.workflow.executions == {("second", 1): "RUNNING"}
    (swept,) = (line for line in log.lines if line["message"] == "swept with errors")
    assert (swept["errors"], swept["started"]) == (1, 1)


def test_erasures_are_finished_though_executions_cannot_be_listed(services: Services) -> None:
    put(services, "new")
    put_stub(services, "erased", 3)
    services.workflow.errors["running"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(services)
    assert "open_status" not in services.requests.items["erased"]
