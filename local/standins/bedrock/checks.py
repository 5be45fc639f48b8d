"""What Bedrock refuses of a model id, and its models of a Converse request that is well formed."""

from itertools import pairwise
from typing import Any

from assistant.bedrock_models import Model
from local.environment.paths import REGION
from local.standins.bedrock.models import find_model
from local.standins.services import ServiceError


def model_for(model_id: str) -> Model:
    """Return the model to call.

    Raises ServiceError: ResourceNotFoundException if it is unknown or retired, ValidationException if it has
    to be called through an inference profile.
    """
    found = find_model(model_id)
    if found is None:
        raise ServiceError(
            "ResourceNotFoundException", "Could not resolve the foundation model from the identifier."
        )
    model, by_profile = found
    if model.retired:
        message = "This model version has reached the end of its life. Please refer to the AWS documentation."
        raise ServiceError("ResourceNotFoundException", message)
    if not by_profile and REGION not in model.regions:
        raise _invalid(
            f"Invocation of model ID {model.id} with on-demand throughput isn't supported. Retry your "
            "request with the ID or ARN of an inference profile that contains this model."
        )
    return model


_NOVA_KEYS = {"type", "properties", "required"}
"""What Amazon Nova takes at the top of a tool's schema, by its user guide ("Defining a tool")."""


def forced_tool(config: dict[str, Any] | None, model: Model) -> dict[str, Any] | None:
    """Return the specification of the tool that must be called, None where none must.

    Raises ServiceError: ValidationException for a schema that is no object, or has keys that the model
    refuses, and for a choice that is not on offer.
    """
    if not config:
        return None
    tools = {tool["toolSpec"]["name"]: tool["toolSpec"] for tool in config["tools"] if "toolSpec" in tool}
    for spec in tools.values():
        schema = spec["inputSchema"].get("json")
        if not isinstance(schema, dict) or schema.get("type") != "object":
            raise _invalid("The value at toolSpec.inputSchema.json.type must be object.")
        if model.id.startswith("amazon.nova") and not set(schema) <= _NOVA_KEYS:
            keys = ", ".join(sorted(_NOVA_KEYS))
            raise _invalid(f"toolSpec.inputSchema.json may have the keys {keys} only.")
    choice = config.get("toolChoice", {})
    if "any" in choice:
        return next(iter(tools.values()), None)
    if "tool" not in choice:
        return None
    if choice["tool"]["name"] not in tools:
        raise _invalid("The tool that toolChoice names is not among the tools.")
    forced: dict[str, Any] = tools[choice["tool"]["name"]]
    return forced


def check_conversation(messages: list[dict[str, Any]], model: Model) -> None:
    """Refuses wrong turns, blank text, and a prefilled answer where the model takes none."""
    if not messages or messages[0]["role"] != "user":
        raise _invalid("A conversation must start with a user message.")
    if any(one["role"] == two["role"] for one, two in pairwise(messages)):
        raise _invalid("A conversation must alternate between user and assistant roles.")
    if messages[-1]["role"] == "assistant" and model.no_prefill:
        raise _invalid("This model does not support assistant message prefill. End with a user message.")
    for index, message in enumerate(messages):
        if not message["content"] or any(not block.get("text", "x").strip() for block in message["content"]):
            raise _invalid(f"The content of the message at messages.{index} is blank.")


def check_inference(params: dict[str, Any], model: Model, tool: dict[str, Any] | None) -> None:
    """Refuses sampling parameters where the model takes none, and thinking beside a forced tool."""
    extra = params.get("additionalModelRequestFields") or {}
    sampling = {"temperature", "topP", "top_p", "top_k"} & {*params.get("inferenceConfig", {}), *extra}
    if sampling and model.no_sampling:
        raise _invalid(f"{', '.join(sorted(sampling))}: this parameter is not supported by this model.")
    if tool is not None and model.no_forced_tool:
        raise _invalid("This model does not support a toolChoice that forces a tool.")
    default = {"type": "adaptive" if model.thinking_by_default else "disabled"}
    if tool is not None and extra.get("thinking", default) != {"type": "disabled"}:
        raise _invalid("Thinking may not be enabled when tool_choice forces tool use.")


def _invalid(message: str) -> ServiceError:
    return ServiceError("ValidationException", message)
