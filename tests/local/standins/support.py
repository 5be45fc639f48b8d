"""What several tests share: refusals, and a Converse request as the product makes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import ClientError

MODEL = "global.anthropic.claude-haiku-5-5"


def refused(call: Callable[..., Any], **params: Any) -> tuple[str, int]:
    """The error code and HTTP status of a call that must be refused."""
    with pytest.raises(ClientError) as caught:
        call(**params)
    response = caught.value.response
    return response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"]


def conversation(text: str = "Hello", **changes: Any) -> dict[str, Any]:
    """A Converse request as the product makes it: one forced tool, thinking disabled."""
    schema = {
        "type": "object",
        "properties": {"reply": {"type": "string"}, "pivot_text": {"type": "string"}},
        "required": ["reply", "pivot_text"],
    }
    return {
        "modelId": MODEL,
        "system": [{"text": "Write the reply in Spanish (es).\nWrite pivot_text in French (fr)."}],
        "messages": [{"role": "user", "content": [{"text": text}]}],
        "inferenceConfig": {"maxTokens": 2000},
        "toolConfig": {
            "tools": [{"toolSpec": {"name": "send_reply", "inputSchema": {"json": schema}}}],
            "toolChoice": {"tool": {"name": "send_reply"}},
        },
        "additionalModelRequestFields": {"thinking": {"type": "disabled"}},
    } | changes
