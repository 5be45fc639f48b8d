"""Bedrock's control plane: what it says of a model and of an inference profile, in the local Region."""

from typing import Any

from local.environment.paths import ACCOUNT, REGION
from local.standins.bedrock.models import MODELS, Model, end_of_life, find_model
from local.standins.services import ServiceError

_OFFERED = ("us", "global")
"""The profiles that us-east-1 offers; those of other geographies are unknown there."""

_REACHED = (REGION, "us-east-2", "us-west-2")


def get_foundation_model(params: dict[str, Any]) -> dict[str, Any]:
    """What the catalog says of a model; a retired one has left it.

    Raises:
        ServiceError: ResourceNotFoundException for a model that is not in it.
    """
    found = find_model(params["modelIdentifier"])
    if found is None or found[1] or found[0].retired:
        raise _unknown("Could not resolve the foundation model from the provided model identifier.")
    model = found[0]
    lifecycle = {"status": "ACTIVE"}
    if end := end_of_life(model):
        lifecycle["endOfLifeTime"] = end.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "modelDetails": {
            "modelArn": _model_arn(model, REGION),
            "modelId": model.id,
            "modelName": model.name,
            "providerName": model.provider,
            "inferenceTypesSupported": [] if model.profile_required else ["ON_DEMAND"],
            "modelLifecycle": lifecycle,
        }
    }


def get_inference_profile(params: dict[str, Any]) -> dict[str, Any]:
    """What an inference profile reaches.

    Raises:
        ServiceError: ResourceNotFoundException for one that this Region does not offer.
    """
    identifier = params["inferenceProfileIdentifier"].rpartition("/")[2]
    prefix, _, model_id = identifier.partition(".")
    model = MODELS.get(model_id)
    if model is None or model.retired or prefix not in model.profiles or prefix not in _OFFERED:
        raise _unknown("The specified inference profile does not exist.")
    return {
        "inferenceProfileName": f"{prefix.upper()} {model.name}".replace(".", "-"),
        "inferenceProfileArn": f"arn:aws:bedrock:{REGION}:{ACCOUNT}:inference-profile/{identifier}",
        "inferenceProfileId": identifier,
        "models": [{"modelArn": _model_arn(model, region)} for region in _REACHED],
        "status": "ACTIVE",
        "type": "SYSTEM_DEFINED",
    }


def _model_arn(model: Model, region: str) -> str:
    return f"arn:aws:bedrock:{region}::foundation-model/{model.id}"


def _unknown(message: str) -> ServiceError:
    return ServiceError("ResourceNotFoundException", message)
