"""Faults of an erasure: who asked is told, it goes on where it ended, and in the end nothing is left."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
import pytest

from assistant import clock
from tests.full.cases import FAULTS
from tests.full.faults import SURVIVED, fault
from tests.full.stack import Stack
from tests.integration.test_erasure import STUB

pytestmark = pytest.mark.full

PREFIXES = ("incoming", "responses", "audio-responses", "transcripts")
BEFORE = ("kms.VerifyMac", "dynamodb.Query", "dynamodb.GetItem", "states.StopExecution", "dynamodb.PutItem")
"""The calls that come before the stub, or are it: without them nothing is erased."""
AFTER = ("s3.DeleteObject", "dynamodb.DeleteItem", "dynamodb.UpdateItem")
"""The calls that clean up after it."""
REFUSED = ("ServiceBusy", "ServiceRefused")


@dataclass(frozen=True)
class Answered:
    """An answered request, the only one of its customer."""

    request_id: str
    status_url: str
    erase_url: str
    email: str
    idempotency_pk: str


def answered(stack: Stack) -> Answered:
    mark = f"erase-{uuid4().hex[:12]}"
    email = f"{mark}@example.com"
    accepted = stack.post(mark, email=email).json()
    assert stack.ended(accepted["request_id"])["status"] == "SUCCEEDED"
    item = stack.item(accepted["request_id"])
    return Answered(
        accepted["request_id"], accepted["status_url"], item["erase_url"], email, item["idempotency_pk"]
    )


def erased(stack: Stack, function: str, request: Answered) -> bool:
    """Have a request erased by its link or its address; return whether it was, else that is what is said."""
    if function == "EraseCustomer":
        counts = stack.invoke(function, {"email": request.email})
        assert counts.get("errorType") in REFUSED or counts == {"erased": 1, "left": 0}
        return "errorType" not in counts
    answer = stack.http.delete(request.erase_url)
    if answer.status_code == httpx.codes.NO_CONTENT:
        return True
    assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert answer.headers["content-type"] == "application/problem+json"
    assert int(answer.headers["retry-after"]) > 0
    return False


def left(stack: Stack, request: Answered) -> set[str]:
    """Return what is left of an erased request besides its stub, in the table and in the bucket."""
    assert stack.http.get(request.status_url).status_code == httpx.codes.GONE
    table = stack.site.clients.dynamodb.Table(stack.site.table)
    kept = "Item" in table.get_item(Key={"pk": request.idempotency_pk}, ConsistentRead=True)
    found = {"idempotency item"} if kept else set()
    found |= {key for prefix in PREFIXES for key in stack.objects(f"{prefix}/{request.request_id}")}
    return found | (stack.item(request.request_id).keys() - STUB - {"open_status", "due_at"})


def swept(stack: Stack, request_id: str) -> dict[str, object]:
    """Have the sweep look at an erasure that is old enough."""
    stack.site.clients.dynamodb.Table(stack.site.table).update_item(
        Key={"pk": request_id},
        UpdateExpression="SET erased_at = :then",
        ExpressionAttributeValues={":then": clock.iso(datetime.now(UTC) - timedelta(minutes=10))},
    )
    return stack.invoke("Sweep")


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("call", ["dynamodb.GetItem", "states.StopExecution", *AFTER])
def test_what_a_sweep_cannot_erase_the_next_one_does(stack: Stack, call: str, name: str) -> None:
    request_id = f"req-20261123-000000-{uuid4().hex[:12]}"
    key, transcript = f"idem#{request_id}", f"transcripts/{request_id}.txt"
    then = clock.iso(datetime.now(UTC) - timedelta(minutes=10))
    stub = {"pk": request_id, "status": "erased", "open_status": "erasing", "received_at": then}
    stub |= {"erased_at": then, "erased_by": "customer", "due_at": then, "idempotency_pk": key}
    table = stack.site.clients.dynamodb.Table(stack.site.table)
    table.put_item(Item={**stub, "attempt": 1})
    table.put_item(Item={"pk": key, "request_id": request_id})
    stack.site.clients.s3.put_object(Bucket=stack.site.bucket, Key=transcript, Body=b"late")
    with fault(stack, "Sweep", call, name):
        answer = stack.invoke("Sweep")
    if name not in SURVIVED:
        assert answer["errorType"] in REFUSED
        assert "open_status" in stack.item(request_id)
        answer = stack.invoke("Sweep")
    assert "errorType" not in answer
    assert stack.item(request_id).keys() == STUB - {"ttl"}
    assert "Item" not in table.get_item(Key={"pk": key}, ConsistentRead=True)
    assert stack.objects(transcript) == []


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("call", ["kms.VerifyMac", *BEFORE[2:], *AFTER])
def test_an_erasure_goes_on_with_the_repeated_call(stack: Stack, call: str, name: str) -> None:
    request = answered(stack)
    with fault(stack, "EraseRequest", call, name):
        assert erased(stack, "EraseRequest", request) is (name in SURVIVED)
    if name not in SURVIVED:
        wanted = httpx.codes.OK if call in BEFORE else httpx.codes.GONE
        assert stack.http.get(request.status_url).status_code == wanted
        assert erased(stack, "EraseRequest", request)
    assert left(stack, request) == set()


@pytest.mark.parametrize("name", ["access denied", "answer lost once"])
@pytest.mark.parametrize("call", [*BEFORE[1:], *AFTER])
def test_what_an_operator_cannot_erase_is_told_and_goes_on(stack: Stack, call: str, name: str) -> None:
    request = answered(stack)
    with fault(stack, "EraseCustomer", call, name):
        assert erased(stack, "EraseCustomer", request) is (name in SURVIVED)
    if name not in SURVIVED:
        if call in BEFORE:
            assert erased(stack, "EraseCustomer", request)
        else:
            # The stub no longer tells whose request it was: the sweep goes on, and nobody has to ask again.
            assert "errorType" not in swept(stack, request.request_id)
    assert left(stack, request) == set()


@pytest.mark.parametrize("call", AFTER)
def test_what_nobody_asks_for_again_is_finished_by_the_sweep(stack: Stack, call: str) -> None:
    request = answered(stack)
    with fault(stack, "EraseRequest", call, "access denied"):
        assert not erased(stack, "EraseRequest", request)
    assert "errorType" not in swept(stack, request.request_id)
    assert left(stack, request) == set()
    assert stack.item(request.request_id).keys() == STUB
    assert stack.http.delete(request.erase_url).status_code == httpx.codes.GONE
