"""Estimates sentiment by weighted words, their negation and their emphasis. An estimate, not a model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from local.standins.lexicon import WORDS

_UNSPACED = frozenset({"ja", "ko", "zh"})
# not \w: Hindi's vowel signs do not count as such
_WORD = re.compile(r"[^\s\"()\[\]«»“”„]+")
_CLAUSE_END = re.compile(r"[.;:!?,。、，！？；؟،।\n]")
_NEGATION_REACH = 3
_NEUTRAL_BASE = 1.5  # evidence that a text without any coloured word weighs in for NEUTRAL
_BOOST = 1.4


@dataclass(frozen=True)
class _Tables:
    weights: dict[str, float]
    stems: dict[str, float]
    phrases: tuple[tuple[re.Pattern[str], float], ...]
    negators: frozenset[str]
    boosters: frozenset[str]


def estimate(text: str, language: str) -> tuple[str, dict[str, float]]:
    """The sentiment and its four scores, which add up to 1; NEUTRAL where no coloured word is found."""
    language = language.partition("-")[0]
    find = _unspaced_findings if language in _UNSPACED else _spaced_findings
    weights = list(find(_fold(text, language), language))
    negative = -sum(weight for weight in weights if weight < 0)
    positive = sum(weight for weight in weights if weight > 0)
    if text.count("!") + text.count("！") and negative > positive:
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


def _spaced_findings(text: str, language: str) -> Iterator[float]:
    tables, vocabulary = _tables(language), WORDS[language]
    for clause in _CLAUSE_END.split(text):
        remaining = clause
        for pattern, weight in tables.phrases:
            remaining, count = pattern.subn(" ", remaining)
            yield from [weight] * count
        tokens = _WORD.findall(remaining)
        for index, token in enumerate(tokens):
            weight = _weight(token, tables)
            if not weight:
                continue
            before = tokens[max(0, index - _NEGATION_REACH) : index]
            after = tokens[index + 1 : index + 3] if vocabulary.negators_follow else []
            yield _modified(weight, _negated(before + after, tables), not tables.boosters.isdisjoint(before))


def _unspaced_findings(text: str, language: str) -> Iterator[float]:
    """Japanese, Chinese and Korean: longest words first, wherever they stand."""
    tables, follow = _tables(language), WORDS[language].negators_follow
    for pattern, weight in tables.phrases:
        for match in pattern.finditer(text):
            before, after = (
                text[max(0, match.start() - 4) : match.start()],
                text[match.end() : match.end() + 6],
            )
            nearby = _CLAUSE_END.split(after)[0] if follow else _CLAUSE_END.split(before)[-1][-3:]
            # a complaint like "does not arrive" holds its negation already
            negated = _holds(nearby, tables.negators) and not _holds(match[0], tables.negators)
            yield _modified(weight, negated, _holds(before, tables.boosters))
        text = pattern.sub("\x00", text)


def _holds(text: str, words: frozenset[str]) -> bool:
    return any(word in text for word in words)


def _modified(weight: float, negated: bool, boosted: bool) -> float:
    if boosted:
        weight *= _BOOST
    if negated:  # "not good" complains, "no problem" only reassures
        weight = -weight * 0.8 if weight > 0 else -weight * 0.3
    return weight


def _weight(token: str, tables: _Tables) -> float:
    if token in tables.weights:
        return tables.weights[token]
    return next((tables.stems[token[:n]] for n in range(len(token), 2, -1) if token[:n] in tables.stems), 0.0)


def _negated(tokens: list[str], tables: _Tables) -> bool:
    return any(
        token in tables.negators or token.endswith("n't") or token.startswith("n'") for token in tokens
    )


@lru_cache
def _tables(language: str) -> _Tables:
    vocabulary, unspaced = WORDS[language], language in _UNSPACED
    entries = [
        (_fold(word, language), sign * weight)
        for sign, table in ((-1.0, vocabulary.negative), (1.0, vocabulary.positive))
        for weight, words in table.items()
        for word in words.split()
    ]
    phrases = sorted((entry for entry in entries if unspaced or "_" in entry[0]), key=lambda e: -len(e[0]))
    words = [entry for entry in entries if not unspaced and "_" not in entry[0]]
    return _Tables(
        weights={word: weight for word, weight in words if not word.endswith("*")},
        stems={word[:-1]: weight for word, weight in words if word.endswith("*")},
        phrases=tuple((_phrase(phrase, unspaced), weight) for phrase, weight in phrases),
        negators=frozenset(_fold(word, language) for word in vocabulary.negators.split()),
        boosters=frozenset(_fold(word, language) for word in vocabulary.boosters.split()),
    )


def _phrase(phrase: str, unspaced: bool) -> re.Pattern[str]:
    pattern = re.escape(phrase).replace(r"\*", r"\S*").replace("_", r"\s+")
    return re.compile(pattern if unspaced else rf"(?<![^\s\"('«“„-]){pattern}(?!\S)")


def _fold(text: str, language: str) -> str:
    """Lower case without accents; Hindi's vowel signs and the scripts of East Asia stay."""
    text = text.casefold().replace("’", "'")
    if language == "ar":
        text = re.sub("[\u064b-\u0652\u0640]", "", text)
        text = text.translate(str.maketrans("أإآةى", "اااهي"))
        # the article and joined words would hide the stem
        return re.sub(r"\b(?:و|ف)?(?:بال|كال|لل|ال)(?=\w{3})|\bو(?=\w{3})", "", text)
    if language in {"en", "fr", "es", "de", "it", "pt"}:
        decomposed = unicodedata.normalize("NFKD", text)
        return "".join(character for character in decomposed if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", text)
