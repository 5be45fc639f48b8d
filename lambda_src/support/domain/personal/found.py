"""Personal data in a text: what it is called here."""

from dataclasses import dataclass
from typing import Final

OTHER: Final = "PERSONAL"
"""What a model lists without saying what it is."""

KINDS: Final = ("NAME", "ADDRESS", "PHONE", "EMAIL", "CARD", "ACCOUNT", "ID", "PASSWORD", OTHER)


@dataclass(frozen=True)
class Found:
    """One piece of personal data: its kind (one of `KINDS`) and the words of the text."""

    kind: str
    text: str
