"""The request table in DynamoDB: one item per request, written conditionally by each step."""

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from botocore.exceptions import ClientError

from assistant.cost import usage
from assistant.cost.meter import METER
from assistant.errors import Erased, NotFound, ServiceBusy, ServiceError
from assistant.request.record import OPEN_INDEX, StoredRequest

from .attributes import from_dynamo, to_dynamo, typed
from .client import calling, config, connect, expected, whole_answers
from .expressions import Update

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef


_BUSY_REASONS: Final = frozenset({"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
"""Why DynamoDB cancels a transaction that may succeed later."""

_TRANSACTED: Final = 2
"""A write in a transaction costs twice its units."""


class RequestTable:
    """Reads and writes request items; a step that runs twice finds what the first run stored.

    Each write takes along what the meter has counted since the last one: what was used is stored with
    what came of it.
    """

    def __init__(self, table: str, client: "DynamoDBClient | None" = None) -> None:
        self._table = table
        self._size = 0
        self._client = client or whole_answers(connect("dynamodb", config(5)))

    def accept(self, item: StoredRequest, idempotency: Mapping[str, Any] | None = None) -> bool:
        """Store a new request, with its idempotency item in the same transaction.

        Returns False, and stores nothing, if the idempotency item exists and has not expired.
        """
        self._size = len(json.dumps(item))
        METER.add({"dynamodb_writes": _TRANSACTED * usage.write_units(self._size)})
        metered = cast("StoredRequest", {**item, **usage.attributes(METER.take())})
        puts: list[TransactWriteItemTypeDef] = [self._put(metered, "attribute_not_exists(pk)", {})]
        if idempotency:
            # The table's own expiry may lag by days, so an expired item counts as absent.
            now = {":now": {"N": str(int(time.time()))}}
            puts.append(self._put(idempotency, "attribute_not_exists(pk) OR #ttl < :now", now))
        with calling("dynamodb", "TransactWriteItems"):
            try:
                self._client.transact_write_items(TransactItems=puts)
            except ClientError as error:
                reasons = [reason.get("Code") for reason in error.response.get("CancellationReasons", ())]
                if expected(error, ("TransactionCanceledException",)) and reasons[1:] == [
                    "ConditionalCheckFailed"
                ]:
                    return False
                busy = next((reason for reason in reasons if reason in _BUSY_REASONS), None)
                if busy:
                    raise ServiceBusy("dynamodb", "TransactWriteItems", busy) from None
                raise
        return True

    def _put(
        self, item: Mapping[str, Any], condition: str, values: dict[str, Any]
    ) -> "TransactWriteItemTypeDef":
        put: dict[str, Any] = {
            "TableName": self._table,
            "Item": to_dynamo(item),
            "ConditionExpression": condition,
        }
        if values:
            put |= {"ExpressionAttributeNames": {"#ttl": "ttl"}, "ExpressionAttributeValues": values}
        return {"Put": cast("Any", put)}

    def read(self, key: str) -> dict[str, Any] | None:
        """Return the item under a key, consistently, or None."""
        with calling("dynamodb", "GetItem"):
            answer = self._client.get_item(TableName=self._table, Key={"pk": {"S": key}}, ConsistentRead=True)
            self._size = _size(answer)
            METER.add({"dynamodb_reads": usage.read_units(self._size)})
            return from_dynamo(answer["Item"]) if "Item" in answer else None

    def keep(self, key: str, values: Mapping[str, Any]) -> None:
        """Keep values that belong to no request under a key, in the place of what was there."""
        update = Update(set_=values)
        with calling("dynamodb", "UpdateItem"):
            self._client.update_item(
                TableName=self._table,
                Key={"pk": {"S": key}},
                UpdateExpression=update.expression,
                ExpressionAttributeNames={f"#{name}": name for name in values},
                ExpressionAttributeValues={f":{name}": typed(value) for name, value in values.items()},
            )
            METER.add({"dynamodb_writes": usage.write_units(len(json.dumps(values)))})

    def get(self, request_id: str) -> StoredRequest:
        """Return a request.

        Raises:
            NotFound: there is no such request, or (Erased) it was erased.
        """
        return living(self.read(request_id))

    def update(self, request_id: str, update: Update) -> StoredRequest:
        """Apply an update to an existing request and return the item as it then is.

        If the update is to happen once and has happened, the item comes back unchanged.

        Raises:
            NotFound: there is no such request, or (Erased) it was erased.
        """
        METER.add({"dynamodb_writes": usage.write_units(self._size)})
        used = METER.take()
        try:
            item, done = self._updated(request_id, replace(update, add=usage.attributes(used)))
        except ServiceError:
            METER.put_back(used)
            raise
        if done:
            return cast("StoredRequest", item)
        METER.put_back(used)
        return living(item)

    def _updated(self, request_id: str, update: Update) -> tuple[dict[str, Any] | None, bool]:
        """Return the item as it now is, and whether the update's condition held."""
        with calling("dynamodb", "UpdateItem"):
            try:
                answer = self._client.update_item(
                    TableName=self._table,
                    Key={"pk": {"S": request_id}},
                    UpdateExpression=update.expression,
                    ConditionExpression=update.condition,
                    ExpressionAttributeNames=update.names,
                    ExpressionAttributeValues={
                        f":{name}": typed(value) for name, value in update.values.items()
                    },
                    ReturnValues="ALL_NEW",
                    ReturnValuesOnConditionCheckFailure="ALL_OLD",
                )
                item = from_dynamo(answer["Attributes"])
                self._size = _size(answer)
            except ClientError as error:
                if not expected(error, ("ConditionalCheckFailedException",)):
                    raise
                return found_instead(error), False
            return item, True

    def open_requests(self, status: str) -> Iterator[StoredRequest]:
        """Yield the open requests of a status, oldest first, with what the index projects."""
        return self._query(OPEN_INDEX, "open_status", status)

    def _query(self, index: str, attribute: str, value: str) -> Iterator[StoredRequest]:
        start: dict[str, Any] = {}
        while True:
            with calling("dynamodb", "Query"):
                answer = self._client.query(
                    TableName=self._table,
                    IndexName=index,
                    KeyConditionExpression=f"{attribute} = :value",
                    ExpressionAttributeValues={":value": {"S": value}},
                    **start,
                )
                items = [cast("StoredRequest", from_dynamo(item)) for item in answer["Items"]]
                last = answer.get("LastEvaluatedKey")
            yield from items
            if not last:
                return
            start = {"ExclusiveStartKey": last}


def _size(answer: Mapping[str, Any]) -> int:
    """Return the bytes of an answer on the wire: a little more than DynamoDB counts for the item in it."""
    return int(answer.get("ResponseMetadata", {}).get("HTTPHeaders", {}).get("content-length", 0))


def found_instead(error: ClientError) -> dict[str, Any] | None:
    """Return the item because of which a condition did not hold, or None if there is no item."""
    stored = cast("Any", error.response).get("Item")
    return from_dynamo(stored) if stored else None


def living(item: dict[str, Any] | None) -> StoredRequest:
    """Return the item of a request that is there and not erased.

    Raises:
        NotFound: there is no such request, or (Erased) it was erased.
    """
    if item is None:
        raise NotFound("There is no such request.")
    if item.get("status") == "erased":
        raise Erased("This request was erased.")
    return cast("StoredRequest", item)
