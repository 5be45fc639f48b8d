"""Which resources calling a Bedrock model touches."""

import re

from aws_cdk import Stack


def model_arns(stack: Stack, model: str) -> list[str]:
    """Return what a call of a model touches: the profile, and the model in each Region that it reaches."""
    profile = re.match(r"(us|eu|au|jp|apac|global)\.(.+)", model)
    if not profile:
        return [f"arn:{stack.partition}:bedrock:{stack.region}::foundation-model/{model}"]
    foundation = f"foundation-model/{profile[2]}"
    arns = [
        f"arn:{stack.partition}:bedrock:{stack.region}:{stack.account}:inference-profile/{model}",
        f"arn:{stack.partition}:bedrock:*::{foundation}",
    ]
    # A global profile also names the model without a Region.
    return [*arns, f"arn:{stack.partition}:bedrock:::{foundation}"] if profile[1] == "global" else arns
