from __future__ import annotations

import pytest

from local.standins.models import MODELS, find_model

ARN = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/"


@pytest.mark.parametrize(
    ("name", "model", "by_profile"),
    [
        ("anthropic.claude-haiku-5-5", "anthropic.claude-haiku-5-5", False),
        ("global.anthropic.claude-haiku-5-5", "anthropic.claude-haiku-5-5", True),
        (f"{ARN}eu.anthropic.claude-haiku-5-5", "anthropic.claude-haiku-5-5", True),
        (
            "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0",
            "amazon.nova-lite-v1:0",
            False,
        ),
    ],
)
def test_models_are_found_by_id_profile_and_arn(name: str, model: str, by_profile: bool) -> None:
    assert find_model(name) == (MODELS[model], by_profile)


@pytest.mark.parametrize(
    "name", ["amazon.titan-unknown-v9", "mars.anthropic.claude-haiku-5-5", f"{ARN}nothing", "", "haiku"]
)
def test_other_names_are_unknown(name: str) -> None:
    assert find_model(name) is None
