"""Bedrock's Converse: an answer in the service's form, by the forced tool or as text."""

import json
import math
import secrets
import time
from collections.abc import Callable
from typing import Any

from local.standins.bedrock import reading, review as reviewing
from local.standins.bedrock.checks import check_conversation, check_inference, forced_tool, model_for
from local.standins.bedrock.reply import REPLY, Brief, reply
from local.standins.services import ServiceError

_TOOLS: dict[str, Callable[[str, str, str], dict[str, Any]]] = {
    "write_reply": lambda system, user, mode: reading.answer(Brief.from_prompt(system, user), mode),
    reading.TOOL: lambda system, user, mode: reading.read(Brief.from_prompt(system, user), mode),
    reviewing.TOOL: lambda _, user, mode: reviewing.review(user, mode),
}
"""What answers each tool of the product: its reply, its reading, its review."""


def converse(params: dict[str, Any], mode: str) -> dict[str, Any]:
    """Answer with the forced tool where one is forced, else with text.

    Raises ServiceError: ResourceNotFoundException for unknown or retired models, else ValidationException,
    for a model that embeds and for a tool that this stand-in does not know, too.
    """
    began = time.perf_counter()
    model = model_for(params["modelId"])
    if model.embeds:
        message = "This action doesn't support the model that you provided. Try again with a chat model."
        raise ServiceError("ValidationException", message)
    tool = forced_tool(params.get("toolConfig"), model)
    if tool and tool["name"] not in _TOOLS:
        known = f"The local stand-in answers through {', '.join(_TOOLS)}, and has nothing to say by another."
        raise ServiceError("ValidationException", known)
    check_conversation(params.get("messages", []), model)
    check_inference(params, model, tool)
    block, stop = _answer(params, tool, mode)
    said = block["text"] if "text" in block else _json(block["toolUse"]["input"])
    tokens_out, most = _tokens(said), params.get("inferenceConfig", {}).get("maxTokens")
    if most is not None and tokens_out > most:
        tokens_out, stop = most, "max_tokens"
        if "text" in block:
            block = {"text": said.encode()[: most * 3].decode(errors="ignore")}
        else:  # its arguments are not whole: the bare call is left
            block = {"toolUse": block["toolUse"] | {"input": {}}}
    asked = _texts(params.get("system", [])) + "".join(_texts(one["content"]) for one in params["messages"])
    tokens_in = _tokens(asked + (_json(params["toolConfig"]) if params.get("toolConfig") else ""))
    return {
        "output": {"message": {"role": "assistant", "content": [block]}},
        "stopReason": stop,
        "usage": {
            "inputTokens": tokens_in,
            "outputTokens": tokens_out,
            "totalTokens": tokens_in + tokens_out,
        },
        "metrics": {"latencyMs": math.ceil((time.perf_counter() - began) * 1000)},
    }


def _answer(params: dict[str, Any], tool: dict[str, Any] | None, mode: str) -> tuple[dict[str, Any], str]:
    """Return the content and why it ends; of a tool's input only what its schema asks for."""
    if mode in {"refusal", "content_filtered"}:
        return {"text": "I cannot help with this request."}, mode
    system, user = _texts(params.get("system", [])), _texts(params["messages"][-1]["content"])
    if tool is None or mode == "no_tool":
        return {"text": reply(Brief.from_prompt(system, user), REPLY, mode)}, "end_turn"
    given: dict[str, Any] = {"unexpected": [1]}
    if mode != "malformed_input":
        known = _TOOLS[tool["name"]](system, user, mode)
        properties = tool["inputSchema"]["json"].get("properties", {})
        given = {name: known[name] for name in properties if name in known}
    use = {"toolUseId": f"tooluse_{secrets.token_urlsafe(16)}", "name": tool["name"], "input": given}
    return {"toolUse": use}, "tool_use"


def _texts(blocks: list[dict[str, Any]]) -> str:
    return "\n".join(block["text"] for block in blocks if "text" in block)


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _tokens(text: str) -> int:
    return math.ceil(len(text.encode()) / 3)
