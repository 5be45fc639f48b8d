"""The parts of what a model hands in through a tool: any JSON, whatever the tool's schema asks for."""

from typing import Any, Final

DIGITS: Final = 6
"""Of a share, after the point: what is left over is noise that could cross a threshold."""


def text_of(fields: Any, name: str) -> str:
    """Return a text field; anything else there counts as empty."""
    value = fields.get(name) if isinstance(fields, dict) else None
    return value.strip() if isinstance(value, str) else ""


def share_of(value: Any) -> float | None:
    """Return a number from 0 to 1, or None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return None
    return round(float(value), DIGITS)
