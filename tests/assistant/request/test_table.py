"""The request table in DynamoDB: what it asks for, and what its calls cost.

What its calls do to items is in `tests/table_contract.py`.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assistant.cost.meter import Meter
from assistant.errors import Erased, NotFound, ServiceBusy, ServiceError, ServiceRefused
from assistant.request.table import RequestTable, Update
from tests.assistant import samples
from tests.assistant.stubs import SECRET, Stub, client, refuse, stubbed, told

FAILED = "ConditionalCheckFailedException"
LIVING = {"pk": {"S": "r"}, "status": {"S": "failed"}, "text": {"S": SECRET}}
ERASED = {"pk": {"S": "r"}, "status": {"S": "erased"}}
UPDATE = Update(set_={"a": 1}, while_equal={"status": "processing"})
ACCEPTED: Any = samples.accepted()
COMPLETED: Any = samples.completed()
STUB: Any = {"pk": "r", "status": "erased", "attempt": 1}
IDEMPOTENCY = {"pk": "idem#1", "request_id": "r", "ttl": 1_800_086_400}


@pytest.fixture
def dynamodb() -> Iterator[Stub]:
    with stubbed(client("dynamodb")) as stub:
        yield stub


@pytest.fixture
def meter() -> Meter:
    return Meter()


@pytest.fixture
def requests(dynamodb: Stub, meter: Meter) -> RequestTable:
    return RequestTable("table", meter, dynamodb.client)


@pytest.fixture
def sent(dynamodb: Stub) -> list[Any]:
    """The parameters of each call."""
    sent: list[Any] = []
    dynamodb.client.meta.events.register(
        "before-parameter-build.dynamodb", lambda params, **_: sent.append(params)
    )
    return sent


def sized(size: int, **answer: Any) -> dict[str, Any]:
    return answer | {"ResponseMetadata": {"HTTPHeaders": {"content-length": str(size)}}}


def test_a_whole_request_survives_the_way_into_the_table_and_back(
    dynamodb: Stub, requests: RequestTable, sent: list[Any]
) -> None:
    dynamodb.add_response("transact_write_items", {})
    assert requests.accept(COMPLETED)
    (put,) = (each["Put"] for each in sent[0]["TransactItems"])
    assert put["ConditionExpression"] == "attribute_not_exists(pk)"
    dynamodb.add_response("get_item", {"Item": put["Item"]})
    assert requests.get(samples.REQUEST_ID) == COMPLETED


def test_the_idempotency_item_goes_into_the_same_transaction(
    dynamodb: Stub, requests: RequestTable, sent: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.request.table.time.time", lambda: 1_800_000_000.9)
    dynamodb.add_response("transact_write_items", {})
    assert requests.accept(ACCEPTED, IDEMPOTENCY)
    _, put = (each["Put"] for each in sent[0]["TransactItems"])
    assert put == {
        "TableName": "table",
        "Item": {"pk": {"S": "idem#1"}, "request_id": {"S": "r"}, "ttl": {"N": "1800086400"}},
        "ConditionExpression": "attribute_not_exists(pk) OR #ttl < :now",
        "ExpressionAttributeNames": {"#ttl": "ttl"},
        "ExpressionAttributeValues": {":now": {"N": "1800000000"}},
    }


@pytest.mark.parametrize(
    ("reasons", "outcome"),
    [
        (("None", "ConditionalCheckFailed"), False),
        (("ConditionalCheckFailed", "None"), ServiceRefused),
        (("None", "TransactionConflict"), ServiceBusy),
    ],
    ids=["known key", "id taken", "conflict"],
)
def test_a_request_that_is_not_accepted_is_a_repetition_or_an_error(
    dynamodb: Stub, requests: RequestTable, reasons: tuple[str, ...], outcome: Any
) -> None:
    codes = [{"Code": reason} for reason in reasons]
    refuse(dynamodb, "transact_write_items", "TransactionCanceledException", CancellationReasons=codes)
    if outcome is False:
        assert not requests.accept(ACCEPTED, IDEMPOTENCY)
    else:
        with pytest.raises(outcome):
            requests.accept(ACCEPTED, IDEMPOTENCY)


def test_an_update_that_no_longer_applies_returns_the_item_as_it_is(
    dynamodb: Stub, requests: RequestTable
) -> None:
    refuse(dynamodb, "update_item", FAILED, Item=LIVING)
    found: Any = requests.update("r", UPDATE)
    assert found == {"pk": "r", "status": "failed", "text": SECRET}


@pytest.mark.parametrize(
    "write",
    [
        ("update_item", lambda requests: requests.update("r", UPDATE)),
        ("put_item", lambda requests: requests.erase(STUB)),
    ],
    ids=["update", "erase"],
)
@pytest.mark.parametrize(("found", "error"), [({"Item": ERASED}, Erased), ({}, NotFound)])
def test_a_request_that_is_erased_or_unknown_is_not_written(
    dynamodb: Stub,
    requests: RequestTable,
    write: tuple[str, Callable[[RequestTable], object]],
    found: dict[str, Any],
    error: type[Exception],
) -> None:
    operation, call = write
    refuse(dynamodb, operation, FAILED, **found)
    with pytest.raises(error) as caught:
        call(requests)
    assert type(caught.value) is error


def test_a_request_that_was_restarted_is_not_erased_yet(dynamodb: Stub, requests: RequestTable) -> None:
    refuse(dynamodb, "put_item", FAILED, Item=LIVING)
    with pytest.raises(ServiceBusy) as caught:
        requests.erase(STUB)
    assert SECRET not in told(caught.value)


def test_an_idempotency_item_of_another_request_is_left(dynamodb: Stub, requests: RequestTable) -> None:
    refuse(dynamodb, "delete_item", FAILED)
    requests.forget_idempotency("idem#1", "r")


@pytest.mark.parametrize(
    ("call", "asked", "found"),
    [
        (lambda table: table.open_requests("x"), ("by_open", "open_status = :value"), {"pk": "r"}),
        (lambda table: table.requests_of("x"), ("by_customer", "customer_hash = :value"), "r"),
    ],
)
def test_an_index_is_asked_by_its_key(
    dynamodb: Stub, sent: list[Any], call: Callable[[Any], Any], asked: tuple[str, str], found: Any
) -> None:
    dynamodb.add_response("query", {"Items": [{"pk": {"S": "r"}}]})
    assert list(call(RequestTable("table", Meter(), dynamodb.client))) == [found]
    assert (sent[0]["IndexName"], sent[0]["KeyConditionExpression"]) == asked


def test_a_new_request_holds_what_taking_it_in_used_its_own_writes_included(
    dynamodb: Stub, requests: RequestTable, meter: Meter, sent: list[Any]
) -> None:
    for characters, units in ((0, 2), (1024, 4), (9000, 18)):
        meter.start({"api_calls": 1})
        dynamodb.add_response("transact_write_items", {})
        item: Any = {"pk": "r", "message": "x" * characters}
        requests.accept(item)
        stored = sent.pop()["TransactItems"][0]["Put"]["Item"]
        assert stored["used:api_calls"] == {"N": "1"}
        assert stored["used:dynamodb_writes"] == {"N": str(units)}
        assert meter.take() == {}


def test_reads_and_updates_are_billed_by_the_size_that_the_item_had_last(
    dynamodb: Stub, requests: RequestTable, meter: Meter
) -> None:
    meter.start({})
    dynamodb.add_response("get_item", sized(9000, Item=LIVING))
    requests.get("r")
    assert meter.used == {"dynamodb_reads": 3}
    dynamodb.add_response("update_item", sized(9300, Attributes=LIVING))
    requests.update("r", UPDATE)
    assert meter.used == {"dynamodb_reads": 3, "dynamodb_writes": 9}
    dynamodb.add_response("update_item", sized(9300, Attributes=LIVING))
    requests.update("r", UPDATE)
    assert meter.used == {"dynamodb_reads": 3, "dynamodb_writes": 19}


def test_what_is_kept_is_billed_by_its_own_size(
    dynamodb: Stub, requests: RequestTable, meter: Meter, sent: list[Any]
) -> None:
    meter.start({})
    dynamodb.add_response("update_item", {"Attributes": LIVING})
    requests.keep("text#1", {"text": "x" * 2000, "ttl": 1})
    assert meter.used == {"dynamodb_writes": 2}
    assert sent[0]["UpdateExpression"] == "SET #text = :text, #ttl = :ttl"
    assert "ConditionExpression" not in sent[0]


def test_an_update_takes_along_what_was_used_since_the_last_one(
    dynamodb: Stub, requests: RequestTable, meter: Meter, sent: list[Any]
) -> None:
    meter.start({"polly_calls": 1})
    dynamodb.add_response("update_item", {"Attributes": LIVING})
    requests.update("r", UPDATE)
    assert sent[0]["UpdateExpression"] == "SET #a = :v0 ADD #add0 :v1, #add1 :v2"
    assert sent[0]["ExpressionAttributeNames"] == {
        "#a": "a",
        "#status": "status",
        "#add0": "used:polly_calls",
        "#add1": "used:dynamodb_writes",
    }
    assert meter.take() == {}


@pytest.mark.parametrize(
    ("code", "error"), [(FAILED, NotFound), ("ThrottlingException", ServiceBusy), ("Other", ServiceRefused)]
)
def test_what_was_used_is_not_lost_with_a_write_that_did_not_happen(
    dynamodb: Stub, requests: RequestTable, meter: Meter, code: str, error: type[ServiceError]
) -> None:
    meter.start({"polly_calls": 1})
    refuse(dynamodb, "update_item", code)
    with pytest.raises(error):
        requests.update("r", UPDATE)
    assert meter.take() == {"polly_calls": 1, "dynamodb_writes": 1}
