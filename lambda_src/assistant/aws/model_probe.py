"""One tiny call of a model, made the way replies are: does it answer this account?"""

from typing import TYPE_CHECKING, Final

import boto3

from .bedrock import extra_fields
from .client import calling, config

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

_TOOL: Final = "report_ready"
_MAX_TOKENS: Final = 50


class ModelProbe:
    """Asks a model for a few tokens through a forced tool."""

    def __init__(self, client: "BedrockRuntimeClient | None" = None) -> None:
        # Two attempts end well within a function's 60 s.
        self._client = client or boto3.client("bedrock-runtime", config=config(15))

    def ask(self, model: str) -> None:
        """Return if the model answers, whatever it says.

        Raises:
            ServiceRefused: denied, retired, unknown, or not to be called like this.
            ServiceBusy: throttled, failing or silent.
        """
        schema = {"type": "object", "properties": {"ready": {"type": "boolean"}}, "required": ["ready"]}
        with calling("bedrock", "Converse"):
            _ = self._client.converse(
                modelId=model,
                messages=[{"role": "user", "content": [{"text": "Are you ready?"}]}],
                inferenceConfig={"maxTokens": _MAX_TOKENS},
                toolConfig={
                    "tools": [{"toolSpec": {"name": _TOOL, "inputSchema": {"json": schema}}}],
                    "toolChoice": {"tool": {"name": _TOOL}},
                },
                additionalModelRequestFields=extra_fields(model),
            )["stopReason"]
