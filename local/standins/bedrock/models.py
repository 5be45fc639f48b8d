"""The Bedrock models that the stand-in knows, in `models.toml`, and what the control plane says of them."""

import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from local.environment.paths import ACCOUNT, REGION
from local.standins.services import ServiceError

_OFFERED = ("us", "global")
"""The profiles that us-east-1 offers; those of other geographies are unknown there."""

_REACHED = (REGION, "us-east-2", "us-west-2")


@dataclass(frozen=True)
class Model:
    """One foundation model. Profiles are the prefixes of its cross-Region inference profiles."""

    id: str
    name: str
    profiles: tuple[str, ...] = ()
    retired: bool = False
    profile_required: bool = False
    sampling: bool = True
    thinking_by_default: bool = False
    prefill: bool = True
    end_of_life: datetime | None = None


ENDING = "local.ending-soon-v1:0"
"""A model of our own, with 30 days to live whenever it is looked at: there is none such at Bedrock."""

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
MODELS = {
    model_id: Model(id=model_id, profiles=tuple(row.pop("profiles", ())), **row)
    for model_id, row in _TABLE.items()
}
_ARN = re.compile(r"arn:aws[\w-]*:bedrock:[a-z0-9-]*:\d*:(?:foundation-model|inference-profile)/(?P<id>.+)")


def find_model(model_id: str) -> tuple[Model, bool] | None:
    """Return the model that an id, profile id or ARN names, and whether it is reached through a profile."""
    arn = _ARN.fullmatch(model_id)
    name = arn["id"] if arn else model_id
    if name in MODELS:
        return MODELS[name], False
    prefix, _, rest = name.partition(".")
    model = MODELS.get(rest)
    return (model, True) if model and prefix in model.profiles else None


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
            "inferenceTypesSupported": [] if model.profile_required else ["ON_DEMAND"],
            "modelLifecycle": {"status": "ACTIVE", **ending},
        }
    }


def _inference_profile(identifier: str) -> dict[str, Any]:
    prefix, _, model_id = identifier.partition(".")
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
