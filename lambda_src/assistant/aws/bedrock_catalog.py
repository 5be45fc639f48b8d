"""Amazon Bedrock's catalog: models, inference profiles, and whether a model answers this account."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from .bedrock import extra_fields
from .client import Connection, config

if TYPE_CHECKING:
    from mypy_boto3_bedrock import BedrockClient
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

_MAX_TOKENS: Final = 50
_TOOL: Final[Any] = {
    "name": "report_ready",
    "inputSchema": {
        "json": {"type": "object", "properties": {"ready": {"type": "boolean"}}, "required": ["ready"]}
    },
}


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
        self._bedrock = Connection("bedrock", config(10), client=client)

    def model(self, model_id: str) -> CatalogModel:
        """Return a foundation model.

        Raises:
            ServiceRefused: unknown here, or not allowed to ask.
            ServiceBusy: throttled or failing.
        """
        with self._bedrock.calling("GetFoundationModel") as client:
            details = client.get_foundation_model(modelIdentifier=model_id)["modelDetails"]
            lifecycle = details["modelLifecycle"]
            return CatalogModel(
                name=details["modelName"],
                status=lifecycle["status"],
                end_of_life=lifecycle.get("endOfLifeTime"),
                extended_access_from=lifecycle.get("publicExtendedAccessTime"),
            )

    def profile(self, profile_id: str) -> Profile:
        """Return an inference profile; raises as `model` does."""
        with self._bedrock.calling("GetInferenceProfile") as client:
            answer = client.get_inference_profile(inferenceProfileIdentifier=profile_id)
            return Profile(answer["status"], tuple(model["modelArn"] for model in answer["models"]))


class ModelProbe:
    """Asks a model for a few tokens through a forced tool, as replies are asked for."""

    def __init__(self, client: "BedrockRuntimeClient | None" = None) -> None:
        # Two attempts end well within a function's 60 s.
        self._bedrock = Connection("bedrock-runtime", config(15), client=client)

    def ask(self, model: str) -> None:
        """Return if the model answers, whatever it says.

        Raises:
            ServiceRefused: denied, retired, unknown, or not to be called like this.
            ServiceBusy: throttled, failing or silent.
        """
        with self._bedrock.calling("Converse") as client:
            _ = client.converse(
                modelId=model,
                messages=[{"role": "user", "content": [{"text": "Are you ready?"}]}],
                inferenceConfig={"maxTokens": _MAX_TOKENS},
                toolConfig={
                    "tools": [{"toolSpec": _TOOL}],
                    "toolChoice": {"tool": {"name": _TOOL["name"]}},
                },
                additionalModelRequestFields=extra_fields(model),
            )["stopReason"]
