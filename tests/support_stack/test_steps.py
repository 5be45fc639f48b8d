import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import aws_cdk as cdk
import pytest
from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion

from assistant.settings import GenerateAIResponseSettings, TranslateAndAnalyzeSettings
from support_stack.functions import FunctionLayer
from support_stack.steps import GenerateAIResponse, TranslateAndAnalyze

REPLY: dict[str, Any] = {
    "environment": "test",
    "table_name": "table",
    "pivot_language": "fr",
    "reply_language": "customer",
    "personal_data": "off",
    "company": "Test",
    "models": ["global.anthropic.claude-haiku-5-5", "eu.amazon.nova-2-lite-v1:0", "amazon.nova-lite-v1:0"],
    "gestures": [],
}


REVIEW: dict[str, Any] = {"reviewers": ["amazon.nova-lite-v1:0"], "discloses": True}


def _statements(template: Template, role: str) -> list[dict[str, Any]]:
    return [
        statement
        for name, policy in template.find_resources("AWS::IAM::Policy").items()
        if name.startswith(role)
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]
    ]


def test_generate_ai_response(
    stack: cdk.Stack, resources_of: Callable[[], dict[str, Any]], snapshot_json: SnapshotAssertion
) -> None:
    GenerateAIResponse(
        stack,
        "GenerateAIResponse",
        settings=GenerateAIResponseSettings(**REPLY, **REVIEW),
        libraries=FunctionLayer(stack, "Libraries"),
    )
    assert resources_of() == snapshot_json


@pytest.mark.parametrize(
    ("step", "actions"),
    [
        (
            "TranslateAndAnalyze",
            {
                "translate:TranslateText",
                "comprehend:DetectDominantLanguage",
                "comprehend:DetectSentiment",
                "comprehend:DetectEntities",
                "comprehend:DetectPiiEntities",
            },
        ),
        ("GenerateAIResponse", {"bedrock:InvokeModel", "translate:TranslateText"}),
        ("GenerateVoiceResponse", {"polly:SynthesizeSpeech"}),
        ("SendResponse", set()),
    ],
)
def test_a_step_has_its_own_ai_permission_and_no_other(
    template: Template, step: str, actions: set[str]
) -> None:
    granted = {
        action
        for statement in _statements(template, step)
        for action in ([statement["Action"]] if isinstance(statement["Action"], str) else statement["Action"])
    }
    ai = {
        action
        for action in granted
        if action.split(":")[0] in ("translate", "comprehend", "bedrock", "polly")
    }
    assert ai == actions


ANALYSIS = TranslateAndAnalyzeSettings(
    **REPLY | {"models": ["global.anthropic.claude-haiku-5-5"]}, profile="quality", fallback_language="fr"
)


def test_where_nothing_is_masked_nobody_may_look_for_personal_data(stack: cdk.Stack) -> None:
    TranslateAndAnalyze(
        stack, "TranslateAndAnalyze", settings=ANALYSIS, libraries=FunctionLayer(stack, "Libraries")
    )
    assert "DetectPiiEntities" not in json.dumps(
        _statements(Template.from_stack(stack), "TranslateAndAnalyze")
    )


@pytest.mark.parametrize(("profile", "may"), [("quality", False), ("economy", True)])
def test_only_in_economy_may_the_first_step_call_models(stack: cdk.Stack, profile: str, may: bool) -> None:
    libraries = FunctionLayer(stack, "Libraries")
    settings = replace(ANALYSIS, profile=profile)
    TranslateAndAnalyze(stack, "TranslateAndAnalyze", settings=settings, libraries=libraries)
    GenerateAIResponse(
        stack,
        "GenerateAIResponse",
        settings=GenerateAIResponseSettings(
            **REPLY | {"models": ANALYSIS.models}, reviewers=ANALYSIS.models, discloses=True
        ),
        libraries=libraries,
    )
    template = Template.from_stack(stack)
    first, second = (_model_statements(template, step) for step in ("TranslateAndAnalyze", "GenerateAI"))
    assert len(second) == 1
    assert first == (second if may else [])


def _model_statements(template: Template, step: str) -> list[dict[str, Any]]:
    return [one for one in _statements(template, step) if one["Action"] == "bedrock:InvokeModel"]


def test_a_model_is_allowed_as_profile_and_in_the_regions_behind_it(template: Template) -> None:
    resources = next(
        statement["Resource"]
        for statement in _statements(template, "GenerateAIResponse")
        if statement["Action"] == "bedrock:InvokeModel"
    )
    haiku, nova = "anthropic.claude-haiku-5-5", "amazon.nova-lite-v1:0"
    assert set(resources) == {
        f"arn:aws:bedrock:eu-west-3:111122223333:inference-profile/global.{haiku}",
        f"arn:aws:bedrock:*::foundation-model/{haiku}",
        f"arn:aws:bedrock:::foundation-model/{haiku}",
        f"arn:aws:bedrock:eu-west-3::foundation-model/{nova}",
    }, json.dumps(resources)
