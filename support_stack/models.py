"""Which resources calling a Bedrock model, or looking it up, touches."""

from aws_cdk import Stack

from assistant.bedrock_models import split_id


def model_arns(stack: Stack, model: str) -> list[str]:
    """Return what a call of a model touches: the profile, and the model in each Region that it reaches."""
    prefix, own = split_id(model)
    if not prefix:
        return [foundation_arn(stack, model)]
    foundation = f"foundation-model/{own}"
    arns = [_profile_arn(stack, model), f"arn:{stack.partition}:bedrock:*::{foundation}"]
    # A global profile also names the model without a Region.
    return [*arns, f"arn:{stack.partition}:bedrock:::{foundation}"] if prefix == "global" else arns


def foundation_arn(stack: Stack, model: str) -> str:
    """Return the foundation model in the stack's Region, also for the id of an inference profile."""
    return f"arn:{stack.partition}:bedrock:{stack.region}::foundation-model/{split_id(model)[1]}"


def profile_arn(stack: Stack, model: str) -> str | None:
    """Return the inference profile, or None for a model that is called without one."""
    return _profile_arn(stack, model) if split_id(model)[0] else None


def _profile_arn(stack: Stack, model: str) -> str:
    return f"arn:{stack.partition}:bedrock:{stack.region}:{stack.account}:inference-profile/{model}"
