"""Bedrock's control plane: what the catalog says of a model, and what an inference profile reaches."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import boto3

from .client import calling, config

if TYPE_CHECKING:
    from mypy_boto3_bedrock import BedrockClient


@dataclass(frozen=True)
class CatalogModel:
    """A foundation model in the catalog; `status` is ACTIVE or LEGACY, times are None where none is named."""

    name: str
    status: str
    end_of_life: datetime | None = None
    extended_access_from: datetime | None = None


@dataclass(frozen=True)
class Profile:
    """An inference profile that this Region offers; `status` is ACTIVE when it is ready to be used."""

    status: str
    models: tuple[str, ...]


class ModelCatalog:
    """Looks models and inference profiles up in the Region's catalog."""

    def __init__(self, client: "BedrockClient | None" = None) -> None:
        self._client = client or boto3.client("bedrock", config=config(10))

    def model(self, model_id: str) -> CatalogModel:
        """Return a foundation model.

        Raises:
            ServiceRefused: unknown here, or not allowed to ask.
            ServiceBusy: throttled or failing.
        """
        with calling("bedrock", "GetFoundationModel"):
            details = self._client.get_foundation_model(modelIdentifier=model_id)["modelDetails"]
            lifecycle = details["modelLifecycle"]
            return CatalogModel(
                name=details["modelName"],
                status=lifecycle["status"],
                end_of_life=lifecycle.get("endOfLifeTime"),
                extended_access_from=lifecycle.get("publicExtendedAccessTime"),
            )

    def profile(self, profile_id: str) -> Profile:
        """Return an inference profile; raises as `model` does."""
        with calling("bedrock", "GetInferenceProfile"):
            answer = self._client.get_inference_profile(inferenceProfileIdentifier=profile_id)
            return Profile(answer["status"], tuple(model["modelArn"] for model in answer["models"]))
