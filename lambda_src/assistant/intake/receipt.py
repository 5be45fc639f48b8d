"""The text that confirms a message at once, before it was analysed."""

from collections.abc import Mapping
from typing import Final

from assistant import data
from assistant.language import languages

DATA: Final = ("receipts.toml",)


def texts() -> Mapping[str, str]:
    """Return the receipts by language."""
    return data.read("receipts")


def accepted(language: str, pivot_language: str) -> str:
    """Return the receipt, in the declared language where we have the words, else in the pivot language."""
    known = texts()
    return known.get(language) or known.get(languages.base(language)) or known[pivot_language]
