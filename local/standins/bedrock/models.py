"""The Bedrock models that the stand-in knows, and what the control plane says of them."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from assistant import bedrock_models
from assistant.bedrock_models import Model, split_id
from local.environment.paths import ACCOUNT, REGION
from local.standins.services import ServiceError

_OFFERED = ("us", "global")
"""The profiles that us-east-1 offers; those of other geographies are unknown there."""

_REACHED = (REGION, "us-east-2", "us-west-2")

ENDING = "local.ending-soon-v1:0"
"""A model of our own, with 30 days to live whenever it is looked at: there is none such at Bedrock."""

MODELS = {**bedrock_models.by_id(), ENDING: Model(id=ENDING, name="Ending Soon", regions=(REGION,))}
_ARN = re.compile(r"arn:aws[\w-]*:bedrock:[a-z0-9-]*:\d*:(?:foundation-model|inference-profile)/(?P<id>.+)")


def find_model(model_id: str) -> tuple[Model, bool] | None:
    """Return the model that an id, profile id or ARN names, and whether it is reached through a profile."""
    arn = _ARN.fullmatch(model_id)
    name = arn["id"] if arn else model_id
    prefix, own = split_id(name)
    model = MODELS.get(own)
    return (model, bool(prefix)) if model and (not prefix or prefix in model.profiles) else None


def describe(operation: str, params: dict[str, Any]) -> dict[str, Any]:
    """Return what the catalog says of a model, or what an inference profile reaches.

    Raises ServiceError: ResourceNotFoundException for a model that is unknown or retired, and for a profile
    that this Region does not offer.
    """
    if operation == "GetFoundationModel":
        return _foundation_model(params["modelIdentifier"])
    return _inference_profile(params["inferenceProfileIdentifier"].rpartition("/")[2])


def _foundation_model(identifier: str) -> dict[str, Any]:
    found = find_model(identifier)
    if found is None or found[1] or found[0].retired:
        message = "Could not resolve the foundation model from the provided model identifier."
        raise ServiceError("ResourceNotFoundException", message)
    model = found[0]
    end = datetime.now(UTC) + timedelta(days=30) if model.id == ENDING else model.end_of_life
    ending = {"endOfLifeTime": end.strftime("%Y-%m-%dT%H:%M:%SZ")} if end else {}
    return {
        "modelDetails": {
            "modelArn": _arn(model, REGION),
            "modelId": model.id,
            "modelName": model.name,
            "providerName": model.id.partition(".")[0].capitalize(),
            "inferenceTypesSupported": ["ON_DEMAND"] if REGION in model.regions else [],
            "modelLifecycle": {"status": "ACTIVE", **ending},
        }
    }


def _inference_profile(identifier: str) -> dict[str, Any]:
    prefix, model_id = split_id(identifier)
    model = MODELS.get(model_id)
    if model is None or model.retired or prefix not in model.profiles or prefix not in _OFFERED:
        raise ServiceError("ResourceNotFoundException", "The specified inference profile does not exist.")
    return {
        "inferenceProfileName": f"{prefix.upper()} {model.name}".replace(".", "-"),
        "inferenceProfileArn": f"arn:aws:bedrock:{REGION}:{ACCOUNT}:inference-profile/{identifier}",
        "inferenceProfileId": identifier,
        "models": [{"modelArn": _arn(model, region)} for region in _REACHED],
        "status": "ACTIVE",
        "type": "SYSTEM_DEFINED",
    }


def _arn(model: Model, region: str) -> str:
    return f"arn:aws:bedrock:{region}::foundation-model/{model.id}"
