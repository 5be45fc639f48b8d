"""Which resources calling a Bedrock model, or looking it up, touches."""

import re
from typing import Final

from aws_cdk import Stack

_PROFILE: Final = re.compile(r"(us|eu|au|jp|apac|global)\.(.+)")


def model_arns(stack: Stack, model: str) -> list[str]:
    """Return what a call of a model touches: the profile, and the model in each Region that it reaches."""
    profile = _PROFILE.fullmatch(model)
    if not profile:
        return [foundation_arn(stack, model)]
    foundation = f"foundation-model/{profile[2]}"
    arns = [_profile_arn(stack, model), f"arn:{stack.partition}:bedrock:*::{foundation}"]
    # A global profile also names the model without a Region.
    return [*arns, f"arn:{stack.partition}:bedrock:::{foundation}"] if profile[1] == "global" else arns


def foundation_arn(stack: Stack, model: str) -> str:
    """Return the foundation model in the stack's Region, also for the id of an inference profile."""
    profile = _PROFILE.fullmatch(model)
    foundation = profile[2] if profile else model
    return f"arn:{stack.partition}:bedrock:{stack.region}::foundation-model/{foundation}"


def profile_arn(stack: Stack, model: str) -> str | None:
    """Return the inference profile, or None for a model that is called without one."""
    return _profile_arn(stack, model) if _PROFILE.fullmatch(model) else None


def _profile_arn(stack: Stack, model: str) -> str:
    return f"arn:{stack.partition}:bedrock:{stack.region}:{stack.account}:inference-profile/{model}"
