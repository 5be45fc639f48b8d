"""The request table: one item per request, written conditionally by each step."""

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from assistant.aws.dynamodb import CONDITION_FAILED, Condition, ConditionFailed, Item, Table
from assistant.cost import usage
from assistant.cost.meter import Meter
from assistant.errors import Erased, NotFound, ServiceBusy, ServiceError, ServiceRefused

from .item import CUSTOMER_INDEX, OPEN_INDEX, OpenRequest, Request, Stub
from .update import Update

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

_TRANSACTED: Final = 2
"""A write in a transaction costs twice its units."""

_NEW: Final = Condition("attribute_not_exists(pk)")


class RequestTable:
    """Reads and writes request items; a step that runs twice finds what the first run stored.

    Each write takes along what the meter has counted since the last one: what was used is stored with
    what came of it.
    """

    def __init__(self, name: str, meter: Meter, client: "DynamoDBClient | None" = None) -> None:
        self._table = Table(name, meter.add, client)
        self._meter = meter
        self._size = 0

    def accept(self, item: Request, idempotency: Mapping[str, Any] | None = None) -> bool:
        """Store a new request, with its idempotency item in the same transaction.

        Returns False, and stores nothing, if the idempotency item exists and has not expired.
        """
        self._size = len(json.dumps(item))
        self._meter.add({"dynamodb_writes": _TRANSACTED * usage.write_units(self._size)})
        puts: list[tuple[Mapping[str, Any], Condition]] = [
            ({**item, **usage.attributes(self._meter.take())}, _NEW)
        ]
        if idempotency:
            # The table's own expiry may lag by days, so an expired item counts as absent.
            now = {":now": int(time.time())}
            puts.append(
                (idempotency, Condition("attribute_not_exists(pk) OR #ttl < :now", {"#ttl": "ttl"}, now))
            )
        failed = self._table.put_all(*puts)
        if 0 in failed:
            raise ServiceRefused("dynamodb", "TransactWriteItems", "TransactionCanceledException")
        return not failed

    def read(self, key: str) -> Item | None:
        """Return the item under a key, consistently, or None."""
        stored = self._table.get(key)
        self._size = stored.size
        self._meter.add({"dynamodb_reads": usage.read_units(stored.size)})
        return stored.item

    def keep(self, key: str, values: Mapping[str, Any]) -> None:
        """Keep values that belong to no request under a key, in the place of what was there."""
        names = {f"#{name}": name for name in values}
        written = Condition("", names, {f":{name}": value for name, value in values.items()})
        self._table.update(key, Update(set_=values).expression, written)
        self._meter.add({"dynamodb_writes": usage.write_units(len(json.dumps(values)))})

    def get(self, request_id: str) -> Request:
        """Return a request.

        Raises:
            NotFound: there is no such request, or (Erased) it was erased.
        """
        return _living(self.read(request_id))

    def update(self, request_id: str, update: Update) -> Request:
        """Apply an update to an existing request and return the item as it then is.

        If the update is to happen once and has happened, the item comes back unchanged.

        Raises:
            NotFound: there is no such request, or (Erased) it was erased.
        """
        self._meter.add({"dynamodb_writes": usage.write_units(self._size)})
        used = self._meter.take()
        metered = replace(update, add=usage.attributes(used))
        try:
            stored = self._table.update(request_id, metered.expression, metered.condition)
        except ServiceError:
            self._meter.put_back(used)
            raise
        except ConditionFailed as failed:
            self._meter.put_back(used)
            return _living(failed.item)
        self._size = stored.size
        return cast("Request", stored.item)

    def open_requests(self, status: str) -> Iterator[OpenRequest]:
        """Yield the open requests of a status, oldest first, with what the index projects."""
        found = self._table.query(OPEN_INDEX, "open_status", status)
        return (cast("OpenRequest", item) for item in found)

    def requests_of(self, customer_hash: str) -> Iterator[str]:
        """Yield the ids of a customer's requests, oldest first; the index may lag behind the table."""
        return (item["pk"] for item in self._table.query(CUSTOMER_INDEX, "customer_hash", customer_hash))

    def erase(self, stub: Stub) -> None:
        """Put a stub in the place of its request, unless another attempt was started meanwhile.

        Raises:
            NotFound: there is no such request, or (Erased) it was erased before.
            ServiceBusy: another attempt was started; read the request again.
        """
        unchanged = Condition(
            "attempt = :attempt AND #status <> :erased",
            {"#status": "status"},
            {":attempt": stub.get("attempt"), ":erased": "erased"},
        )
        try:
            self._table.put(stub, unchanged)
        except ConditionFailed as failed:
            _living(failed.item)
            raise ServiceBusy("dynamodb", "PutItem", CONDITION_FAILED) from None

    def forget_idempotency(self, key: str, request_id: str) -> None:
        """Delete a request's idempotency item; one that by now belongs to another request stays."""
        try:
            self._table.delete(key, Condition("request_id = :request_id", {}, {":request_id": request_id}))
        except ConditionFailed:
            return


def _living(item: Item | None) -> Request:
    """Return the item of a request that is there and not erased.

    Raises:
        NotFound: there is no such request, or (Erased) it was erased.
    """
    if item is None:
        raise NotFound("There is no such request.")
    if item.get("status") == "erased":
        raise Erased("This request was erased.")
    return cast("Request", item)
