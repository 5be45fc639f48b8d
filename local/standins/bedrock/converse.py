"""Bedrock's Converse: an answer in the service's form, by the forced tool or as text."""

import json
import math
import secrets
import time
from collections.abc import Callable
from typing import Any

from local.standins.bedrock import reading, review as reviewing
from local.standins.bedrock.checks import check_conversation, check_inference, forced_tool, model_for
from local.standins.bedrock.odd_replies import distort
from local.standins.bedrock.reply import REPLY, Brief, write
from local.standins.services import ServiceError

_TOOLS: dict[str, Callable[[str, str, str], dict[str, Any]]] = {
    "write_reply": reading.answer,
    reading.TOOL: reading.read,
    reviewing.TOOL: lambda _, user, mode: reviewing.review(user, mode),
    "report_ready": lambda *_: {"ready": True},
}
"""What answers each tool of the product: its reply, its reading, its review, the doctor's probe."""


def converse(params: dict[str, Any], mode: str) -> dict[str, Any]:
    """Answers with the forced tool where one is forced, else with text.

    Raises:
        ServiceError: ResourceNotFoundException for unknown or retired models, else ValidationException, for
            a tool that this stand-in does not know, too.
    """
    began = time.perf_counter()
    model = model_for(params["modelId"])
    tool = forced_tool(params.get("toolConfig"), model)
    if tool and tool["name"] not in _TOOLS:
        message = (
            f"The local stand-in answers through {', '.join(_TOOLS)}, and has nothing to say by another."
        )
        raise ServiceError("ValidationException", message)
    check_conversation(params.get("messages", []), model)
    check_inference(params, model, tool)
    system, user = _texts(params.get("system", [])), _texts(params["messages"][-1]["content"])
    block: dict[str, Any]
    if mode in {"refusal", "content_filtered"}:
        block, stop = {"text": "I cannot help with this request."}, mode
    elif tool is None or mode == "no_tool":
        block, stop = {"text": _text(Brief.from_prompt(system, user), system, mode)}, "end_turn"
    else:
        given = {"unexpected": [1]} if mode == "malformed_input" else _tool_input(tool, system, user, mode)
        block, stop = {"toolUse": _tool_use(tool["name"], given)}, "tool_use"
    tokens_out, most = _tokens(_said(block)), params.get("inferenceConfig", {}).get("maxTokens")
    if most is not None and tokens_out > most:
        block, tokens_out, stop = _cut_off(block, most), most, "max_tokens"
    said = "".join(_texts(message["content"]) for message in params["messages"])
    tokens_in = _tokens(system + said + _dump(params, "toolConfig"))
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


def _tool_input(tool: dict[str, Any], system: str, user: str, mode: str) -> dict[str, Any]:
    """What is handed in through a tool of the product's: no other is known here, and none is made up."""
    known = _TOOLS[tool["name"]](system, user, mode)
    properties = tool["inputSchema"]["json"].get("properties", {})
    return {name: known[name] for name in properties if name in known}


def _text(brief: Brief, system: str, mode: str) -> str:
    return distort(mode, write(brief, brief.language(REPLY)), brief=brief, what=REPLY, system=system)


def _tool_use(name: str, given: dict[str, Any]) -> dict[str, Any]:
    return {"toolUseId": f"tooluse_{secrets.token_urlsafe(16)}", "name": name, "input": given}


def _cut_off(block: dict[str, Any], tokens: int) -> dict[str, Any]:
    """What fits into the tokens; of a tool call, whose arguments are not whole then, the bare call."""
    if "text" in block:
        return {"text": block["text"].encode()[: tokens * 3].decode(errors="ignore")}
    return {"toolUse": block["toolUse"] | {"input": {}}}


def _texts(blocks: list[dict[str, Any]]) -> str:
    return "\n".join(block["text"] for block in blocks if "text" in block)


def _said(block: dict[str, Any]) -> str:
    return str(block["text"]) if "text" in block else _dump(block["toolUse"], "input")


def _dump(params: dict[str, Any], name: str) -> str:
    return json.dumps(params[name], ensure_ascii=False) if params.get(name) else ""


def _tokens(text: str) -> int:
    return math.ceil(len(text.encode()) / 3)
