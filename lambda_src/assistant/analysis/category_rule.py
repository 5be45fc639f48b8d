"""The category of a message by weighted keywords in the team's language: a guess before a model decides."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final

from assistant import data
from assistant.request.categories import Category

DATA: Final = ("category_words/*.toml",)

_LETTERS: Final = str.maketrans({"œ": "oe", "æ": "ae"})
"""Letters that do not decompose."""


def categorise(text: str, language: str) -> Category:
    """Return the category whose words weigh most in a text of the team's language; a word counts once.

    What a message wants without saying so in these words, or says that it does not want, is for the model.
    """
    padded = f" {_plain(text)} "
    scores = dict.fromkeys(Category, 0)
    for category, stem, weight in _table(language):
        if stem in padded:
            scores[category] += weight
    best = max(scores, key=lambda category: scores[category])
    return best if scores[best] > 0 else Category.GENERAL


@cache
def _table(language: str) -> Sequence[tuple[Category, str, int]]:
    """Return a language's words as they are looked for in a text of plain words between spaces."""
    words = data.read(f"category_words/{language}")
    return [
        (category, f" {_plain(entry)}{' ' if entry.endswith('.') else ''}", int(weight))
        for category in Category
        for weight, entries in words[category].items()
        for entry in entries.split(",")
    ]


def _plain(text: str) -> str:
    """Return the text's words in small letters, without punctuation or accents, one space apart."""
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    bare = (char for char in decomposed if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in bare).split())
