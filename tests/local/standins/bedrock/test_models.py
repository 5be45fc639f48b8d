from datetime import UTC, datetime, timedelta

import pytest

from local.standins.bedrock.models import ENDING, MODELS, end_of_life, find_model

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


def test_a_model_ends_when_aws_says_and_ours_in_thirty_days() -> None:
    assert end_of_life(MODELS["amazon.nova-lite-v1:0"]) is None
    assert end_of_life(MODELS["anthropic.claude-haiku-5-5"]) == datetime(2027, 10, 7, tzinfo=UTC)
    ending = end_of_life(MODELS[ENDING])
    assert ending is not None
    assert timedelta(days=29) < ending - datetime.now(UTC) <= timedelta(days=30)


def test_the_provider_is_read_from_the_id() -> None:
    assert MODELS["anthropic.claude-haiku-5-5"].provider == "Anthropic"
