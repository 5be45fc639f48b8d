"""The request table for those who may erase."""

from typing import Any

import pytest
from botocore.stub import Stubber

from assistant.errors import Erased, NotFound, ServiceBusy, ServiceRefused
from assistant.request.table import RequestTable
from tests.assistant.stubs import SECRET, refuse, told

STUB: Any = {"pk": "req-1", "status": "erased", "attempt": 2}
PUT = {
    "TableName": "table",
    "Item": {"pk": {"S": "req-1"}, "status": {"S": "erased"}, "attempt": {"N": "2"}},
    "ConditionExpression": "attempt = :attempt AND #status <> :erased",
    "ExpressionAttributeNames": {"#status": "status"},
    "ExpressionAttributeValues": {":attempt": {"N": "2"}, ":erased": {"S": "erased"}},
    "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
}
FORGET = {
    "TableName": "table",
    "Key": {"pk": {"S": "idem#1"}},
    "ConditionExpression": "request_id = :request_id",
    "ExpressionAttributeValues": {":request_id": {"S": "req-1"}},
}
NOT_SO = "ConditionalCheckFailedException"


def test_a_stub_takes_the_place_of_the_whole_request(dynamodb: Stubber) -> None:
    dynamodb.add_response("put_item", {}, PUT)
    RequestTable("table", dynamodb.client).erase(STUB)


@pytest.mark.parametrize(
    ("stored", "error"),
    [
        ({"pk": {"S": "req-1"}, "status": {"S": "processing"}, "attempt": {"N": "3"}}, ServiceBusy),
        ({"pk": {"S": "req-1"}, "status": {"S": "erased"}}, Erased),
        (None, NotFound),
    ],
    ids=["restarted", "erased", "absent"],
)
def test_a_request_that_is_not_as_it_was_read_is_not_replaced(
    dynamodb: Stubber, stored: dict[str, Any] | None, error: type[Exception]
) -> None:
    refuse(dynamodb, "put_item", NOT_SO, **({"Item": stored} if stored else {}))
    with pytest.raises(error) as caught:
        RequestTable("table", dynamodb.client).erase(STUB)
    assert type(caught.value) is error
    assert SECRET not in told(caught.value)


def test_a_stub_that_is_refused_is_an_error(dynamodb: Stubber) -> None:
    refuse(dynamodb, "put_item", "AccessDeniedException")
    with pytest.raises(ServiceRefused):
        RequestTable("table", dynamodb.client).erase(STUB)


def test_the_idempotency_item_is_deleted_if_it_is_the_requests_own(dynamodb: Stubber) -> None:
    dynamodb.add_response("delete_item", {}, FORGET)
    RequestTable("table", dynamodb.client).forget_idempotency("idem#1", "req-1")


def test_one_that_is_not_there_or_anothers_by_now_is_left(dynamodb: Stubber) -> None:
    refuse(dynamodb, "delete_item", NOT_SO)
    RequestTable("table", dynamodb.client).forget_idempotency("idem#1", "req-1")


def test_one_that_cannot_be_deleted_is_an_error(dynamodb: Stubber) -> None:
    refuse(dynamodb, "delete_item", "AccessDeniedException")
    with pytest.raises(ServiceRefused):
        RequestTable("table", dynamodb.client).forget_idempotency("idem#1", "req-1")


def test_a_customers_requests_are_found_to_the_last_page(dynamodb: Stubber) -> None:
    asked: dict[str, Any] = {
        "TableName": "table",
        "IndexName": "by_customer",
        "KeyConditionExpression": "customer_hash = :value",
        "ExpressionAttributeValues": {":value": {"S": "hash"}},
    }
    last = {"pk": {"S": "a"}, "customer_hash": {"S": "hash"}, "received_at": {"S": "t"}}
    dynamodb.add_response("query", {"Items": [last], "LastEvaluatedKey": last}, asked)
    dynamodb.add_response("query", {"Items": [{"pk": {"S": "b"}}]}, asked | {"ExclusiveStartKey": last})
    assert list(RequestTable("table", dynamodb.client).requests_of("hash")) == ["a", "b"]
