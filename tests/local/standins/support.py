"""What several tests share: refusals, and Converse requests as the product makes them."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import ClientError

MODEL = "global.anthropic.claude-haiku-5-5"
READING = """You read and answer messages.
Write text in the customer's language, the one that you name in language.
Write translation in French (fr).
Write pivot_text in French (fr): the same reply, with the same numbers."""


def refused(call: Callable[..., Any], **params: Any) -> tuple[str, int]:
    """The error code and HTTP status of a call that must be refused."""
    with pytest.raises(ClientError) as caught:
        call(**params)
    response = caught.value.response
    return response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"]


def conversation(text: str = "Hello", **changes: Any) -> dict[str, Any]:
    """A Converse request as the product makes it: one forced tool, thinking disabled."""
    properties = {"text": {"type": "string"}, "pivot_text": {"type": "string"}}
    schema = {"type": "object", "properties": properties, "required": ["text", "pivot_text"]}
    return {
        "modelId": MODEL,
        "system": [{"text": "Write text in Spanish (es).\nWrite pivot_text in French (fr)."}],
        "messages": [{"role": "user", "content": [{"text": text}]}],
        "inferenceConfig": {"maxTokens": 2000},
        "toolConfig": {
            "tools": [{"toolSpec": {"name": "write_reply", "inputSchema": {"json": schema}}}],
            "toolChoice": {"tool": {"name": "write_reply"}},
        },
        "additionalModelRequestFields": {"thinking": {"type": "disabled"}},
    } | changes


def reading(message: str, *, system: str = READING, pivot_text: bool = True, **facts: Any) -> dict[str, Any]:
    """A Converse request that has a message read and answered at once."""
    names = ("Positive", "Negative", "Neutral", "Mixed")
    categories = ["delivery", "product", "refund", "account", "billing", "general"]
    entity = {name: {"type": "string"} for name in ("text", "type")} | {"score": {"type": "number"}}
    properties: dict[str, Any] = {
        "language": {"type": "string"},
        "confidence": {"type": "number"},
        "translation": {"type": "string"},
        "sentiment": {"type": "string", "enum": ["POSITIVE", "NEGATIVE", "NEUTRAL", "MIXED"]},
        "scores": {"type": "object", "properties": {name: {"type": "number"} for name in names}},
        "entities": {"type": "array", "items": {"type": "object", "properties": entity}},
        "category": {"type": "string", "enum": categories},
        "text": {"type": "string"},
    }
    if pivot_text:
        properties["pivot_text"] = {"type": "string"}
    schema = {"type": "object", "properties": properties, "required": list(properties)}
    config = {
        "tools": [{"toolSpec": {"name": "read_and_reply", "inputSchema": {"json": schema}}}],
        "toolChoice": {"tool": {"name": "read_and_reply"}},
    }
    return conversation(user_text(message, **facts), system=[{"text": system}], toolConfig=config)


def user_text(message: str, **facts: Any) -> str:
    """The user turn of such a request: the context, and the customer's words, escaped."""
    escaped = message.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    context = json.dumps(facts, ensure_ascii=False)
    return f"<context>{context}</context>\n<customer_message>{escaped}</customer_message>"
