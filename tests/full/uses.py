"""Uses of everything that the functions may do; each returns what was missed on the way."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Final

import httpx

from assistant.knowledge.indexing import FOLDER
from assistant.request.ledger import PREFIX
from tests.full.roles import without
from tests.full.stack import Stack

DUTCH: Final = "Hallo, mijn bestelling is kapot aangekomen en ik ben erg boos. Wat nu?"

GREEK: Final = "Καλημέρα, θα ήθελα να μάθω πότε θα φτάσει η παραγγελία μου. Ευχαριστώ πολύ."

UNLISTED_QUOTAS: Final = 3
"""Translate's, the newest model's, and that of finding personal data."""


def answered(stack: Stack, mark: str) -> list[str]:
    """Send a request and use its links; return what was missed on the way."""
    posted = [stack.post(mark, DUTCH), stack.post(mark, DUTCH)]  # the second reads what the first stored
    missed = [f"POST {answer.status_code}" for answer in posted if answer.status_code != httpx.codes.ACCEPTED]
    if missed:
        return missed
    accepted = posted[0].json()
    stack.ended(accepted["request_id"])
    item = stack.item(accepted["request_id"])
    if item["status"] != "completed":
        return [f"status {item['status']}"]
    missed = [f"degraded {step}" for step in item["degraded"]]
    record = stack.http.get(accepted["status_url"])
    missed += [f"GET {record.status_code}"] if record.status_code != httpx.codes.OK else []
    voice = item.get("voice", {})
    if voice.get("status") == "ready":
        audio = stack.http.get(voice["url"], follow_redirects=True)
        missed += [f"audio {audio.status_code}"] if audio.status_code != httpx.codes.OK else []
    return missed


def translated(stack: Stack, mark: str) -> list[str]:
    """Have an English and a Greek message answered; return what was missed.

    Comprehend looks for personal data in English; of the words that end a reply, Translate is asked in Greek.
    """
    stack.forget_sentences()
    english, greek = (stack.post(f"{mark}-{name}", message) for name, message in (("en", ""), ("el", GREEK)))
    degraded: list[tuple[str, str]] = []
    for answer in (english, greek):
        stack.ended(answer.json()["request_id"])
        degraded += stack.item(answer.json()["request_id"])["degraded"].items()
    # The stand-in for Translate leaves a text in its language, which is not believed.
    return [f"degraded {one}" for one in degraded if one != ("ending", "translation_language")]


def failed(stack: Stack, mark: str) -> list[str]:
    """Have a request fail for good; return what was missed in recording it."""
    with without(stack, "SendResponse", "s3:PutObject"):
        request_id = stack.post(mark, DUTCH).json()["request_id"]
        stack.ended(request_id)
    missed = [] if stack.item(request_id)["status"] == "failed" else ["not failed"]
    letter = stack.dead_letter(request_id)
    return missed + ([f"dead letter {letter}"] if letter else [])


def stopped(stack: Stack, mark: str) -> list[str]:
    """Have a message refused because the day's budget is used up; return what was missed."""
    table = stack.site.clients.dynamodb.Table(stack.site.table)
    day = {"pk": f"{PREFIX}{datetime.now(UTC).date().isoformat()}"}
    much = Decimal(1_000_000)
    add = {"UpdateExpression": "ADD usd :usd", "Key": day}
    table.update_item(**add, ExpressionAttributeValues={":usd": much})
    try:
        answer = stack.post(mark, DUTCH)
        told = "told_at" in table.get_item(Key=day, ConsistentRead=True)["Item"]
    finally:
        table.update_item(**add, ExpressionAttributeValues={":usd": -much})
        table.update_item(Key=day, UpdateExpression="REMOVE told_at")
    missed = [] if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE else [f"POST {answer.status_code}"]
    return missed + ([] if told else ["operations not told"])


def swept(stack: Stack, mark: str) -> list[str]:
    """Leave to the sweep what is unstarted, dead or half erased; return what it missed."""
    unstarted = stack.prepare(f"{mark}-a", DUTCH)
    with stack.lock:
        stack.standins.set_faults({"bedrock.Converse": {"latency_seconds": 20}})
    dead = stack.post(f"{mark}-b", DUTCH).json()["request_id"]
    arn = stack.site.state_machine_arn.replace(":stateMachine:", ":execution:") + f":{dead}"
    stack.site.clients.stepfunctions.stop_execution(executionArn=arn)
    stack.standins.clear_faults()
    table = stack.site.clients.dynamodb.Table(stack.site.table)
    long_ago = (
        (datetime.now(UTC) - timedelta(hours=1)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    )
    for request_id in (unstarted, dead):
        table.update_item(
            Key={"pk": request_id},
            UpdateExpression="SET received_at = :then",
            ExpressionAttributeValues={":then": long_ago},
        )
    half_erased = f"{dead}x"
    stub = {"pk": half_erased, "status": "erased", "open_status": "erasing", "received_at": long_ago}
    table.put_item(
        Item={**stub, "erased_at": long_ago, "attempt": 1, "idempotency_pk": f"idem#{half_erased}"}
    )
    answer = stack.invoke("Sweep")
    if "errorType" in answer:
        return [answer["errorType"]]
    stack.ended(unstarted)
    missed = [] if stack.item(unstarted)["status"] == "completed" else ["not started"]
    missed += [] if stack.item(dead)["status"] == "failed" else ["not failed"]
    return missed + (["not erased"] if "open_status" in stack.item(half_erased) else [])


def erased(stack: Stack, mark: str) -> list[str]:
    """Erase one request by its link and one by its customer's address; return what was missed."""
    email = f"{mark}@example.com"
    links, erase_links = [], []
    for number in range(2):
        body = {"name": f"Ana {mark}", "email": email, "message": f"{DUTCH} {mark}"}
        headers = {"x-api-key": stack.deployment.api_key, "idempotency-key": f"{mark}-{number}"}
        accepted = stack.http.post(f"{stack.deployment.api_url}/requests", json=body, headers=headers).json()
        stack.ended(accepted["request_id"])
        links.append(accepted["status_url"])
        erase_links.append(stack.item(accepted["request_id"])["erase_url"])
    answer = stack.http.delete(erase_links[0])
    missed = [] if answer.status_code == httpx.codes.NO_CONTENT else [f"DELETE {answer.status_code}"]
    counts = stack.invoke("EraseCustomer", {"email": email})
    if "errorType" in counts:
        return [*missed, counts["errorType"]]
    gone = [stack.http.get(link).status_code == httpx.codes.GONE for link in links]
    return missed + ([] if all(gone) else ["not gone"])


def indexed(stack: Stack, mark: str) -> list[str]:
    """Have a document indexed, and a changed one; return what was missed."""
    bucket, key = stack.site.clients.s3, {"Bucket": stack.site.bucket, "Key": f"{FOLDER}{mark}.md"}
    missed = []
    for text in ("# Retours\n\n30 jours.", "# Retours\n\n31 jours."):
        bucket.put_object(**key, Body=text.encode())
        answer = stack.invoke("IndexKnowledge")
        rows = [row for row in answer.get("rows", ()) if row["document"] == f"{mark}.md"]
        missed += [] if [row["new"] for row in rows] == [1] else [f"not indexed: {answer}"]
    return missed


def unindexed(stack: Stack, mark: str) -> list[str]:
    """Have a document that `indexed` left removed from the index; return what was missed."""
    stack.site.clients.s3.delete_object(Bucket=stack.site.bucket, Key=f"{FOLDER}{mark}.md")
    gone = stack.invoke("IndexKnowledge").get("rows", ())
    return [] if [row["removed"] for row in gone] == [1] else [f"not removed: {gone}"]


def examined(stack: Stack) -> list[str]:
    """Have the doctor examine the stack, whose rate exceeds local quotas; return what it missed."""
    answer = stack.invoke("Doctor")
    if "errorType" in answer:
        return [answer["errorType"]]
    missed = [] if answer["warning"] else ["nothing to report"]
    # Quotas that nobody lists stay unknown, whoever asks.
    return missed + (["unknown"] if answer["unknown"] > UNLISTED_QUOTAS else [])
