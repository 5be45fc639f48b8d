"""An operator has everything of one address erased."""

from collections.abc import Callable
from typing import Any

import pytest

from assistant.erasure import customer_handler
from assistant.erasure.customer_handler import RESERVE_MS, run
from assistant.errors import InvalidRequest, ServiceBusy
from assistant.request.customer import hash_of
from tests.assistant import samples
from tests.assistant.conftest import Log
from tests.assistant.fakes import BUSY, FakeArchive, Fakes, FakeTable, FakeWorkflow

EVENT = {"email": " Grace@Example.com "}
MINE = hash_of("grace@example.com")


class Services(Fakes, customer_handler.Services):
    """With the fakes as its fields."""


@pytest.fixture
def services(table: FakeTable, archive: FakeArchive, workflow: FakeWorkflow) -> Services:
    return Services(requests=table, archive=archive, workflow=workflow)


def put(services: Services, *names: str, **changes: Any) -> None:
    for name in names:
        services.requests.put(samples.completed(pk=name, customer_hash=MINE) | changes)


def plenty() -> int:
    return 60_000


def for_requests(number: int) -> Callable[[], int]:
    """Return a clock by which there is time for so many requests."""
    left = [RESERVE_MS] * number
    return lambda: left.pop() if left else RESERVE_MS - 1


def test_every_request_of_the_address_is_erased_and_nobody_elses(services: Services) -> None:
    put(services, "a", "b")
    put(services, "other", customer_hash=hash_of("grace@example.org"))
    assert run(EVENT, services, plenty) == {"erased": 2, "left": 0}
    found = {name: item["status"] for name, item in services.requests.items.items()}
    assert found == {"a": "erased", "b": "erased", "other": "completed"}
    assert services.requests.items["a"]["erased_by"] == "operator"
    assert run(EVENT, services, plenty) == {"erased": 0, "left": 0}


@pytest.mark.parametrize("email", ["grace@example.com", "GRACE@EXAMPLE.COM", "grace@example.com "])
def test_what_matches_is_listed_and_nothing_erased(services: Services, email: str, log: Log) -> None:
    put(services, "a", "b")
    put(services, "gone", status="erased", erasure="cleaned")
    found = run({"email": email, "list": True}, services, plenty)["requests"]
    assert [one["request_id"] for one in found] == ["a", "b"]
    assert found[0] == {
        "request_id": "a",
        "received_at": samples.RECEIVED_AT,
        "status": "completed",
        "email": "grace@example.com",
    }
    assert services.requests.items["a"]["status"] == "completed"


def test_one_mailbox_is_one_customer_however_its_address_is_written(services: Services) -> None:
    put(services, "a", customer_hash=hash_of("jürgen@müller.example"))
    put(services, "b", customer_hash=hash_of("ju\u0308rgen@xn--mller-kva.example"))
    put(services, "c", customer_hash=hash_of("jurgen@muller.example"))
    assert run({"email": "jürgen@xn--mller-kva.example"}, services, plenty) == {"erased": 2, "left": 0}


def test_what_there_is_no_time_for_is_left_for_another_call(services: Services) -> None:
    put(services, "a", "b", "c")
    assert run(EVENT, services, for_requests(2)) == {"erased": 2, "left": 1}
    assert run(EVENT, services, plenty) == {"erased": 1, "left": 0}


def test_an_index_that_lags_behind_counts_nothing_twice(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(services, "gone", status="erased", erasure="cleaned")
    monkeypatch.setattr(services.requests, "requests_of", lambda _: iter(["gone", "absent"]))
    before = dict(services.requests.items["gone"])
    del before["attempt"]
    services.requests.items["gone"] = before
    assert run(EVENT, services, plenty) == {"erased": 0, "left": 0}
    assert services.requests.items["gone"] == before


def test_the_same_call_finishes_what_broke_off_after_the_stub(services: Services) -> None:
    put(services, "a")
    services.archive.errors["delete"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(EVENT, services, plenty)
    assert services.requests.items["a"]["status"] == "erased"
    assert run(EVENT, services, plenty) == {"erased": 1, "left": 0}
    assert services.archive.calls == ["delete"] * 2
    assert "customer_hash" not in services.requests.items["a"]


def test_a_half_done_erasure_goes_on(services: Services) -> None:
    put(services, "half", status="erased", erasure="started")
    assert run(EVENT, services, plenty) == {"erased": 1, "left": 0}
    assert "delete" in services.archive.calls


def test_one_that_cannot_be_erased_does_not_stop_the_others(services: Services, log: Log) -> None:
    put(services, "a", "b")
    services.archive.errors["delete"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(EVENT, services, plenty)
    assert services.archive.calls == ["delete", "delete"]
    assert [line["request_id"] for line in log.lines] == ["a"]


@pytest.mark.parametrize("event", [{}, {"email": ""}, {"email": " "}, {"email": None}, {"email": ["a"]}])
def test_an_event_without_an_address_erases_nothing(services: Services, event: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequest):
        run(event, services, plenty)
    assert services.requests.calls == []
