"""The rules that a reply has to keep before it is sent."""

import re
from collections.abc import Sequence
from typing import Any, Final

from . import contacts, gestures, prompt, tongues

MIN_WORDS: Final = 60
MAX_WORDS: Final = 150
"""Asked for are 80 to 120 words; outside these bounds a draft is rejected. Counted on the pivot text."""


def words(text: str) -> int:
    """Count the words of a pivot text."""
    return len(text.split())


def broken_rule(
    reply: str,
    pivot: str,
    authorised: Sequence[str],
    *,
    company: str = "",
    language: str = "",
    pivot_language: str = "",
) -> str | None:
    """Return the code of the first rule that a reply breaks, or None.

    `authorised` are the commercial gestures that the environment allows for this request; `company`
    signs, so its name is no link. The languages are checked where they are given.
    """
    if not reply.strip() or not pivot.strip():
        return "empty"
    said = says_wrong(f"{reply}\n{pivot}", authorised, company)
    if said:
        return said
    if not MIN_WORDS <= words(pivot) <= MAX_WORDS:
        return "too_short" if words(pivot) < MIN_WORDS else "too_long"
    wrong = tongues.is_other(reply, language) or tongues.is_other(pivot, pivot_language)
    return "language" if wrong else None


def says_wrong(said: str, authorised: Sequence[str], company: str) -> str | None:
    """Return the code of the first thing that a text says and no reply may say, or None."""
    text = contacts.plain(said)
    if prompt.leaks(text):
        return "prompt"
    way_out = contacts.found(_without(text, contacts.plain(company)))
    return way_out or ("gesture" if gestures.offered(text, authorised) else None)


def _without(text: str, company: str) -> str:
    """Return a plain text without a company's name, unless it is part of an address or a path."""
    if not company:
        return text
    return re.sub(rf"(?<![\w@./-]){re.escape(company)}(?![\w@/-]|\.\w)", " ", text)


def text_of(draft: Any, field: str) -> str:
    """Return a text field of the model's tool input; anything else there counts as empty."""
    value = draft.get(field) if isinstance(draft, dict) else None
    return value.strip() if isinstance(value, str) else ""
