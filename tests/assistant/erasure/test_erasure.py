"""Erasing one request."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from assistant.erasure import erasure
from assistant.errors import Erased, ServiceBusy
from assistant.request.item import is_being_erased
from assistant.request.table import Update
from tests.assistant import samples
from tests.assistant.fakes import BUSY, FakeArchive, FakeTable, FakeWorkflow

NOW = datetime(2026, 11, 24, tzinfo=UTC)
ID = samples.REQUEST_ID
IDEM = {"pk": "idem#1", "request_id": ID, "body_sha256": "0" * 64, "ttl": 1_800_000_000}
STUB = {
    "pk": ID,
    "status": "erased",
    "erasure": "cleaned",
    "open_status": "erasing",
    "received_at": samples.RECEIVED_AT,
    "erased_at": "2026-11-24T00:00:00.000Z",
    "erased_by": "customer",
    "due_at": "2026-11-24T01:00:00.000Z",
    "ttl": 1_800_000_000,
}
HALF_DONE = {**STUB, "erasure": "started", "attempt": 2, "idempotency_pk": "idem#1"}
FINAL = {key: value for key, value in STUB.items() if key not in ("open_status", "due_at")}
STEPS = [
    ("workflow", "stop"),
    ("requests", "erase"),
    ("archive", "delete"),
    ("requests", "forget_idempotency"),
    ("requests", "update"),
]


@dataclass
class Services:
    """What erasing needs."""

    requests: FakeTable
    archive: FakeArchive = field(default_factory=FakeArchive)
    workflow: FakeWorkflow = field(default_factory=FakeWorkflow)


@pytest.fixture
def services(table: FakeTable, monkeypatch: pytest.MonkeyPatch) -> Services:
    monkeypatch.setattr("assistant.clock.now", lambda: NOW)
    services = Services(table)
    services.requests.put(samples.answered(attempt=2, idempotency_pk="idem#1"))
    services.requests.put(IDEM)
    services.workflow.executions[ID, 2] = "RUNNING"
    for name in ("put_incoming", "put_record", "put_transcript", "put_audio"):
        getattr(services.archive, name)(ID, "")
    services.archive.put_audio("another", b"")
    return services


def erase(services: Services) -> None:
    erasure.erase(services.requests.items[ID], "customer", "Step", services)


def finish(services: Services, minutes: float = 5) -> bool:
    return erasure.finish(ID, NOW + timedelta(minutes=minutes), services)


def test_everything_goes_and_a_stub_without_personal_data_stays(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    erase(services)
    assert services.requests.items == {ID: STUB}
    assert list(services.archive.objects) == [("audio", "another")]
    assert services.workflow.executions == {(ID, 2): "ABORTED"}
    (metric,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (metric["RequestErased"], metric["request_id"], metric["step"]) == ([1.0], ID, "Step")


def test_the_execution_is_stopped_before_the_item_goes_and_the_item_before_the_objects(
    services: Services,
) -> None:
    seen: list[tuple[str, str]] = []
    services.workflow.meanwhile = lambda: seen.append(("stop", services.requests.items[ID]["status"]))
    services.archive.meanwhile = lambda: seen.append(("delete", services.requests.items[ID]["status"]))
    erase(services)
    assert seen == [("stop", "processing"), ("stop", "erased"), ("delete", "erased")]


@pytest.mark.parametrize("item", [samples.accepted(), samples.completed()], ids=["accepted", "completed"])
def test_a_request_without_execution_or_key_or_objects_is_erased_too(
    services: Services, item: dict[str, Any]
) -> None:
    services.requests.items.clear()
    services.requests.put(item)
    services.workflow.executions.clear()
    services.archive.objects.clear()
    erase(services)
    assert services.requests.items == {ID: STUB}
    assert "forget_idempotency" not in services.requests.calls


@pytest.mark.parametrize(("service", "call"), STEPS)
@pytest.mark.parametrize("by_sweep", [False, True], ids=["repeated", "by the sweep"])
def test_an_erasure_that_broke_off_goes_on(
    services: Services, service: str, call: str, by_sweep: bool
) -> None:
    getattr(services, service).errors[call] = [BUSY]
    with pytest.raises(ServiceBusy):
        erase(services)
    if by_sweep and services.requests.items[ID]["status"] == "erased":
        assert is_being_erased(services.requests.items[ID])
        assert finish(services)
        assert services.requests.items == {ID: FINAL}
    else:
        erase(services)
        assert services.requests.items == {ID: STUB}
    assert list(services.archive.objects) == [("audio", "another")]
    assert services.workflow.executions == {(ID, 2): "ABORTED"}


def test_two_that_erase_at_once_both_finish_and_one_counts(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    item = services.requests.items[ID]
    erase(services)
    erasure.erase(item, "operator", "Step", services)
    assert services.requests.items == {ID: STUB}
    assert capsys.readouterr().out.count('"RequestErased":[') == 1


def test_a_request_that_is_restarted_meanwhile_is_not_left_running(services: Services) -> None:
    item = services.requests.items[ID]
    services.requests.put({**item, "attempt": 3})
    services.workflow.executions[ID, 3] = "RUNNING"
    with pytest.raises(ServiceBusy):
        erasure.erase(item, "customer", "Step", services)
    erase(services)
    assert services.workflow.executions[ID, 3] == "ABORTED"


def test_an_execution_that_starts_between_stop_and_stub_is_stopped(services: Services) -> None:
    services.workflow.executions.clear()
    services.requests.meanwhile = lambda: services.workflow.executions.setdefault((ID, 2), "RUNNING")
    erase(services)
    assert services.workflow.executions == {(ID, 2): "ABORTED"}


def test_no_step_can_write_to_an_erased_request(services: Services) -> None:
    erase(services)
    for update in (
        Update(set_={"reply": {"text": "x"}}),
        Update(keep={"a": 1}, while_equal={"status": "processing"}),
    ):
        with pytest.raises(Erased):
            services.requests.update(ID, update)
    assert services.requests.items == {ID: STUB}


@pytest.mark.parametrize("stub", [STUB, HALF_DONE], ids=["cleaned once", "half done"])
def test_what_a_running_step_put_since_is_deleted_after_the_grace(
    services: Services, stub: dict[str, Any]
) -> None:
    services.requests.put(stub)
    assert not finish(services, 1.9)
    assert len(services.archive.objects) == 5
    assert finish(services, 2)
    assert list(services.archive.objects) == [("audio", "another")]
    assert services.requests.items[ID] == FINAL


def test_a_key_that_is_used_again_for_a_new_request_is_kept(services: Services) -> None:
    services.requests.put(HALF_DONE)
    services.requests.put({**IDEM, "request_id": "another"})
    assert finish(services)
    assert services.requests.items["idem#1"]["request_id"] == "another"


@pytest.mark.parametrize("item", [None, samples.accepted()], ids=["absent", "not erased"])
def test_what_only_the_index_calls_erased_is_left_alone(
    services: Services, item: dict[str, Any] | None
) -> None:
    services.requests.items.clear()
    if item:
        services.requests.put(item)
    assert not erasure.finish(ID, NOW, services)
    assert services.archive.calls.count("delete") == 0


@pytest.mark.parametrize(
    ("item", "half_done"), [(HALF_DONE, True), (STUB, False), (FINAL, False), (samples.accepted(), False)]
)
def test_a_half_done_erasure_is_known_by_what_it_still_needs(item: Any, half_done: bool) -> None:
    assert is_being_erased(item) == half_done


@pytest.mark.parametrize(("origin", "counted"), [("customer", True), ("watch", False)])
def test_an_erasure_counts_unless_it_is_the_watchs(
    services: Services, origin: str, counted: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    services.requests.put(samples.answered(origin=origin))
    erasure.erase(services.requests.get(ID), "customer", "EraseRequest", services)
    assert ("RequestErased" in capsys.readouterr().out) is counted
