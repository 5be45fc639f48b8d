"""Least privilege, proven: what is granted is used, and what is taken away is missed visibly."""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import httpx
import pytest

from tests.full.stack import Stack, until

pytestmark = pytest.mark.full

DUTCH: Final = "Hallo, mijn bestelling is kapot aangekomen en ik ben erg boos. Wat nu?"

# Granted, and never seen here.
EXCEPTIONS: Final = {
    "logs:CreateLogStream": "the emulator writes a function's log itself; on AWS the function's role does",
    "logs:PutLogEvents": "the emulator writes a function's log itself; on AWS the function's role does",
    "xray:PutTraceSegments": "the emulator has no X-Ray; on AWS active tracing sends segments by the role",
    "xray:PutTelemetryRecords": "the emulator has no X-Ray; on AWS active tracing sends telemetry so",
}

# Where the action has another name than the call that it allows.
ACTIONS: Final = {
    "dynamodb.TransactWriteItems": "dynamodb:PutItem",
    "bedrock.Converse": "bedrock:InvokeModel",
    "bedrock-catalog.GetFoundationModel": "bedrock:GetFoundationModel",
    "bedrock-catalog.GetInferenceProfile": "bedrock:GetInferenceProfile",
    "service-quotas.ListAWSDefaultServiceQuotas": "servicequotas:ListAWSDefaultServiceQuotas",
    "service-quotas.ListServiceQuotas": "servicequotas:ListServiceQuotas",
}


UNLISTED_QUOTAS: Final = 3
"""Translate's, the newest model's, and that of finding personal data."""


def policies(stack: Stack, function: str) -> dict[str, dict[str, Any]]:
    """Return the inline policies of a function's role, by name."""
    iam, role = _role(stack, function)
    names = iam.list_role_policies(RoleName=role)["PolicyNames"]
    documents = {
        name: iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"] for name in names
    }
    return {name: json.loads(doc) if isinstance(doc, str) else doc for name, doc in documents.items()}


def granted(stack: Stack, function: str) -> set[str]:
    """Return the actions that a function's role may do."""
    return {
        action
        for document in policies(stack, function).values()
        for statement in document["Statement"]
        for action in _list(statement["Action"])
    }


@contextmanager
def without(stack: Stack, function: str, action: str) -> Iterator[None]:
    """Take one action from a function's role, and give it back."""
    iam, role = _role(stack, function)
    before = policies(stack, function)
    for name, document in before.items():
        kept = []
        for statement in document["Statement"]:
            actions = [each for each in _list(statement["Action"]) if each != action]
            if actions:
                kept.append({**statement, "Action": actions})
        changed = json.dumps({**document, "Statement": kept})
        iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=changed)
    try:
        yield
    finally:
        for name, document in before.items():
            iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=json.dumps(document))


def seen(stack: Stack) -> dict[str, set[str]]:
    """Return the actions that the emulator and the stand-ins saw, by function."""
    functions = {key: function for function, key in stack.keys.items()}
    actions: dict[str, set[str]] = defaultdict(set)
    for call in (*stack.proxy.calls()["calls"], *stack.standins.calls()["calls"]):
        name = f"{call['service']}.{call['operation']}"
        if call["access_key_id"] in functions:
            actions[functions[call["access_key_id"]]].add(ACTIONS.get(name, name.replace(".", ":")))
    return actions


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


def failed(stack: Stack, mark: str) -> list[str]:
    """Have a request fail for good; return what was missed in recording it."""
    with without(stack, "SendResponse", "s3:PutObject"):
        request_id = stack.post(mark, DUTCH).json()["request_id"]
        stack.ended(request_id)
    missed = [] if stack.item(request_id)["status"] == "failed" else ["not failed"]
    letter = stack.dead_letter(request_id)
    return missed + ([f"dead letter {letter}"] if letter else [])


def swept(stack: Stack, mark: str) -> list[str]:
    """Leave to the sweep what is unstarted, dead or half erased; return what it missed."""
    unstarted = stack.prepare(f"{mark}-a", DUTCH)
    with stack.lock:
        stack.standins.set_faults({"bedrock": {"latency_seconds": 20}})
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
    links = []
    for number in range(2):
        body = {"name": f"Ana {mark}", "email": email, "message": f"{DUTCH} {mark}"}
        headers = {"x-api-key": stack.deployment.api_key, "idempotency-key": f"{mark}-{number}"}
        accepted = stack.http.post(f"{stack.deployment.api_url}/requests", json=body, headers=headers).json()
        stack.ended(accepted["request_id"])
        links.append(accepted["status_url"])
    answer = stack.http.delete(links[0])
    missed = [] if answer.status_code == httpx.codes.NO_CONTENT else [f"DELETE {answer.status_code}"]
    counts = stack.invoke("EraseCustomer", {"email": email})
    if "errorType" in counts:
        return [*missed, counts["errorType"]]
    gone = [stack.http.get(link).status_code == httpx.codes.GONE for link in links]
    return missed + ([] if all(gone) else ["not gone"])


def examined(stack: Stack) -> list[str]:
    """Have the doctor examine the stack, whose rate exceeds local quotas; return what it missed."""
    answer = stack.invoke("Doctor")
    if "errorType" in answer:
        return [answer["errorType"]]
    missed = [] if answer["warning"] else ["nothing to report"]
    # Quotas that nobody lists stay unknown, whoever asks.
    return missed + (["unknown"] if answer["unknown"] > UNLISTED_QUOTAS else [])


def test_what_is_granted_is_what_is_used(stack: Stack) -> None:
    stack.proxy.reset_calls()
    stack.standins.reset_calls()
    assert answered(stack, "uses-a") == []
    assert failed(stack, "uses-b") == []
    assert swept(stack, "uses-c") == []
    assert examined(stack) == []
    assert erased(stack, "uses-d") == []
    used = seen(stack)
    for function in stack.functions:
        assert granted(stack, function) - EXCEPTIONS.keys() == used[function], function


@pytest.mark.parametrize(
    ("function", "action"),
    [
        ("ProcessCustomerRequest", "kms:GenerateMac"),
        ("ProcessCustomerRequest", "dynamodb:PutItem"),
        ("ProcessCustomerRequest", "dynamodb:GetItem"),
        ("ProcessCustomerRequest", "s3:PutObject"),
        ("ProcessCustomerRequest", "states:StartExecution"),
        ("TranslateAndAnalyze", "dynamodb:GetItem"),
        ("TranslateAndAnalyze", "dynamodb:UpdateItem"),
        ("GenerateAIResponse", "dynamodb:GetItem"),
        ("GenerateAIResponse", "dynamodb:UpdateItem"),
        ("GenerateVoiceResponse", "dynamodb:GetItem"),
        ("GenerateVoiceResponse", "dynamodb:UpdateItem"),
        ("GenerateVoiceResponse", "s3:PutObject"),
        ("GenerateVoiceResponse", "kms:GenerateMac"),
        ("SendResponse", "dynamodb:UpdateItem"),
        ("SendResponse", "s3:PutObject"),
        ("SendResponse", "sns:Publish"),
        ("GetRequest", "kms:VerifyMac"),
        ("GetRequest", "dynamodb:GetItem"),
        ("GetAudio", "kms:VerifyMac"),
        ("GetAudio", "dynamodb:GetItem"),
        ("GetAudio", "s3:GetObject"),
    ],
)
def test_a_grant_that_is_taken_away_is_missed_on_a_requests_way(
    stack: Stack, function: str, action: str
) -> None:
    assert action in granted(stack, function)
    with without(stack, function, action):
        assert answered(stack, f"lacks-{function}-{action}".replace(":", "-")) != []


@pytest.mark.parametrize("action", ["dynamodb:UpdateItem", "sns:Publish"])
def test_a_grant_of_the_failure_path_is_missed_by_the_dead_letter_queue(stack: Stack, action: str) -> None:
    with without(stack, "RecordFailure", action):
        assert [part for part in failed(stack, f"lacks-{action}".replace(":", "-")) if "dead letter" in part]


@pytest.mark.parametrize(
    "action",
    [
        "dynamodb:DeleteItem",
        "dynamodb:GetItem",
        "dynamodb:Query",
        "dynamodb:UpdateItem",
        "s3:DeleteObject",
        "states:StartExecution",
        "states:StopExecution",
        "states:DescribeExecution",
        "sns:Publish",
    ],
)
def test_a_grant_of_the_sweep_is_missed_by_its_error(stack: Stack, action: str) -> None:
    with without(stack, "Sweep", action):
        assert swept(stack, f"lacks-{action}".replace(":", "-")) == ["ServiceRefused"]
    until(lambda: True if "errorType" not in stack.invoke("Sweep") else None)


ERASING: Final = (
    "dynamodb:DeleteItem",
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
    "s3:DeleteObject",
    "states:StopExecution",
)


@pytest.mark.parametrize(
    ("function", "action", "missed"),
    [
        *(("EraseRequest", action, "DELETE 503") for action in (*ERASING, "kms:VerifyMac")),
        *(("EraseCustomer", action, "ServiceRefused") for action in (*ERASING, "dynamodb:Query")),
    ],
)
def test_a_grant_of_an_erasure_is_missed_by_who_asked_for_it(
    stack: Stack, function: str, action: str, missed: str
) -> None:
    assert action in granted(stack, function)
    with without(stack, function, action):
        assert missed in erased(stack, f"lacks-{function}-{action}".replace(":", "-"))


@pytest.mark.parametrize(
    ("action", "missed"), [("sns:Publish", "ServiceRefused"), ("sns:ListSubscriptionsByTopic", "unknown")]
)
def test_a_grant_of_the_doctor_is_missed(stack: Stack, action: str, missed: str) -> None:
    with without(stack, "Doctor", action):
        assert examined(stack) == [missed]
    until(lambda: True if examined(stack) == [] else None)


def _role(stack: Stack, function: str) -> tuple[Any, str]:
    clients = stack.site.clients
    awslambda = clients.session.client("lambda", **clients.options)
    role = awslambda.get_function_configuration(FunctionName=stack.functions[function])["Role"]
    return clients.session.client("iam", **clients.options), role.rpartition("/")[2]


def _list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
