"""The request table: one item per request, written conditionally by each step."""

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, cast

from assistant.aws.dynamodb import CONDITION_FAILED, Condition, ConditionFailed, Item, Table
from assistant.cost import usage
from assistant.cost.meter import Meter
from assistant.errors import Erased, NotFound, ServiceBusy, ServiceError, ServiceRefused

from .item import CUSTOMER_INDEX, OPEN_INDEX, OpenRequest, Request, Stub
from .ledger import Ledger

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

_TRANSACTED: Final = 2
"""A write in a transaction costs twice its units."""

_NEW: Final = Condition("attribute_not_exists(pk)")


@dataclass(frozen=True)
class Update:
    """An update of one request item.

    `set_` maps paths (`message.pivot`) to values; `keep` sets only what is absent; `remove` names
    attributes to drop. Nothing happens

    - unless each path of `while_equal` has its value, or is absent where the value is None;
    - with `lapsed`, a path and a number, unless that path is absent or at most that number.

    An erased request takes none but an update that asks for this status.
    """

    set_: Mapping[str, Any] = field(default_factory=dict)
    keep: Mapping[str, Any] = field(default_factory=dict)
    remove: Iterable[str] = ()
    while_equal: Mapping[str, Any] = field(default_factory=dict)
    lapsed: tuple[str, int] | None = None

    def expressed(self, add: Mapping[str, int]) -> tuple[str, Condition]:
        """Return DynamoDB's expression of the update and its condition; `add` maps attributes to increments.

        Names and values are under placeholders, since many plain words are reserved by DynamoDB.
        """
        names: dict[str, str] = {}
        values: dict[str, Any] = {}

        def at(path: str) -> str:
            names.update({f"#{part}": part for part in path.split(".")})
            return ".".join(f"#{part}" for part in path.split("."))

        def value(given: Any) -> str:
            values[f":v{len(values)}"] = given
            return f":v{len(values) - 1}"

        assigned = [f"{at(path)} = {value(given)}" for path, given in self.set_.items()]
        assigned += [
            f"{at(path)} = if_not_exists({at(path)}, {value(given)})" for path, given in self.keep.items()
        ]
        removed = [at(path) for path in self.remove]
        added = [f"#add{number} {value(amount)}" for number, amount in enumerate(add.values())]
        names |= {f"#add{number}": name for number, name in enumerate(add)}
        clauses = (("SET", assigned), ("REMOVE", removed), ("ADD", added))
        conditions = ["attribute_exists(pk)"] + [
            f"attribute_not_exists({at(path)})" if given is None else f"{at(path)} = {value(given)}"
            for path, given in self.while_equal.items()
        ]
        if self.lapsed:
            path, most = self.lapsed
            conditions.append(f"(attribute_not_exists({at(path)}) OR {at(path)} <= {value(most)})")
        if "status" not in self.while_equal:
            conditions.append(f"{at('status')} <> {value('erased')}")
        expression = " ".join(f"{verb} {', '.join(parts)}" for verb, parts in clauses if parts)
        return expression, Condition(" AND ".join(conditions), names, values)


class RequestTable:
    """Reads and writes request items; a step that runs twice finds what the first run stored.

    Each write takes along what the meter has counted since the last one: what was used is stored with
    what came of it.
    """

    def __init__(self, name: str, meter: Meter, client: "DynamoDBClient | None" = None) -> None:
        self._table = Table(name, meter.add, client)
        self._meter = meter
        self._size = 0
        self.ledger = Ledger(self._table, meter)

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
        self._table.update(key, "SET " + ", ".join(f"#{name} = :{name}" for name in values), written)
        self._meter.add({"dynamodb_writes": usage.write_units(len(json.dumps(values)))})

    def get(self, request_id: str) -> Request:
        """Return a request.

        Raises:
            NotFound: there is no such request, or (Erased) it was erased.
        """
        return _living(self.read(request_id))

    def update(self, request_id: str, update: Update) -> Request:
        """Apply an update to an existing request and return the item as it then is.

        If its conditions do not hold, the item comes back unchanged.

        Raises:
            NotFound: there is no such request, or (Erased) it was erased.
        """
        self._meter.add({"dynamodb_writes": usage.write_units(self._size)})
        used = self._meter.take()
        try:
            stored = self._table.update(request_id, *update.expressed(usage.attributes(used)))
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
    if item is None:
        raise NotFound("There is no such request.")
    if item.get("status") == "erased":
        raise Erased("This request was erased.")
    return cast("Request", item)
