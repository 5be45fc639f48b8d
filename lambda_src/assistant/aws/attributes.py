"""DynamoDB's typed attributes, from and to plain values."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer


def typed(value: Any) -> Any:
    """Return a plain value as DynamoDB's."""
    return TypeSerializer().serialize(json.loads(json.dumps(value), parse_float=Decimal))


def to_dynamo(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return a plain item as DynamoDB's."""
    return {key: typed(value) for key, value in item.items()}


def from_dynamo(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return DynamoDB's item as a plain one, its numbers as int or float."""
    plain = {key: TypeDeserializer().deserialize(value) for key, value in item.items()}
    return cast("dict[str, Any]", json.loads(json.dumps(plain, default=_number)))


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
