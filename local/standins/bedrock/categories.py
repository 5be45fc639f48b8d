"""What a message is about, by the beginnings of words in `categories.toml`: a guess, no model."""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

GENERAL = "general"


def category(text: str) -> str:
    """Return the category with the most words in the text, the first of equals; "general" without any."""
    folded = _fold(text)
    found = {name: len(pattern.findall(folded)) for name, pattern in _patterns().items()}
    best = max(found, key=lambda name: found[name])
    return best if found[best] else GENERAL


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {name: _pattern(stems) for name, stems in table.items()}


def _pattern(stems: str) -> re.Pattern[str]:
    """Latin stems begin a word; the other scripts join words, so theirs may stand anywhere."""
    folded = _fold(stems).replace("_?", r"[\s-]?").replace("_", r"\s+").replace("$", r"\b").split()
    latin = "|".join(stem for stem in folded if stem.isascii())
    others = "|".join(stem for stem in folded if not stem.isascii())
    return re.compile(rf"\b(?:{latin})|{others}")


def _fold(text: str) -> str:
    """Return small letters without accents, and ı as i."""
    decomposed = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
    return "".join(character for character in decomposed if not unicodedata.combining(character))
