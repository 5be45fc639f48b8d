"""One fault for each AI service; the whole matrix is in tests/full."""

import time
from collections import Counter
from typing import Any

import pytest

from local.commands.client import Record, SupportApi
from local.commands.trace import history
from local.environment.deployment import Deployment
from local.standins.client import StandinClient
from support_stack import config
from tests.integration.conftest import Deployed
from tests.integration.test_answers import ANGRY, ask, notifications

pytestmark = pytest.mark.integration


MODELS = config.load("local").reply.models


def calls(deployment: Deployment, record: Record) -> dict[str, int]:
    """Return how often each task was called; more than once is a retry."""
    (execution,) = history.executions(deployment.clients, deployment.state_machine_arn, record["request_id"])
    return {step.state: step.calls for step in execution.steps if step.calls}


def degraded(record: Record) -> dict[str, Any]:
    """Return what was degraded, with the reason."""
    return {entry["step"]: entry["reason"] for entry in record["degraded"]}


def test_a_translation_that_is_throttled_for_a_while_only_takes_longer(
    api: SupportApi, deployment: Deployment, standins: StandinClient
) -> None:
    standins.set_faults({"translate": {"error": "throttled", "seconds": 2}})
    record = ask(api, ANGRY)
    assert record["status"] == "completed"
    assert degraded(record) == {}
    assert calls(deployment, record)["TranslateAndAnalyze"] > 1
    answered = Counter(call["operation"] for call in standins.calls()["calls"] if call["error"] is None)
    # what the other services had answered was kept
    assert (answered["TranslateText"], answered["DetectSentiment"], answered["DetectEntities"]) == (1, 1, 1)


def test_without_sentiment_nobody_is_filed_as_normal(
    api: SupportApi, deployed: Deployed, standins: StandinClient
) -> None:
    standins.set_faults({"comprehend.DetectSentiment": {"error": "denied"}})
    record = ask(api, ANGRY)
    reason = "comprehend.DetectSentiment: AccessDeniedException"
    assert record["status"] == "completed"
    assert degraded(record) == {"sentiment": reason}
    assert (record["analysis"]["sentiment"], record["analysis"]["priority"]) == ("UNKNOWN", "MEDIUM")
    assert record["reply"]["source"] == "model"
    (answer,) = notifications(deployed, record["request_id"])
    assert f"sentiment ({reason})" in answer.body


def test_without_a_model_a_template_answers_and_says_so(
    api: SupportApi, deployed: Deployed, standins: StandinClient
) -> None:
    standins.set_faults({"bedrock.Converse": {"error": "denied"}})
    record = ask(api, ANGRY)
    reason = "bedrock.Converse: AccessDeniedException"
    assert record["status"] == "completed"
    assert degraded(record) == {"reply": reason}
    assert record["reply"]["source"] == "template"
    assert record["voice"]["status"] == "ready"
    assert f"reply ({reason})" in notifications(deployed, record["request_id"])[-1].body


def test_the_next_model_answers_where_one_writes_a_broken_use_of_its_tool(
    api: SupportApi, deployment: Deployment, standins: StandinClient
) -> None:
    first, second = MODELS
    broken = {"error": "model_error", "containing": [first, "write_reply"]}
    standins.set_faults({"bedrock#writer": broken})
    record = ask(api, ANGRY)
    assert degraded(record) == {}
    assert (record["reply"]["source"], record["reply"]["model"]) == ("model", second)
    assert calls(deployment, record)["GenerateAIResponse"] == 1
    assert standins.met() == {"bedrock#writer": 1}


def test_no_model_is_waited_for_that_writes_broken_uses_of_its_tool(
    api: SupportApi, deployment: Deployment, standins: StandinClient
) -> None:
    standins.set_faults({"bedrock.Converse": {"error": "model_error"}})
    record = ask(api, ANGRY)
    assert degraded(record) == {"reply": "reply_broken_tool_use"}
    assert calls(deployment, record)["GenerateAIResponse"] == 1
    # two drafts, of each configured model
    assert standins.met() == {"bedrock.Converse": 2 * len(MODELS)}


def throttled(deployment: Deployment, request_id: str) -> int:
    """Return how often Lambda has throttled the voice's function for a request."""
    (execution,) = history.executions(deployment.clients, deployment.state_machine_arn, request_id)
    errors = next((step.errors for step in execution.steps if step.state == "GenerateVoiceResponse"), [])
    return errors.count("Lambda.TooManyRequestsException")


def test_a_function_that_lambda_throttles_is_waited_for_longer_than_one_that_fails(
    api: SupportApi, deployment: Deployment
) -> None:
    awslambda = deployment.clients.session.client("lambda", **deployment.clients.options)
    names = [one["FunctionName"] for one in awslambda.list_functions()["Functions"]]
    (voice,) = [name for name in names if "GenerateVoiceResponse" in name]
    awslambda.put_function_concurrency(FunctionName=voice, ReservedConcurrentExecutions=0)
    try:
        accepted = api.submit({"name": "Grace", "email": "grace@example.com", "message": ANGRY})
        deadline = time.monotonic() + 60
        while throttled(deployment, accepted["request_id"]) < 8:
            assert time.monotonic() < deadline, "it is not throttled"
            time.sleep(0.2)
    finally:
        awslambda.delete_function_concurrency(FunctionName=voice)
    record = api.follow(accepted["status_url"])
    assert degraded(record) == {}
    assert record["voice"]["status"] == "ready"


def test_a_lost_answer_of_the_speech_is_asked_for_again(
    api: SupportApi, deployment: Deployment, standins: StandinClient
) -> None:
    standins.set_faults({"polly": {"error": "answer_lost", "error_count": 3}})
    record = ask(api, ANGRY)
    assert degraded(record) == {}
    assert standins.met() == {"polly": 3}
    keys = deployment.clients.s3.list_objects_v2(Bucket=deployment.bucket, Prefix="audio-responses/")
    assert [o["Key"] for o in keys["Contents"] if record["request_id"] in o["Key"]] == [
        f"audio-responses/{record['request_id']}.mp3"
    ]
