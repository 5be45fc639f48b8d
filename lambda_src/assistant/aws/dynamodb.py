"""Amazon DynamoDB: one table of plain items under the key `pk`; numbers are int or float."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer
from botocore import xform_name

from assistant.errors import ServiceBusy

from .client import Connection, Count, config

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

Item = dict[str, Any]

CONDITION_FAILED: Final = "ConditionalCheckFailedException"

_BUSY_REASONS: Final = frozenset({"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
"""Why DynamoDB cancels a transaction that may succeed later."""


@dataclass(frozen=True)
class Condition:
    """What must hold of an item for a write, with names for its `#` and values for its `:` placeholders."""

    expression: str
    names: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Stored:
    """An item as it is stored, or None, and its bytes on the wire: a little more than DynamoDB counts."""

    item: Item | None
    size: int


class ConditionFailed(Exception):  # noqa: N818 - it is no error of the service's
    """The condition of a write did not hold; `item` is what stands there instead, or None."""

    def __init__(self, item: Item | None) -> None:
        super().__init__()
        self.item = item


class Table:
    """Reads and writes items, each write under its condition.

    A write whose condition does not hold raises `ConditionFailed`, and nothing was written.
    """

    def __init__(self, name: str, count: Count | None = None, client: "DynamoDBClient | None" = None) -> None:
        self._name = name
        self._dynamodb = Connection("dynamodb", config(5), count=count, client=client, whole_answers=True)

    def get(self, key: str) -> Stored:
        """Return the item under a key, consistently."""
        with self._dynamodb.calling("GetItem") as client:
            answer = client.get_item(TableName=self._name, Key={"pk": {"S": key}}, ConsistentRead=True)
            return Stored(_plain(answer["Item"]) if "Item" in answer else None, _size(answer))

    def update(self, key: str, expression: str, condition: Condition) -> Stored:
        """Update an item, and return it as it then is.

        The names and values of `condition` are those of the expression, too.
        """
        return self._write(
            "UpdateItem",
            condition,
            Key={"pk": {"S": key}},
            UpdateExpression=expression,
            ReturnValues="ALL_NEW",
        )

    def put(self, item: Mapping[str, Any], condition: Condition) -> None:
        """Put an item in the place of what was there."""
        self._write("PutItem", condition, Item=_typed_item(item))

    def delete(self, key: str, condition: Condition) -> None:
        """Delete an item."""
        self._write("DeleteItem", condition, Key={"pk": {"S": key}})

    def put_all(self, *puts: tuple[Mapping[str, Any], Condition]) -> list[int]:
        """Put items in one transaction, each under its condition; return which conditions did not hold.

        If one did not, nothing was written.
        """
        items: Any = [
            {"Put": {"TableName": self._name, "Item": _typed_item(item)} | _placeholders(condition)}
            for item, condition in puts
        ]
        with self._dynamodb.calling("TransactWriteItems") as client:
            try:
                client.transact_write_items(TransactItems=items)
            except client.exceptions.TransactionCanceledException as error:
                reasons = [reason.get("Code") for reason in error.response.get("CancellationReasons", ())]
                if busy := next((reason for reason in reasons if reason in _BUSY_REASONS), None):
                    raise ServiceBusy("dynamodb", "TransactWriteItems", busy) from None
                failed = [place for place, code in enumerate(reasons) if code == "ConditionalCheckFailed"]
                if not failed:
                    raise
                return failed
        return []

    def query(self, index: str, attribute: str, value: str) -> Iterator[Item]:
        """Yield the items of an index under a value, in its order, with what it projects."""
        start: dict[str, Any] = {}
        while True:
            with self._dynamodb.calling("Query") as client:
                answer = client.query(
                    TableName=self._name,
                    IndexName=index,
                    KeyConditionExpression=f"{attribute} = :value",
                    ExpressionAttributeValues={":value": {"S": value}},
                    **start,
                )
                items = [_plain(item) for item in answer["Items"]]
                last = answer.get("LastEvaluatedKey")
            yield from items
            if not last:
                return
            start = {"ExclusiveStartKey": last}

    def _write(self, operation: str, condition: Condition, **given: Any) -> Stored:
        with self._dynamodb.calling(operation) as client:
            write: Any = getattr(client, xform_name(operation))
            if condition.expression:
                given["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD"
            try:
                answer = write(TableName=self._name, **_placeholders(condition), **given)
            except client.exceptions.ConditionalCheckFailedException as error:
                stored: Any = error.response.get("Item")
                raise ConditionFailed(_plain(stored) if stored else None) from None
            # An update's answer without the item would be one that broke off.
            return Stored(_plain(answer["Attributes"]) if "ReturnValues" in given else None, _size(answer))


def _placeholders(condition: Condition) -> dict[str, Any]:
    given = {
        "ConditionExpression": condition.expression,
        "ExpressionAttributeNames": dict(condition.names),
        "ExpressionAttributeValues": _typed_item(condition.values),
    }
    return {name: value for name, value in given.items() if value}


def _size(answer: Mapping[str, Any]) -> int:
    return int(answer.get("ResponseMetadata", {}).get("HTTPHeaders", {}).get("content-length", 0))


def _typed(value: Any) -> Any:
    return TypeSerializer().serialize(json.loads(json.dumps(value), parse_float=Decimal))


def _typed_item(item: Mapping[str, Any]) -> Item:
    return {key: _typed(value) for key, value in item.items()}


def _plain(item: Mapping[str, Any]) -> Item:
    plain = {key: TypeDeserializer().deserialize(value) for key, value in item.items()}
    return cast("Item", json.loads(json.dumps(plain, default=_number)))


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
