"""What stands in a text for something that was to be filled in: no customer may read it."""

import re
from typing import Final

from .personal.masking import LABEL

_BRACKETED: Final = re.compile(r"[\[［【]([^\[\]［］【】\n]{1,40})[\]］】]")


def found(text: str, known: str) -> bool:
    """Tell whether a reply holds a label of masking, or words in square brackets that nobody wrote.

    A model that reads `[NAME]` writes it on, translates it, or makes up one of its own ("[your name]").

    Args:
        text: The reply, in any language.
        known: Everything that its brackets may come from: the message, names, gestures.
    """
    if LABEL.search(text):
        return True
    return any(_is_words(match[1]) and match[0] not in known for match in _BRACKETED.finditer(text))


def _is_words(inside: str) -> bool:
    """Tell letters from an order number that stands in brackets."""
    return any(map(str.isalpha, inside)) and not any(map(str.isdigit, inside))
