"""The form of every prompt: data that cannot close its bounds, tools all of whose fields are required."""

import json
from collections.abc import Mapping
from typing import Any

from . import languages


def bounded(context: Mapping[str, object], message: str) -> str:
    """Return context and message as data: neither can close the tags that bound it."""
    return (
        f"<context>{_escape(json.dumps(context, ensure_ascii=False))}</context>\n"
        f"<customer_message>{_escape(message)}</customer_message>"
    )


def tool_of(name: str, description: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return a tool all of whose properties are required."""
    return {"name": name, "description": description, "inputSchema": {"json": object_of(properties)}}


def object_of(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with these properties, all of them, and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def named(code: str) -> str:
    """Return a language as a prompt names it: French (fr)."""
    return f"{languages.name(code, 'en')} ({code})"


def _escape(text: str) -> str:
    """Keep the customer's text from closing the tags that bound it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
