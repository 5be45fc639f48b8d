"""Reads the input of a tool call, which may be any JSON, whatever the tool's schema asks for."""

from typing import Any, Final

from assistant.request.categories import Category
from assistant.request.item import Draft
from assistant.text.normalized import clean

DIGITS: Final = 6
"""Of a share, after the point: what is left over is noise that could cross a threshold."""

MOST_PERSONAL: Final = 40
MOST_CHARACTERS: Final = 100
"""Of the personal data that a model lists: how many pieces are believed, and how long one is at most."""


def text_of(fields: Any, name: str) -> str:
    """Return a text field; anything else there counts as empty."""
    value = fields.get(name) if isinstance(fields, dict) else None
    return value.strip() if isinstance(value, str) else ""


def share_of(value: Any) -> float | None:
    """Return a number from 0 to 1, or None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return None
    return round(float(value), DIGITS)


def category_of(fields: Any) -> Category | None:
    """Return the category that a model named, or None for anything else."""
    named = text_of(fields, "category")
    return next((category for category in Category if category == named), None)


def personal_of(fields: Any, message: str) -> list[str]:
    """Return what a model lists as personal data and really stands in the message, each once, in its order.

    One letter is no name, and a line of more than a hundred characters is the message itself; so is a list
    of more than half of it, and nobody could read what is left.
    """
    listed = fields.get("personal") if isinstance(fields, dict) else None
    named = (clean(one).strip() for one in listed if isinstance(one, str)) if isinstance(listed, list) else ()
    believed = (one for one in named if 2 <= len(one) <= MOST_CHARACTERS and one in message)
    each = list(dict.fromkeys(believed))[:MOST_PERSONAL]
    return each if sum(map(len, each)) <= max(MOST_CHARACTERS, len(message) / 2) else []


def drafted(fields: Any, language: str, read: str, model: str, version: str) -> Draft:
    """Return the draft of a reply in what a model handed in, each part empty where it is none.

    `language` is that of the text for the customer, `read` the message as the model was shown it.
    """
    draft = Draft(
        text=clean(text_of(fields, "text")),
        language=language,
        pivot_text=clean(text_of(fields, "pivot_text")),
        gesture=clean(text_of(fields, "gesture")),
        personal=personal_of(fields, read),
        model=model,
        prompt_version=version,
    )
    if category := category_of(fields):
        draft["category"] = category
    return draft
