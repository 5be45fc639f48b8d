"""The checkup on the real stack: from the command line, and as the function that runs every week."""

import json
import time
from dataclasses import replace
from typing import Any

import pytest
from typer.testing import CliRunner

from local.commands.app import app
from local.environment.deployment import Deployment
from local.environment.inbox import Notification, collect
from local.environment.site import function_names
from local.standins.bedrock.models import ENDING
from local.standins.client import StandinClient
from support_stack import config
from tests.integration.conftest import Deployed

pytestmark = pytest.mark.integration

HAIKU, NOVA = "global.anthropic.claude-haiku-5-5", "amazon.nova-lite-v1:0"
RETIRED = "us.anthropic.claude-3-haiku-20240307-v1:0"


def examined(deployed: Deployed, code: int = 0) -> list[dict[str, str]]:
    """Return the findings of `doctor --json`."""
    arguments = ["doctor", "--json", "--state", str(deployed.state)]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


@pytest.mark.usefixtures("standins")
def test_the_deployed_doctor_looks_with_its_own_rights_and_tells_counts(deployed: Deployed) -> None:
    arguments = ["doctor", "--deployed", "--json", "--state", str(deployed.state)]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    counts = json.loads(result.stdout)
    assert counts.keys() >= {"problem", "ok"}
    assert counts["ok"] > 20
    assert result.exit_code == (1 if counts["problem"] else 0)


@pytest.mark.usefixtures("standins")
def test_a_function_that_was_changed_by_hand_is_named(deployed: Deployed, deployment: Deployment) -> None:
    clients = deployment.clients
    awslambda = clients.session.client("lambda", **clients.options)
    sweep = function_names(clients)["Sweep"]
    awslambda.update_function_configuration(FunctionName=sweep, Timeout=3)
    try:
        (drift,) = (each for each in examined(deployed) if each["check"] == "drift")
    finally:
        awslambda.update_function_configuration(FunctionName=sweep, Timeout=60)
    assert drift["subject"].startswith("SweepFunction")
    assert (drift["status"], drift["detail"]) == (
        "warning",
        "was changed since it was deployed (MODIFIED): /Timeout",
    )


def test_every_model_is_asked_with_the_tools_of_the_product(
    deployed: Deployed, standins: StandinClient
) -> None:
    standins.set_faults({"bedrock.Converse": {"reply": "no_tool"}})
    answers = [each for each in examined(deployed) if each["check"] == "answer"]
    assert {(each["subject"], each["status"]) for each in answers} == {(HAIKU, "warning"), (NOVA, "warning")}
    told = " ".join(each["detail"] for each in answers)
    assert "write_reply" in told
    assert "review_reply" in told


def with_models(monkeypatch: pytest.MonkeyPatch, *models: str) -> None:
    environment = config.load("local")
    other = replace(environment, reply=replace(environment.reply, models=models))
    monkeypatch.setattr(config, "load", lambda _: other)


@pytest.mark.usefixtures("standins")
def test_the_local_stack_is_sound_but_for_quotas_that_its_rate_would_meet(deployed: Deployed) -> None:
    findings = examined(deployed)
    by_check: dict[str, set[str]] = {}
    for each in findings:
        by_check.setdefault(each["check"], set()).add(each["status"])
    assert {
        check: by_check[check]
        for check in ("credentials", "model", "profile", "answer", "call", "drift", "e-mail")
    } == {
        "credentials": {"ok"},
        "model": {"ok"},
        "profile": {"ok"},
        "answer": {"ok"},
        "call": {"ok"},
        "drift": {"ok"},
        "e-mail": {"ok"},
    }
    assert by_check["voice"] == {"ok"}
    (first,) = (each for each in findings if "met first" in each["detail"])
    assert first["subject"] == "SynthesizeSpeech, neural voices"
    assert first["detail"].startswith("is met first, at 8 messages a second")


@pytest.mark.usefixtures("standins")
def test_a_retired_model_is_a_problem_with_what_to_do(
    deployed: Deployed, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_models(monkeypatch, RETIRED, NOVA)
    findings = {(each["check"], each["subject"]): each for each in examined(deployed, 1)}
    for check in ("model", "profile", "answer"):
        assert findings[check, RETIRED]["status"] == "problem"
        assert findings[check, RETIRED]["advice"]
    assert findings["model", NOVA]["status"] == "ok"


@pytest.mark.usefixtures("standins")
def test_a_model_with_thirty_days_to_live_is_a_warning(
    deployed: Deployed, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_models(monkeypatch, ENDING)
    wanted = ("model", ENDING)
    (model,) = (each for each in examined(deployed) if (each["check"], each["subject"]) == wanted)
    assert model["status"] == "warning"
    assert "reaches its end of life on" in model["detail"]
    assert "[reply] models" in model["advice"]


def test_the_function_tells_operations_what_is_wrong(
    deployed: Deployed, deployment: Deployment, standins: StandinClient
) -> None:
    standins.set_faults({"bedrock.Converse": {"error": "denied"}})
    counts = invoked(deployment)
    assert counts["problem"] == 2  # both models
    report = latest(deployed, deployment)
    assert report.subject.startswith("[local] Doctor: 2 problems, ")
    assert f"PROBLEM: answer {HAIKU}: does not answer (AccessDeniedException)." in report.body
    assert "first-use form" in report.body
    assert "make doctor ENV=local" in report.body


def test_the_function_may_ask_everything_that_it_asks(
    deployment: Deployment, standins: StandinClient
) -> None:
    counts = invoked(deployment)
    called = standins.calls()["counts"]
    assert set(called["comprehend"]) == {
        "DetectDominantLanguage",
        "DetectSentiment",
        "DetectEntities",
        "DetectPiiEntities",
    }
    assert set(called["translate"]) == {"TranslateText"}
    assert set(called["polly"]) == {"SynthesizeSpeech", "DescribeVoices"}
    # Two that write, two that review, one that embeds.
    assert called["bedrock"] == {"Converse": 4, "InvokeModel": 1}
    assert set(called["s3vectors"]) == {"GetIndex", "ListVectors"}
    assert set(called["bedrock-catalog"]) == {"GetFoundationModel", "GetInferenceProfile"}
    assert set(called["service-quotas"]) == {"ListAWSDefaultServiceQuotas", "ListServiceQuotas"}
    # Quotas that nobody lists, and nothing else: Translate's, Haiku's, and that of personal data.
    assert counts["unknown"] <= 3
    assert counts["problem"] == 0


def invoked(deployment: Deployment) -> dict[str, Any]:
    """Call the function and return its counts."""
    clients = deployment.clients
    awslambda = clients.session.client("lambda", **clients.options)
    answer = awslambda.invoke(FunctionName=function_names(clients)["Doctor"], Payload=b"{}")
    counts = json.load(answer["Payload"])
    assert "errorType" not in counts, counts
    return dict(counts)


def latest(deployed: Deployed, deployment: Deployment) -> Notification:
    """Return the last report; the queue gets it in a moment."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        letters = collect(deployment.clients, deployed.state / "inbox.jsonl")
        reports = [each for each in letters if "Doctor" in each.subject and "2 problems" in each.subject]
        if reports:
            assert "Operations" in reports[-1].topic
            return reports[-1]
        time.sleep(0.2)
    raise AssertionError("no report arrived")
