"""What the request table promises to its callers: the real one and its fake in the tests keep it alike.

Whoever runs it provides the fixtures `meter`, `table` (which takes what that meter counted along with its
writes) and `prefix`, which no other key, status or customer begins with.
"""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from assistant.cost.meter import Meter
from assistant.errors import Erased, NotFound, ServiceBusy, ServiceRefused
from assistant.request.table import Update

RECEIVED_AT = "2026-11-23T10:15:30.000Z"
NESTED: dict[str, Any] = {
    "text": "Zoé 👍🏽",
    "none": None,
    "share": 0.871,
    "list": [1, {"a": True}],
    "empty": {},
}


class TableContract:
    """Tests of a request table."""

    @pytest.fixture
    def request_id(self, table: Any, prefix: str) -> str:
        """A request that was accepted."""
        assert table.accept(accepted(prefix))
        return prefix

    def test_a_request_comes_back_as_it_was_accepted(self, table: Any, prefix: str) -> None:
        item = accepted(prefix, message=NESTED)
        assert table.accept(item)
        assert table.read(prefix) == table.get(prefix) == item

    def test_what_is_not_there_is_none_to_read_and_an_error_to_use(self, table: Any, prefix: str) -> None:
        assert table.read(prefix) is None
        uses: list[Callable[[], object]] = [
            lambda: table.get(prefix),
            lambda: table.update(prefix, Update({"a": 1})),
            lambda: table.erase(stub(prefix)),
        ]
        for use in uses:
            with pytest.raises(NotFound) as caught:
                use()
            assert type(caught.value) is NotFound
        assert table.read(prefix) is None

    def test_an_id_is_taken_once(self, table: Any, request_id: str) -> None:
        with pytest.raises(ServiceRefused):
            table.accept(accepted(request_id, attempt=2))
        assert table.get(request_id)["attempt"] == 1

    def test_an_idempotency_key_is_good_for_one_request(self, table: Any, prefix: str) -> None:
        first, second = f"{prefix}-1", f"{prefix}-2"
        assert table.accept(accepted(first), idempotency(prefix, first))
        assert not table.accept(accepted(second), idempotency(prefix, second))
        assert table.read(f"{prefix}-key") == idempotency(prefix, first)
        assert table.read(second) is None

    def test_an_idempotency_key_that_has_expired_can_be_used_again(self, table: Any, prefix: str) -> None:
        first, second = f"{prefix}-1", f"{prefix}-2"
        assert table.accept(accepted(first), idempotency(prefix, first, expired=True))
        assert table.accept(accepted(second), idempotency(prefix, second))
        assert table.read(f"{prefix}-key") == idempotency(prefix, second)

    def test_an_idempotency_item_is_forgotten_by_its_own_request(self, table: Any, prefix: str) -> None:
        key = f"{prefix}-key"
        table.forget_idempotency(key, prefix)
        table.accept(accepted(prefix), idempotency(prefix, prefix))
        table.forget_idempotency(key, f"{prefix}-2")
        assert table.read(key) is not None
        table.forget_idempotency(key, prefix)
        assert table.read(key) is None

    def test_values_are_kept_in_the_place_of_what_was_there(self, table: Any, prefix: str) -> None:
        table.keep(prefix, {"text": "one", "ttl": 1})
        table.keep(prefix, {"text": "two", "ttl": 2})
        assert table.read(prefix) == {"pk": prefix, "text": "two", "ttl": 2}

    def test_an_update_sets_keeps_and_removes(self, table: Any, request_id: str) -> None:
        update = Update(
            set_={"message.pivot": NESTED, "draft": {"status": "none"}, "status": "failed"},
            keep={"received_at": "later", "completed_at": "now", "timings_ms.Step": 5},
            remove=("open_status", "not_there"),
        )
        expected = accepted(
            request_id,
            message={"original": "Broken.", "pivot": NESTED},
            draft={"status": "none"},
            status="failed",
            completed_at="now",
            timings_ms={"Step": 5},
        )
        del expected["open_status"]
        assert table.update(request_id, update) == table.get(request_id) == expected

    def test_a_part_of_what_is_not_there_cannot_be_set(self, table: Any, request_id: str) -> None:
        with pytest.raises(ServiceRefused):
            table.update(request_id, Update({"status": "failed", "reply.text": "x"}))
        assert table.get(request_id) == accepted(request_id)

    @pytest.mark.parametrize(
        ("options", "applies"),
        [
            ({"while_equal": {"reply": None}}, True),
            ({"while_equal": {"message.pivot": None}}, True),
            ({"while_equal": {"message": None}}, False),
            ({"while_equal": {"message.original": None}}, False),
            ({"while_equal": {"status": "processing"}}, True),
            ({"while_equal": {"status": "failed"}}, False),
            ({"while_equal": {"status": "erased"}}, False),
            ({"while_equal": {"message.original": "Broken.", "attempt": 1}}, True),
            ({"while_equal": {"message.original": "Broken.", "attempt": 2}}, False),
            ({"while_equal": {"reply.text": "x"}}, False),
            ({"lapsed": ("lease.until", 10)}, True),
            ({"lapsed": ("attempt", 1)}, True),
            ({"lapsed": ("attempt", 0)}, False),
            ({"while_equal": {"reply": None, "status": "processing"}, "lapsed": ("attempt", 1)}, True),
            ({"while_equal": {"reply": None, "status": "processing"}, "lapsed": ("attempt", 0)}, False),
        ],
        ids=str,
    )
    def test_an_update_happens_under_its_conditions(
        self, table: Any, request_id: str, options: dict[str, Any], applies: bool
    ) -> None:
        updated = table.update(request_id, Update({"note": "x"}, **options))
        assert updated == accepted(request_id, **({"note": "x"} if applies else {}))
        assert table.get(request_id) == updated

    def test_a_condition_on_what_is_set_is_asked_of_the_item_before(
        self, table: Any, request_id: str
    ) -> None:
        for status in ("failed", "completed"):
            update = Update(
                {"status": status, "attempt": 2}, while_equal={"status": "processing", "note": None}
            )
            assert table.update(request_id, update)["status"] == "failed"

    def test_what_was_used_is_added_to_the_request_with_each_write_that_happens(
        self, table: Any, meter: Meter, prefix: str
    ) -> None:
        meter.start({"api_calls": 1})
        table.accept(accepted(prefix))
        assert table.get(prefix)["used:api_calls"] == 1
        meter.start({"polly_calls": 1, "polly_characters:neural": 640})
        table.update(prefix, Update({"note": "x"}, while_equal={"status": "failed"}))
        assert "used:polly_calls" not in table.get(prefix)
        table.update(prefix, Update({"note": "x"}))
        meter.add({"polly_calls": 2})
        used = table.update(prefix, Update(remove=("note",)))
        assert (used["used:polly_calls"], used["used:polly_characters:neural"]) == (3, 640)
        assert used["used:api_calls"] == 1

    def test_a_stub_takes_the_place_of_its_request(self, table: Any, request_id: str) -> None:
        table.erase(stub(request_id))
        assert table.read(request_id) == stub(request_id)
        uses: list[Callable[[], object]] = [
            lambda: table.get(request_id),
            lambda: table.update(request_id, Update({"note": "x"})),
            lambda: table.update(request_id, Update({"note": "x"}, while_equal={"status": "processing"})),
            lambda: table.erase(stub(request_id)),
        ]
        for use in uses:
            with pytest.raises(Erased):
                use()
        assert table.read(request_id) == stub(request_id)

    def test_a_stub_takes_an_update_that_asks_for_one(self, table: Any, request_id: str) -> None:
        table.erase(stub(request_id))
        cleaned = Update({"erasure": "cleaned"}, remove=("open_status",), while_equal={"status": "erased"})
        expected = stub(request_id) | {"erasure": "cleaned"}
        del expected["open_status"]
        assert table.update(request_id, cleaned) == table.read(request_id) == expected
        with pytest.raises(Erased):
            table.update(request_id, Update({"note": "x"}, while_equal={"status": "erased", "erasure": None}))

    def test_a_request_that_was_restarted_is_not_erased(self, table: Any, request_id: str) -> None:
        table.update(request_id, Update({"attempt": 2}))
        with pytest.raises(ServiceBusy):
            table.erase(stub(request_id))
        assert table.get(request_id)["attempt"] == 2

    def test_a_customers_requests_are_found_oldest_first(self, table: Any, prefix: str) -> None:
        for name, received_at in (("b", "2026-11-24"), ("a", "2026-11-25"), ("c", "2026-11-23")):
            table.accept(accepted(f"{prefix}-{name}", received_at=received_at, customer_hash=prefix))
        table.accept(accepted(f"{prefix}-d"))
        assert list(table.requests_of(prefix)) == [f"{prefix}-{name}" for name in "cba"]
        assert list(table.requests_of(f"{prefix}-nobody")) == []
        kept = stub(f"{prefix}-b") | {"received_at": "2026-11-24", "customer_hash": prefix}
        table.erase(kept)
        table.erase(stub(f"{prefix}-c"))
        assert list(table.requests_of(prefix)) == [f"{prefix}-{name}" for name in "ba"]

    def test_open_requests_are_found_by_status_oldest_first_with_what_the_sweep_needs(
        self, table: Any, prefix: str
    ) -> None:
        opened = f"{prefix}-open"
        later = accepted(f"{prefix}-1", open_status=opened, received_at="2026-11-24", due_at="soon")
        earlier = accepted(f"{prefix}-2", open_status=opened)
        for item in (later, earlier, accepted(f"{prefix}-3")):
            table.accept(item)
        assert list(table.open_requests(opened)) == [
            projected(earlier),
            projected(later) | {"due_at": "soon"},
        ]
        table.update(f"{prefix}-1", Update(remove=("open_status",)))
        assert list(table.open_requests(opened)) == [projected(earlier)]


def accepted(request_id: str, **changes: Any) -> dict[str, Any]:
    """Return a request as it may be accepted; its open status is no other request's."""
    return {
        "pk": request_id,
        "status": "processing",
        "open_status": request_id,
        "attempt": 1,
        "received_at": RECEIVED_AT,
        "customer_hash": f"hash of {request_id}",
        "message": {"original": "Broken."},
        "timings_ms": {},
    } | changes


def stub(request_id: str) -> dict[str, Any]:
    """Return what an erasure leaves of a request's first attempt."""
    return {
        "pk": request_id,
        "status": "erased",
        "erasure": "started",
        "open_status": request_id,
        "attempt": 1,
        "received_at": RECEIVED_AT,
    }


def idempotency(prefix: str, request_id: str, *, expired: bool = False) -> dict[str, Any]:
    """Return the idempotency item of a request, under one key for all."""
    return {"pk": f"{prefix}-key", "request_id": request_id, "ttl": 1 if expired else 4_000_000_000}


def projected(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the index of open requests has of a request that is not due."""
    return {key: item[key] for key in ("pk", "open_status", "received_at", "attempt")}
