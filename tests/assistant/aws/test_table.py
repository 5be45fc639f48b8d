"""The request table in DynamoDB."""

from contextlib import suppress
from typing import Any

import pytest
from botocore.stub import ANY, Stubber

from assistant.errors import Erased, NotFound, ServiceBusy, ServiceRefused
from assistant.request.table import RequestTable
from assistant.request.update import Update
from tests.assistant import samples
from tests.assistant.stubs import SECRET, refuse, told

STORED = {
    "pk": {"S": "req-1"},
    "status": {"S": "failed"},
    "attempt": {"N": "2"},
    "analysis": {"M": {"scores": {"M": {"Negative": {"N": "0.871"}}}, "entities": {"L": []}}},
    "language": {"M": {"confidence": {"NULL": True}}},
}
READ = {
    "pk": "req-1",
    "status": "failed",
    "attempt": 2,
    "analysis": {"scores": {"Negative": 0.871}, "entities": []},
    "language": {"confidence": None},
}
UPDATE = Update(set_={"status": "failed", "analysis.scores": {"Negative": 0.871}}, while_status="processing")
ASKED = {
    "TableName": "table",
    "Key": {"pk": {"S": "req-1"}},
    "UpdateExpression": "SET #status = :status, #analysis.#scores = :analysis_scores",
    "ConditionExpression": "attribute_exists(pk) AND #status = :while_status",
    "ExpressionAttributeNames": {"#status": "status", "#analysis": "analysis", "#scores": "scores"},
    "ExpressionAttributeValues": {
        ":status": {"S": "failed"},
        ":analysis_scores": {"M": {"Negative": {"N": "0.871"}}},
        ":while_status": {"S": "processing"},
    },
    "ReturnValues": "ALL_NEW",
    "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
}


def cancel(stub: Stubber, *reasons: str) -> None:
    refuse(
        stub,
        "transact_write_items",
        "TransactionCanceledException",
        CancellationReasons=[{"Code": reason} for reason in reasons],
    )


def test_a_request_is_stored_only_if_its_id_is_new(dynamodb: Stubber) -> None:
    put = {
        "TableName": "table",
        "Item": {"pk": {"S": "r"}},
        "ConditionExpression": "attribute_not_exists(pk)",
    }
    dynamodb.add_response("transact_write_items", {}, {"TransactItems": [{"Put": put}]})
    assert RequestTable("table", dynamodb.client).accept({"pk": "r"})


def test_the_idempotency_item_goes_into_the_same_transaction(
    dynamodb: Stubber, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.aws.table.time.time", lambda: 1_800_000_000.9)
    request = {"TableName": "table", "Item": ANY, "ConditionExpression": "attribute_not_exists(pk)"}
    idempotency = {
        "TableName": "table",
        "Item": {"pk": {"S": "idem#1"}, "ttl": {"N": "1800086400"}},
        "ConditionExpression": "attribute_not_exists(pk) OR #ttl < :now",
        "ExpressionAttributeNames": {"#ttl": "ttl"},
        "ExpressionAttributeValues": {":now": {"N": "1800000000"}},
    }
    dynamodb.add_response(
        "transact_write_items", {}, {"TransactItems": [{"Put": request}, {"Put": idempotency}]}
    )
    item = {"pk": "idem#1", "ttl": 1_800_086_400}
    assert RequestTable("table", dynamodb.client).accept(samples.accepted(), item)


def test_a_key_that_was_used_before_stores_nothing(dynamodb: Stubber) -> None:
    cancel(dynamodb, "None", "ConditionalCheckFailed")
    assert not RequestTable("table", dynamodb.client).accept({"pk": "r"}, {"pk": "idem#1"})


@pytest.mark.parametrize(
    ("reasons", "kind"),
    [
        (("None", "TransactionConflict"), ServiceBusy),
        (("TransactionConflict", "None"), ServiceBusy),
        (("ThrottlingError", "None"), ServiceBusy),
        (("None", "ProvisionedThroughputExceeded"), ServiceBusy),
        (("ValidationError", "None"), ServiceRefused),
        (("ConditionalCheckFailed", "None"), ServiceRefused),
    ],
)
def test_a_transaction_is_cancelled_for_now_or_for_good(
    dynamodb: Stubber, reasons: tuple[str, ...], kind: type[Exception]
) -> None:
    cancel(dynamodb, *reasons)
    with pytest.raises(kind):
        RequestTable("table", dynamodb.client).accept({"pk": "r"}, {"pk": "idem#1"})


def test_an_item_is_read_consistently_and_in_plain_types(dynamodb: Stubber) -> None:
    dynamodb.add_response(
        "get_item",
        {"Item": STORED},
        {"TableName": "table", "Key": {"pk": {"S": "req-1"}}, "ConsistentRead": True},
    )
    assert RequestTable("table", dynamodb.client).get("req-1") == READ


def test_what_is_not_there_is_none_to_read_and_an_error_to_get(dynamodb: Stubber) -> None:
    dynamodb.add_response("get_item", {})
    dynamodb.add_response("get_item", {})
    requests = RequestTable("table", dynamodb.client)
    assert requests.read("idem#1") is None
    with pytest.raises(NotFound):
        requests.get("req-1")


def test_an_update_returns_the_item_as_it_then_is(dynamodb: Stubber) -> None:
    dynamodb.add_response("update_item", {"Attributes": STORED}, ASKED)
    assert RequestTable("table", dynamodb.client).update("req-1", UPDATE) == READ


def test_an_update_that_no_longer_applies_returns_the_item_as_it_was(dynamodb: Stubber) -> None:
    refuse(dynamodb, "update_item", "ConditionalCheckFailedException", Item=STORED)
    assert RequestTable("table", dynamodb.client).update("req-1", UPDATE) == READ


def test_an_update_of_nothing_is_an_error(dynamodb: Stubber) -> None:
    refuse(dynamodb, "update_item", "ConditionalCheckFailedException")
    with pytest.raises(NotFound):
        RequestTable("table", dynamodb.client).update("req-1", UPDATE)


ERASED = {"pk": {"S": "req-1"}, "status": {"S": "erased"}, "ttl": {"N": "1"}}


def test_an_erased_request_cannot_be_got_but_its_stub_can_be_read(dynamodb: Stubber) -> None:
    dynamodb.add_response("get_item", {"Item": ERASED})
    dynamodb.add_response("get_item", {"Item": ERASED})
    requests = RequestTable("table", dynamodb.client)
    assert requests.read("req-1") == {"pk": "req-1", "status": "erased", "ttl": 1}
    with pytest.raises(Erased):
        requests.get("req-1")


def test_an_erased_request_cannot_be_updated(dynamodb: Stubber) -> None:
    refuse(dynamodb, "update_item", "ConditionalCheckFailedException", Item=ERASED)
    with pytest.raises(Erased) as caught:
        RequestTable("table", dynamodb.client).update("req-1", UPDATE)
    assert SECRET not in told(caught.value)


def test_open_requests_are_read_to_the_last_page(dynamodb: Stubber) -> None:
    asked: dict[str, Any] = {
        "TableName": "table",
        "IndexName": "by_open",
        "KeyConditionExpression": "open_status = :value",
        "ExpressionAttributeValues": {":value": {"S": "failed"}},
    }
    last = {"pk": {"S": "a"}, "open_status": {"S": "failed"}, "received_at": {"S": "t"}}
    dynamodb.add_response("query", {"Items": [{"pk": {"S": "a"}}], "LastEvaluatedKey": last}, asked)
    dynamodb.add_response(
        "query", {"Items": []} | {"LastEvaluatedKey": last}, asked | {"ExclusiveStartKey": last}
    )
    dynamodb.add_response("query", {"Items": [{"pk": {"S": "b"}}]}, asked | {"ExclusiveStartKey": last})
    assert [item["pk"] for item in RequestTable("table", dynamodb.client).open_requests("failed")] == [
        "a",
        "b",
    ]


def test_a_whole_request_survives_the_way_into_the_table_and_back(dynamodb: Stubber) -> None:
    written: dict[str, Any] = {}
    dynamodb.client.meta.events.register(
        "before-parameter-build.dynamodb.TransactWriteItems", lambda params, **_: written.update(params)
    )
    dynamodb.add_response("transact_write_items", {})
    item = samples.completed()
    requests = RequestTable("table", dynamodb.client)
    requests.accept(item)
    dynamodb.add_response("get_item", {"Item": written["TransactItems"][0]["Put"]["Item"]})
    assert requests.get(samples.REQUEST_ID) == item


METERED = ASKED | {
    "UpdateExpression": ASKED["UpdateExpression"] + " ADD #add0 :add0, #add1 :add1",
    "ExpressionAttributeNames": ASKED["ExpressionAttributeNames"]
    | {"#add0": "used:polly_calls", "#add1": "used:dynamodb_writes"},
    "ExpressionAttributeValues": ASKED["ExpressionAttributeValues"]
    | {":add0": {"N": "1"}, ":add1": {"N": "1"}},
}


def test_a_write_takes_along_what_was_used_since_the_last_one(dynamodb: Stubber) -> None:
    METER.start({"polly_calls": 1})
    dynamodb.add_response("update_item", {"Attributes": STORED}, METERED)
    assert RequestTable("table", dynamodb.client).update("req-1", UPDATE) == READ
    assert METER.take() == {}


@pytest.mark.parametrize("code", ["ConditionalCheckFailedException", "ThrottlingException"])
def test_what_was_used_is_not_lost_with_a_write_that_did_not_happen(dynamodb: Stubber, code: str) -> None:
    METER.start({"polly_calls": 1})
    found = {"Item": STORED} if code.startswith("Conditional") else {}
    refuse(dynamodb, "update_item", code, **found)
    with suppress(ServiceBusy):
        RequestTable("table", dynamodb.client).update("req-1", UPDATE)
    assert METER.take() == {"polly_calls": 1, "dynamodb_writes": 1}


def test_a_new_request_holds_what_taking_it_in_used(dynamodb: Stubber) -> None:
    METER.start({"api_calls": 1})
    put = {
        "TableName": "table",
        "Item": {"pk": {"S": "r"}, "used:api_calls": {"N": "1"}, "used:dynamodb_writes": {"N": "2"}},
        "ConditionExpression": "attribute_not_exists(pk)",
    }
    dynamodb.add_response("transact_write_items", {}, {"TransactItems": [{"Put": put}]})
    RequestTable("table", dynamodb.client).accept({"pk": "r"})


def test_a_stub_is_returned_to_whom_updates_it_as_one(dynamodb: Stubber) -> None:
    dynamodb.add_response("update_item", {"Attributes": {"pk": {"S": "r"}, "status": {"S": "erased"}}})
    stub = RequestTable("t", dynamodb.client).update("r", Update({"a": 1}, while_status="erased"))
    assert stub == {"pk": "r", "status": "erased"}
