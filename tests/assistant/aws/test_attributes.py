"""DynamoDB's typed attributes."""

from decimal import Decimal
from typing import Any

import pytest
from assistant.aws.attributes import from_dynamo, to_dynamo, typed


@pytest.mark.parametrize(
    ("plain", "dynamo"),
    [
        ("x", {"S": "x"}),
        (3, {"N": "3"}),
        (0.871, {"N": "0.871"}),
        (True, {"BOOL": True}),
        (None, {"NULL": True}),
        (["a", 1], {"L": [{"S": "a"}, {"N": "1"}]}),
        ({"a": {"b": 0.5}}, {"M": {"a": {"M": {"b": {"N": "0.5"}}}}}),
    ],
)
def test_a_value_goes_there_and_back(plain: Any, dynamo: Any) -> None:
    assert typed(plain) == dynamo
    assert to_dynamo({"key": plain}) == {"key": dynamo}
    assert from_dynamo({"key": dynamo}) == {"key": plain}


def test_a_whole_number_comes_back_as_one() -> None:
    read = from_dynamo({"a": {"N": "2.0"}, "b": {"N": "2.5"}})
    assert read == {"a": 2, "b": 2.5}
    assert not any(isinstance(value, Decimal) for value in read.values())
    assert isinstance(read["a"], int)
