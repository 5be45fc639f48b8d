"""Estimates sentiment by weighted words, their negation and their emphasis. An estimate, not a model."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

UNSPACED: Final = frozenset({"ja", "ko", "zh"})
"""Languages whose words have no spaces, or particles, between them."""

STRENGTHS: Final = {
    "furious": -3.0,
    "negative": -2.0,
    "critical": -1.0,
    "neutral": 0.0,
    "kind": 1.0,
    "positive": 2.0,
    "delighted": 3.0,
}
WORDS: Final[dict[str, dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)
"""Each language's words by strength, its negations and boosters."""

_CLAUSE_END = re.compile(r"[.;:!?,。、，！？；؟،।\n]")
_NEUTRAL_BASE = 1.5  # evidence that a text without any weighted word gives for NEUTRAL
_BOOST = 1.4
_SPACED_REACH = (3, 2)  # words before and after that may negate or boost
_UNSPACED_REACH = (4, 6)  # characters
_ARABIC_LETTERS = str.maketrans("أإآةى", "اااهي", "ًٌٍَُِّْـ")


@dataclass(frozen=True)
class _Table:
    """`weights` in the order of the pattern's groups."""

    pattern: re.Pattern[str]
    weights: tuple[float, ...]
    negations: tuple[str, ...]
    boosters: tuple[str, ...]
    negations_follow: bool


def estimate(text: str, language: str) -> tuple[str, dict[str, float]]:
    """Return the sentiment and its four scores, which add up to 1; NEUTRAL where no word is known."""
    weights = list(_weights(text, language.partition("-")[0]))
    negative = -sum(weight for weight in weights if weight < 0)
    positive = sum(weight for weight in weights if weight > 0)
    if "!" in text.replace("！", "!") and negative > positive:
        negative *= 1.15
    # both sides strong: what they have in common is MIXED
    mixed = 3 * max(0.0, min(negative, positive) - 1.0)
    raw = {
        "Positive": max(positive - mixed / 4, 0.0) ** 1.2,
        "Negative": max(negative - mixed / 4, 0.0) ** 1.2,
        "Neutral": _NEUTRAL_BASE,
        "Mixed": mixed,
    }
    total = sum(raw.values())
    scores = {name: value / total for name, value in raw.items()}
    return max(scores, key=lambda name: scores[name]).upper(), scores


def _weights(text: str, language: str) -> Iterator[float]:
    table, spaced = _table(language), language not in UNSPACED
    back, ahead = _SPACED_REACH if spaced else _UNSPACED_REACH
    for clause in _CLAUSE_END.split(_fold(text, language)):
        for match in table.pattern.finditer(clause):
            weight = table.weights[(match.lastindex or 0) - 1]
            before: Sequence[str] = clause[: match.start()]
            after: Sequence[str] = clause[match.end() :]
            if spaced:
                before, after = str(before).split(), str(after).split()
            before, after = before[-back:], after[:ahead] if table.negations_follow else ""
            if any(word in before for word in table.boosters):
                weight *= _BOOST
            # a complaint like "does not arrive" contains its negation already
            if any(word in before or word in after for word in table.negations):
                # "not good" complains, "no problem" only reassures
                weight *= -0.8 if weight > 0 else -0.3
            yield weight


@cache
def _table(language: str) -> _Table:
    words = WORDS[language]
    weights = {word: weight for name, weight in STRENGTHS.items() for word in words.get(name, "").split()}
    # The longest first: "no answer" is one complaint, not a negated answer.
    entries = sorted(weights, key=len, reverse=True)
    patterns = (f"({_pattern(_fold(word, language))})" for word in entries)
    start, end = ("", "") if language in UNSPACED else (r"(?<![^\s\"('«“„-])", r"(?![^\s\"()«»“”„])")
    return _Table(
        pattern=re.compile(f"{start}(?:{'|'.join(patterns)}){end}"),
        weights=tuple(weights[word] for word in entries),
        negations=tuple(_fold(word, language).strip() for word in words["negations"].split()),
        boosters=tuple(_fold(word, language) for word in words["boosters"].split()),
        negations_follow=words.get("negations_follow", False),
    )


def _pattern(word: str) -> str:
    return re.escape(word).replace(r"\*", r"[^\s\"()«»“”„]*").replace("_", r"\s+").replace(r"\ ", r"\s+")


def _fold(text: str, language: str) -> str:
    """Return small letters without accents; Hindi's vowel signs and the scripts of East Asia stay."""
    text = text.casefold().replace("’", "'")
    if language == "ar":
        # the article and joined words would hide the stem
        text = text.translate(_ARABIC_LETTERS)
        return re.sub(r"\b(?:و|ف)?(?:بال|كال|لل|ال)(?=\w{3})|\bو(?=\w{3})", "", text)
    if language == "hi" or language in UNSPACED:
        return unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFKD", text)
    text = "".join(character for character in decomposed if not unicodedata.combining(character))
    # "isn't" is "is not", "n'est" is "n' est"
    return re.sub(r"n't\b", " not", text) if language == "en" else text.replace("n'", "n' ")
