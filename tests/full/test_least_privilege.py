"""Least privilege, proven: what is granted is used, and what is taken away is missed visibly."""

from typing import Final

import pytest

from support_stack.drift_reads import READS
from tests.full.roles import granted, seen, without
from tests.full.stack import Stack, until
from tests.full.uses import answered, erased, examined, failed, indexed, stopped, swept, translated, unindexed

pytestmark = pytest.mark.full

# Granted, and never seen here.
EXCEPTIONS: Final = {
    **dict.fromkeys(
        READS, "CloudFormation reads in the doctor's name; the emulator looks into its own memory"
    ),
    "cloudformation:DetectStackResourceDrift": "AWS asks for it beside DetectStackDrift; no call of its own",
    "logs:CreateLogStream": "the emulator writes a function's log itself; on AWS the function's role does",
    "logs:PutLogEvents": "the emulator writes a function's log itself; on AWS the function's role does",
    "xray:PutTraceSegments": "the emulator has no X-Ray; on AWS active tracing sends segments by the role",
    "xray:PutTelemetryRecords": "the emulator has no X-Ray; on AWS active tracing sends telemetry so",
}

RARE: Final = {name: {"dynamodb:UpdateItem"} for name in ("GetRequest", "GetAudio", "IndexKnowledge")}
"""The day's ledger: a call costs some millionths, and one in some hundred writes for them all."""


def test_what_is_granted_is_what_is_used(stack: Stack) -> None:
    stack.proxy.reset_calls()
    stack.standins.reset_calls()
    assert answered(stack, "uses-a") == []
    assert translated(stack, "uses-e") == []
    assert failed(stack, "uses-b") == []
    assert stopped(stack, "uses-f") == []
    assert swept(stack, "uses-c") == []
    assert indexed(stack, "uses-g") == []
    assert examined(stack) == []
    assert unindexed(stack, "uses-g") == []
    assert erased(stack, "uses-d") == []
    used = seen(stack)
    for function in stack.functions:
        unseen = (EXCEPTIONS.keys() | RARE.get(function, set())) - used[function]
        assert granted(stack, function) - unseen == used[function], function


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
        ("GenerateVoiceResponse", "s3:GetObject"),
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
        "states:ListExecutions",
        "sns:Publish",
    ],
)
def test_a_grant_of_the_sweep_is_missed_by_its_error(stack: Stack, action: str) -> None:
    with without(stack, "Sweep", action):
        assert swept(stack, f"lacks-{action}".replace(":", "-")) == ["ServiceRefused"]
    until(lambda: True if "errorType" not in stack.invoke("Sweep") else None)


@pytest.mark.parametrize("action", ["dynamodb:UpdateItem", "sns:Publish"])
def test_a_grant_of_the_stop_is_missed_by_operations(stack: Stack, action: str) -> None:
    with without(stack, "ProcessCustomerRequest", action):
        assert stopped(stack, f"lacks-stop-{action}".replace(":", "-")) == ["operations not told"]


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
    ("action", "missed"),
    [
        ("sns:Publish", "ServiceRefused"),
        ("sns:ListSubscriptionsByTopic", "unknown"),
        ("cloudformation:DetectStackDrift", "unknown"),
        ("cloudformation:DescribeStackDriftDetectionStatus", "unknown"),
        ("cloudformation:DescribeStackResourceDrifts", "unknown"),
    ],
)
def test_a_grant_of_the_doctor_is_missed(stack: Stack, action: str, missed: str) -> None:
    with without(stack, "Doctor", action):
        assert examined(stack) == [missed]
    until(lambda: True if examined(stack) == [] else None)
