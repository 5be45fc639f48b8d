"""Who may have a reply spoken, and keep the audio, follows the environment's choice of speech."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import aws_cdk as cdk
import pytest
from aws_cdk.assertions import Template

from support_stack.config import Environment
from support_stack.stack import SupportStack
from tests.support_stack.conftest import make_app

SPEAKING = {"polly:SynthesizeSpeech", "s3:PutObject", "s3:ListBucket"}
LISTENING = {"dynamodb:GetItem", "s3:GetObject", "kms:VerifyMac"}
STEP = {"dynamodb:GetItem", "dynamodb:UpdateItem"}
OURS = {action.partition(":")[0] for action in SPEAKING | LISTENING}
"""The services that are looked at; logs and traces are every function's."""


def allowed(environment: Environment, speech: str, function: str) -> dict[str, list[Any]]:
    """Return what a function may do, by action, and on what."""
    voice = replace(environment.voice, speech=speech)  # type: ignore[arg-type]
    stack = SupportStack(
        make_app(),
        "Speech",
        environment=replace(environment, voice=voice),
        env=cdk.Environment(account=environment.account, region=environment.region),
    )
    policies = Template.from_stack(stack).find_resources("AWS::IAM::Policy").items()
    statements = [
        statement
        for name, policy in policies
        if name.startswith(f"{function}Role")
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]
    ]
    found: dict[str, list[Any]] = {}
    for statement in statements:
        for action in _list(statement["Action"]):
            if action.partition(":")[0] in OURS:
                found.setdefault(action, []).extend(_list(statement["Resource"]))
    return found


@pytest.mark.parametrize(
    ("speech", "voice", "audio"),
    [
        ("always", STEP | SPEAKING | {"s3:GetObject", "kms:GenerateMac"}, LISTENING),
        (
            "on_demand",
            STEP | {"kms:GenerateMac"},
            LISTENING | SPEAKING | {"dynamodb:UpdateItem", "s3:DeleteObject"},
        ),
        ("off", STEP, LISTENING),
    ],
)
def test_only_who_speaks_may(environment: Environment, speech: str, voice: set[str], audio: set[str]) -> None:
    assert allowed(environment, speech, "GenerateVoiceResponse").keys() == voice
    assert allowed(environment, speech, "GetAudio").keys() == audio


def test_the_audio_link_reaches_audio_alone(environment: Environment) -> None:
    actions = allowed(environment, "on_demand", "GetAudio")
    for action in ("s3:GetObject", "s3:PutObject", "s3:DeleteObject"):
        assert all("/audio-responses/*" in text for text in _texts(actions[action])), action


def _texts(resources: list[Any]) -> Iterator[str]:
    return (str(resource) for resource in resources)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
