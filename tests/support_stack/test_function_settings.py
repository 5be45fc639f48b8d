"""The environment that the stack writes is the one that each function reads."""

from typing import Any

import pytest
from aws_cdk.assertions import Template

from assistant import settings
from assistant.settings import Settings

from .conftest import render

SETTINGS: dict[str, type[Settings]] = {
    "intake.handler": settings.ProcessCustomerRequestSettings,
    "analysis.handler": settings.TranslateAndAnalyzeSettings,
    "reply.handler": settings.GenerateAIResponseSettings,
    "voice.handler": settings.GenerateVoiceResponseSettings,
    "delivery.handler": settings.SendResponseSettings,
    "recovery.failure_handler": settings.RecordFailureSettings,
    "status.handler": settings.GetRequestSettings,
    "voice.audio_handler": settings.GetAudioSettings,
    "erasure.request_handler": settings.EraseRequestSettings,
    "erasure.customer_handler": settings.EraseCustomerSettings,
    "recovery.sweep_handler": settings.SweepSettings,
    "knowledge.index_handler": settings.IndexKnowledgeSettings,
    "doctor.handler": settings.DoctorSettings,
    "watch.handler": settings.WatchSettings,
}


@pytest.fixture(scope="module")
def environments(template: Template) -> dict[str, dict[str, Any]]:
    functions = [one["Properties"] for one in template.find_resources("AWS::Lambda::Function").values()]
    return {
        one["Handler"].split(".", 1)[1].removesuffix(".handler"): one["Environment"]["Variables"]
        for one in functions
    }


@pytest.mark.parametrize("handler", SETTINGS)
def test_a_functions_settings_load_from_its_environment(
    environments: dict[str, dict[str, Any]], handler: str
) -> None:
    deployed = {name: render(value) for name, value in environments[handler].items()}
    assert SETTINGS[handler].from_env(deployed).environment == "prod"


def test_there_is_no_function_without_settings(environments: dict[str, dict[str, Any]]) -> None:
    assert set(environments) == set(SETTINGS)


def test_no_function_is_told_of_the_api_or_a_secret(environments: dict[str, dict[str, Any]]) -> None:
    for variables in environments.values():
        assert not [name for name in variables if "SECRET" in name or "API" in name or "PASSWORD" in name]


def test_what_the_environment_authorises_reaches_the_model(environments: dict[str, dict[str, Any]]) -> None:
    told = settings.GenerateAIResponseSettings.from_env(
        {
            name: value if isinstance(value, str) else "token"
            for name, value in environments["reply.handler"].items()
        }
    )
    assert told.models[0] == "eu.anthropic.claude-haiku-5-5"
    assert told.reviewers[0] == "eu.amazon.nova-lite-v1:0"
    assert [(one["id"], one["priorities"]) for one in told.gestures] == [
        ("voucher_10", ["HIGH"]),
        ("free_delivery", ["MEDIUM"]),
    ]
    assert told.gestures[0]["sentences"]["en"].startswith("To make up for this")
    assert told.discloses


def test_the_doctor_is_told_no_address(environments: dict[str, dict[str, Any]]) -> None:
    addresses = environments["doctor.handler"]["ADDRESSES"]
    assert "o…@example.com" in addresses
    assert "operations@" not in addresses


def test_no_function_has_more_variables_than_lambda_takes(environments: dict[str, dict[str, Any]]) -> None:
    for variables in environments.values():
        # An ARN or a name that is only known when it is deployed has at most some 150 bytes.
        sizes = [
            len((value if isinstance(value, str) else "x" * 150).encode()) for value in variables.values()
        ]
        assert sum(sizes) + sum(map(len, variables)) < 4_096
