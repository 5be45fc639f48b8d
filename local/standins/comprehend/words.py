"""The words of each language, read from `words.toml`, which says what each list is for."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

UNSPACED: Final = frozenset({"ja", "ko", "zh"})
"""Languages whose words have no spaces, or particles, between them."""

_WEIGHTS: Final = {
    "furious": -3.0,
    "negative": -2.0,
    "critical": -1.0,
    "neutral": 0.0,
    "kind": 1.0,
    "positive": 2.0,
    "delighted": 3.0,
}


@dataclass(frozen=True)
class Words:
    """One language's words; `weights` are negative for complaints and positive for praise."""

    weights: Mapping[str, float]
    negations: tuple[str, ...]
    boosters: tuple[str, ...]
    negations_follow: bool
    time: Mapping[str, str]


@cache
def words_of(language: str) -> Words:
    """Return the words of a language; a region is ignored."""
    table = _tables()[language.partition("-")[0]]
    return Words(
        weights={word: weight for name, weight in _WEIGHTS.items() for word in table.pop(name, "").split()},
        negations=tuple(table.pop("negations").split()),
        boosters=tuple(table.pop("boosters").split()),
        negations_follow=table.pop("negations_follow", False),
        time=table,
    )


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have words."""
    return tuple(_tables())


def alternatives(words: str) -> str:
    """Return a pattern for any of the words; one that matches nothing where there are none."""
    return "(?:" + "|".join(word.replace("_", r"\s+") for word in words.split()) + ")" if words else "(?!)"


def whole_word(pattern: str, language: str) -> str:
    r"""Return a pattern for whole words, where words are separated (\w lacks Hindi's vowel signs)."""
    if language.partition("-")[0] in UNSPACED:
        return pattern
    return rf"(?<![\w-])(?:{pattern})(?![\w\u0900-\u097f-])"


def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
