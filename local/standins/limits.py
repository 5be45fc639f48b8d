"""The size limit that Translate and Comprehend put on a text: bytes of UTF-8, not characters."""

from __future__ import annotations

from typing import Any

from local.standins.services import ServiceError


def check_bytes(params: dict[str, Any], most: int) -> None:
    """Refuses a larger Text.

    Raises:
        ServiceError: TextSizeLimitExceededException, the name that both services have for it.
    """
    text = params.get("Text")
    size = len(text.encode()) if isinstance(text, str) else 0
    if size > most:
        message = f"Input text size exceeds limit: {most} bytes are allowed, this request has {size}."
        raise ServiceError("TextSizeLimitExceededException", message)
