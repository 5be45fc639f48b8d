"""Personal data in a text: what it is called here."""

from dataclasses import dataclass
from typing import Final

OTHER: Final = "PERSONAL"
"""What a model lists without saying what it is."""

ADDRESS: Final = "ADDRESS"
KINDS: Final = ("NAME", ADDRESS, "PHONE", "EMAIL", "CARD", "ACCOUNT", "ID", "PASSWORD", OTHER)


FIGURES: Final = frozenset({"PHONE", "CARD", "ACCOUNT", "ID"})
"""Kinds of numbers, which may be taken for one another and for an order's."""


@dataclass(frozen=True)
class Found:
    """One piece of personal data: its kind (one of `KINDS`) and the words of the text."""

    kind: str
    text: str


def kind_of(text: str) -> str:
    """Return what a thing that a model lists looks like: a name, an address, an e-mail address, or else.

    Words without a figure are a name, some with one an address.
    """
    if "@" in text:
        return "EMAIL"
    letters = sum(map(str.isalpha, text))
    if not any(map(str.isdigit, text)):
        return "NAME" if letters else OTHER
    return ADDRESS if letters and (len(text.split()) > _FEW or letters >= _MANY) else OTHER


_FEW: Final = 2
_MANY: Final = 5
"""Words, and in letters without blanks letters, that an address has and a code has not."""
