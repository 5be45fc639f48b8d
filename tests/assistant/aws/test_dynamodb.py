"""A table of plain items in Amazon DynamoDB."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from assistant.aws.dynamodb import Condition, ConditionFailed, Stored, Table
from assistant.errors import ServiceBusy, ServiceRefused
from tests.assistant.stubs import SECRET, Stub, refuse, told

SAME_ATTEMPT = Condition("#attempt = :attempt", {"#attempt": "attempt"}, {":attempt": 2})
CONDITION = {
    "ConditionExpression": "#attempt = :attempt",
    "ExpressionAttributeNames": {"#attempt": "attempt"},
    "ExpressionAttributeValues": {":attempt": {"N": "2"}},
}
ASKED = {"TableName": "table"} | CONDITION | {"ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
KEY = {"Key": {"pk": {"S": "r"}}}
NEW = Condition("attribute_not_exists(pk)")
SIZE = {"ResponseMetadata": {"HTTPHeaders": {"content-length": "5000"}}}


@pytest.mark.parametrize(
    ("plain", "typed"),
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
def test_a_value_goes_there_and_back(dynamodb: Stub, plain: Any, typed: Any) -> None:
    stored = {"pk": {"S": "r"}, "value": typed}
    dynamodb.add_response(
        "put_item",
        {},
        {
            "TableName": "table",
            "Item": stored,
            "ConditionExpression": NEW.expression,
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        },
    )
    dynamodb.add_response("get_item", {"Item": stored})
    table = Table("table", client=dynamodb.client)
    table.put({"pk": "r", "value": plain}, NEW)
    assert table.get("r").item == {"pk": "r", "value": plain}


def test_a_whole_number_comes_back_as_one(dynamodb: Stub) -> None:
    dynamodb.add_response("get_item", {"Item": {"a": {"N": "2.0"}, "b": {"N": "2.5"}}})
    item = Table("table", client=dynamodb.client).get("r").item
    assert item == {"a": 2, "b": 2.5}
    assert isinstance(item["a"], int)
    assert not isinstance(item["b"], Decimal)


def test_an_item_is_read_consistently_with_its_size(dynamodb: Stub) -> None:
    asked = {"TableName": "table", "ConsistentRead": True} | KEY
    dynamodb.add_response("get_item", {"Item": {"pk": {"S": "r"}}} | SIZE, asked)
    assert Table("table", client=dynamodb.client).get("r") == Stored({"pk": "r"}, 5000)


def test_what_is_not_there_is_none(dynamodb: Stub) -> None:
    dynamodb.add_response("get_item", {})
    assert Table("table", client=dynamodb.client).get("r") == Stored(None, 0)


def test_an_update_returns_the_item_as_it_then_is(dynamodb: Stub) -> None:
    asked = ASKED | KEY | {"UpdateExpression": "REMOVE #attempt", "ReturnValues": "ALL_NEW"}
    dynamodb.add_response("update_item", {"Attributes": {"pk": {"S": "r"}}} | SIZE, asked)
    updated = Table("table", client=dynamodb.client).update("r", "REMOVE #attempt", SAME_ATTEMPT)
    assert updated == Stored({"pk": "r"}, 5000)


def test_an_update_without_a_condition_asks_for_none(dynamodb: Stub) -> None:
    asked: dict[str, Any] = {
        "TableName": "table",
        "UpdateExpression": "SET #a = :a",
        "ExpressionAttributeNames": {"#a": "a"},
        "ExpressionAttributeValues": {":a": {"N": "1"}},
        "ReturnValues": "ALL_NEW",
    }
    dynamodb.add_response("update_item", {"Attributes": {}}, asked | KEY)
    Table("table", client=dynamodb.client).update("r", "SET #a = :a", Condition("", {"#a": "a"}, {":a": 1}))


def test_an_item_is_put_or_deleted_under_its_condition(dynamodb: Stub) -> None:
    dynamodb.add_response("put_item", {}, ASKED | {"Item": {"pk": {"S": "r"}}})
    dynamodb.add_response("delete_item", {}, ASKED | KEY)
    table = Table("table", client=dynamodb.client)
    table.put({"pk": "r"}, SAME_ATTEMPT)
    table.delete("r", SAME_ATTEMPT)


@pytest.mark.parametrize(
    ("operation", "write"),
    [
        ("update_item", lambda table: table.update("r", "REMOVE #attempt", SAME_ATTEMPT)),
        ("put_item", lambda table: table.put({"pk": "r"}, SAME_ATTEMPT)),
        ("delete_item", lambda table: table.delete("r", SAME_ATTEMPT)),
    ],
)
@pytest.mark.parametrize(
    ("found", "item"), [({"Item": {"pk": {"S": SECRET}}}, {"pk": SECRET}), ({}, None)], ids=["item", "none"]
)
def test_a_write_whose_condition_fails_tells_what_stands_there_instead(
    dynamodb: Stub, operation: str, write: Callable[[Table], object], found: dict[str, Any], item: object
) -> None:
    refuse(dynamodb, operation, "ConditionalCheckFailedException", **found)
    with pytest.raises(ConditionFailed) as caught:
        write(Table("table", client=dynamodb.client))
    assert caught.value.item == item
    caught.value.item = None
    assert SECRET not in told(caught.value)


PUTS = (({"pk": "r"}, NEW), ({"pk": "s"}, SAME_ATTEMPT))


def test_items_are_put_in_one_transaction_each_under_its_condition(dynamodb: Stub) -> None:
    first: dict[str, Any] = {"TableName": "table", "Item": {"pk": {"S": "r"}}}
    second = {"TableName": "table", "Item": {"pk": {"S": "s"}}} | CONDITION
    puts = [{"Put": first | {"ConditionExpression": NEW.expression}}, {"Put": second}]
    dynamodb.add_response("transact_write_items", {}, {"TransactItems": puts})
    assert Table("table", client=dynamodb.client).put_all(*PUTS) == []


def cancel(stub: Stub, *reasons: str) -> None:
    refuse(
        stub,
        "transact_write_items",
        "TransactionCanceledException",
        CancellationReasons=[{"Code": reason} for reason in reasons],
    )


@pytest.mark.parametrize(
    ("reasons", "failed"),
    [
        (("None", "ConditionalCheckFailed"), [1]),
        (("ConditionalCheckFailed", "None"), [0]),
        (("ConditionalCheckFailed", "ConditionalCheckFailed"), [0, 1]),
    ],
)
def test_a_transaction_tells_which_conditions_failed(
    dynamodb: Stub, reasons: tuple[str, ...], failed: list[int]
) -> None:
    cancel(dynamodb, *reasons)
    assert Table("table", client=dynamodb.client).put_all(*PUTS) == failed


@pytest.mark.parametrize(
    ("reasons", "kind"),
    [
        (("None", "TransactionConflict"), ServiceBusy),
        (("TransactionConflict", "ConditionalCheckFailed"), ServiceBusy),
        (("ThrottlingError", "None"), ServiceBusy),
        (("None", "ProvisionedThroughputExceeded"), ServiceBusy),
        (("ValidationError", "None"), ServiceRefused),
    ],
)
def test_a_transaction_is_cancelled_for_now_or_for_good(
    dynamodb: Stub, reasons: tuple[str, ...], kind: type[Exception]
) -> None:
    cancel(dynamodb, *reasons)
    with pytest.raises(kind) as caught:
        Table("table", client=dynamodb.client).put_all(*PUTS)
    assert SECRET not in told(caught.value)


def test_a_query_reads_to_the_last_page(dynamodb: Stub) -> None:
    asked: dict[str, Any] = {
        "TableName": "table",
        "IndexName": "by_open",
        "KeyConditionExpression": "open_status = :value",
        "ExpressionAttributeValues": {":value": {"S": "failed"}},
    }
    last = {"pk": {"S": "a"}, "open_status": {"S": "failed"}}
    page = {"Items": [{"pk": {"S": "a"}}], "LastEvaluatedKey": last}
    dynamodb.add_response("query", page, asked)
    dynamodb.add_response("query", page | {"Items": []}, asked | {"ExclusiveStartKey": last})
    dynamodb.add_response("query", {"Items": [{"pk": {"S": "b"}}]}, asked | {"ExclusiveStartKey": last})
    found = Table("table", client=dynamodb.client).query("by_open", "open_status", "failed")
    assert list(found) == [{"pk": "a"}, {"pk": "b"}]
