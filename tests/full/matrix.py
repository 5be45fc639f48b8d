"""Runs one case of the fault matrix and says how it ended."""

import json
import time
from collections.abc import Collection
from dataclasses import dataclass

from local.commands.audio import listen
from local.commands.client import Record
from local.commands.trace.collect import restart
from tests.full.cases import INTAKE, Case
from tests.full.stack import Stack


@dataclass(frozen=True)
class Outcome:
    """What became of a request: the kind, and what was seen."""

    kind: str
    seen: str


def run(stack: Stack, case: Case) -> Outcome:
    """Return the outcome of one case; an AssertionError is one that must not be."""
    return _at_intake(stack, case) if case.function == INTAKE else _in_the_workflow(stack, case)


def _in_the_workflow(stack: Stack, case: Case) -> Outcome:
    request_id = stack.prepare(case.mark, case.message)
    label = f"{case.operation}#{case.mark}"
    containing = case.containing if case.is_ai or case.is_of_the_day else request_id
    only = {"containing": containing} if containing else {}
    befalling = [(case.function, case.operation, case.settings), *([case.needs] if case.needs else [])]
    faults = {
        f"{call}#{case.mark}": {**settings, **only, "caller": stack.keys[function]}
        for function, call, settings in befalling
    }
    server = stack.standins if case.is_ai else stack.proxy
    server.change_faults(faults)
    accepted = stack.start(case.mark, case.message)
    execution = stack.ended(request_id)
    met = server.met()
    server.change_faults(dict.fromkeys(faults))
    assert met[label] > 0, "the fault met no call"
    if execution["status"] == "SUCCEEDED":
        return answered(stack, request_id, accepted["status_url"])
    if execution["error"] == "NotAnswered":
        return failed(stack, request_id, accepted["status_url"])
    assert execution["error"] == "NotRecorded", execution
    code = stack.dead_letter(request_id)
    assert code, "the id is not in the dead-letter queue"
    return Outcome("dead letter", f"`{code}` in the dead-letter queue")


def answered(stack: Stack, request_id: str, status_url: str) -> Outcome:
    """Check that an answer is one: record, archive, notification, and audio or the reason for none."""
    record = stack.api.record(status_url)
    assert record["status"] == "completed"
    assert record["reply"]["words"] >= 60
    archived = stack.site.clients.s3.get_object(
        Bucket=stack.site.bucket, Key=f"responses/{request_id}_complete.json"
    )
    assert json.load(archived["Body"]) == record
    assert stack.objects(f"transcripts/{request_id}") == [f"transcripts/{request_id}.txt"]
    degraded = {entry["step"]: entry["reason"] for entry in record["degraded"]}
    if record["voice"]["status"] == "ready":
        assert stack.objects(f"audio-responses/{request_id}") == [f"audio-responses/{request_id}.mp3"]
        assert listen(stack.api.audio(record["voice"]["url"])).seconds > 5
    elif record["voice"]["reason"] != "no_voice_for_language":
        assert degraded["voice"] == record["voice"]["reason"]
    answers = [one for one in stack.notifications(request_id) if one.attributes["kind"] == "answer"]
    assert answers, "nobody was told"
    assert all(reason in answers[0].body for reason in degraded.values())
    assert not any(text in answers[0].body for text in private(record, degraded)), "masking failed"
    twice = ", told twice" if len(answers) > 1 else ""
    if not degraded:
        return Outcome("answered", "full answer" + twice)
    parts = ", ".join(sorted(degraded))
    reasons = ", ".join(f"`{reason}`" for reason in dict.fromkeys(degraded.values()))
    return Outcome("degraded", f"answer, degraded: {parts} ({reasons}){twice}")


def private(record: Record, degraded: Collection[str]) -> list[str]:
    """Return what a notification must not tell: the customer, and every text if nobody looked through it."""
    customer, message, reply = record["customer"], record["message"], record["reply"]
    texts = [message["original"], message.get("pivot", message["original"]), reply["pivot_text"]]
    return [customer["name"], customer["email"], *(texts if "personal_data" in degraded else [])]


def failed(stack: Stack, request_id: str, status_url: str) -> Outcome:
    """Check that a failure is stored and told, and that the request can be restarted."""
    item = stack.item(request_id)
    assert (item["status"], item["open_status"]) == ("failed", "failed")
    told = [one for one in stack.notifications(request_id) if one.attributes["kind"] == "failure"]
    assert told, "nobody was told"
    code = item["failure"]["code"]
    assert code in told[0].body
    with stack.lock:
        assert restart(stack.site, request_id) == f"{request_id}-2"
    assert stack.ended(f"{request_id}-2")["status"] == "SUCCEEDED"
    again = answered(stack, request_id, status_url)
    often = "told twice" if len(told) > 1 else "told"
    return Outcome("failed", f"recorded failure (`{code}`), {often}; restarted: {again.seen}")


def _at_intake(stack: Stack, case: Case) -> Outcome:
    """Send until it is accepted: a refusal says so, and in the end there is one request with one answer."""
    if case.call == "dynamodb.GetItem":  # read only when a key is used again
        assert stack.post(case.mark).status_code == 202
    label = f"{case.operation}#{case.mark}"
    only = {"containing": case.containing} if case.containing else {}
    stack.proxy.change_faults({label: {**case.settings, **only, "caller": stack.keys[case.function]}})
    deadline, refused = time.monotonic() + 60, 0
    while (answer := stack.post(case.mark)).status_code != 202:
        assert time.monotonic() < deadline, answer.text
        assert answer.status_code == 503, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
        assert int(answer.headers["retry-after"]) > 0
        refused += 1
        assert stack.proxy.met()[label] > 0
        if case.lasts:
            stack.proxy.change_faults({label: None})
        else:
            time.sleep(0.5)  # a caller's pause
    if label in stack.proxy.faults():
        assert stack.proxy.met()[label] > 0, "the fault met no call"
        stack.proxy.change_faults({label: None})
    accepted = answer.json()
    assert stack.ids(case.mark) == [accepted["request_id"]]
    assert stack.objects(f"incoming/{accepted['request_id']}") == [f"incoming/{accepted['request_id']}.json"]
    assert stack.ended(accepted["request_id"])["status"] == "SUCCEEDED"
    assert stack.execution(f"{accepted['request_id']}-2") is None
    ended = answered(stack, accepted["request_id"], accepted["status_url"])
    calls = f"503 with Retry-After, repeated: 202; {ended.seen}" if refused else f"202; {ended.seen}"
    return Outcome("accepted", calls)
