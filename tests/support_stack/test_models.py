import aws_cdk as cdk
import pytest

from support_stack.models import foundation_arn, model_arns, profile_arn

HERE = "arn:aws:bedrock:eu-west-1"


@pytest.mark.parametrize(
    ("model", "arns"),
    [
        ("amazon.nova-lite-v1:0", [f"{HERE}::foundation-model/amazon.nova-lite-v1:0"]),
        (
            "eu.amazon.nova-2-lite-v1:0",
            [
                f"{HERE}:111122223333:inference-profile/eu.amazon.nova-2-lite-v1:0",
                "arn:aws:bedrock:*::foundation-model/amazon.nova-2-lite-v1:0",
            ],
        ),
        (
            "global.anthropic.claude-haiku-5-5",
            [
                f"{HERE}:111122223333:inference-profile/global.anthropic.claude-haiku-5-5",
                "arn:aws:bedrock:*::foundation-model/anthropic.claude-haiku-5-5",
                "arn:aws:bedrock:::foundation-model/anthropic.claude-haiku-5-5",
            ],
        ),
    ],
)
def test_a_profile_is_allowed_with_the_model_in_every_region_that_it_reaches(
    stack: cdk.Stack, model: str, arns: list[str]
) -> None:
    assert stack.resolve(model_arns(stack, model)) == arns


@pytest.mark.parametrize(
    ("model", "foundation", "profile"),
    [
        ("amazon.nova-lite-v1:0", "amazon.nova-lite-v1:0", None),
        (
            "eu.amazon.nova-2-lite-v1:0",
            "amazon.nova-2-lite-v1:0",
            f"{HERE}:111122223333:inference-profile/eu.amazon.nova-2-lite-v1:0",
        ),
    ],
)
def test_a_model_is_looked_up_in_the_stacks_region(
    stack: cdk.Stack, model: str, foundation: str, profile: str | None
) -> None:
    assert foundation_arn(stack, model) == f"{HERE}::foundation-model/{foundation}"
    assert profile_arn(stack, model) == profile
