"""Personal data in a text: what it is called here."""

from dataclasses import dataclass
from typing import Final

KINDS: Final = ("NAME", "ADDRESS", "PHONE", "EMAIL", "CARD", "ACCOUNT", "ID", "PASSWORD")


@dataclass(frozen=True)
class Found:
    """One piece of personal data: its kind (one of `KINDS`) and the words of the text."""

    kind: str
    text: str
