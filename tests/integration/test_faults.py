"""One fault for each AI service; the whole matrix is in tests/full."""

from collections import Counter
from typing import Any

import pytest

from local.commands.client import Record, SupportApi
from local.commands.trace import history
from local.environment.deployment import Deployment
from local.standins.client import StandinClient
from tests.integration.conftest import Deployed
from tests.integration.test_answers import ANGRY, ask, notifications

pytestmark = pytest.mark.integration


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
    standins.set_faults({"bedrock": {"error": "denied"}})
    record = ask(api, ANGRY)
    reason = "bedrock.Converse: AccessDeniedException"
    assert record["status"] == "completed"
    assert degraded(record) == {"reply": reason}
    assert record["reply"]["source"] == "template"
    assert record["voice"]["status"] == "ready"
    assert f"reply ({reason})" in notifications(deployed, record["request_id"])[-1].body


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
