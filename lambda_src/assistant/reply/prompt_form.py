"""The form of every call of a model: data that cannot close its bounds, and one tool to answer through."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.language import languages


@dataclass(frozen=True)
class Question:
    """One call of a model: what it is told, what it is asked, and the one tool to answer through."""

    system: str
    user: str
    tool: dict[str, Any]
    max_tokens: int


def bounded(context: Mapping[str, object], **texts: str) -> str:
    """Return a context and named texts as data between tags: none of them can close its bounds."""
    data = {"context": json.dumps(context, ensure_ascii=False), **texts}
    return "\n".join(f"<{name}>{_escape(text)}</{name}>" for name, text in data.items())


def tool_of(name: str, description: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return a tool all of whose properties are required."""
    return {"name": name, "description": description, "inputSchema": {"json": object_of(properties)}}


def object_of(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with these properties, all of them required.

    It has no other keys: Amazon Nova refuses any beside these three at the top of a tool's schema.
    """
    return {"type": "object", "properties": dict(properties), "required": list(properties)}


def one_of(values: Sequence[str]) -> dict[str, Any]:
    """Return the schema of one of some words."""
    return {"type": "string", "enum": [str(value) for value in values]}


def named(code: str) -> str:
    """Return a language as a prompt names it: French (fr)."""
    return f"{languages.name(code, 'en')} ({code})"


def _escape(text: str) -> str:
    """Keep the customer's text from closing the tags that bound it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
