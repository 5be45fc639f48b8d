"""Tells what the stop words of a text (lists of stopwords-iso) say about its language, without a service."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from assistant.text.formats import compiled
from assistant.text.normalized import without_invisible

from . import languages, scripts

TWICE: Final = 2
"""How many times as much must speak for one language as for the next.

Derivation: in 68 replies in 33 languages (drafts of the golden set, 2026-11-30) the own language's stop words
weigh at least as much as any other's, close relatives apart, and another's at most half as much as the own.
"""

_FEWEST: Final = 0.05
"""The share of stop words that a reply has at least: half of the least share measured in those replies."""

_MANY: Final = 20
"""Words from which a text that has no stop word of its language is none in it."""

_FEWEST_LETTERS: Final = 25
"""Letters of a text in another script than the one around it, from which it is foreign: no brand, no name."""

_FEWEST_WORDS: Final = 4
"""Stop words that make a text plain (those of several languages count in part)."""

_NON_JOINER: Final = "\u200c"
"""Parts the words of Persian."""

# Vowel signs over Latin, Hebrew and Arabic letters that survive NFKC are decoration; those of India are not.
_DECORATION: Final = "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]"


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without digits, signs and invisible characters."""
    seen = unicodedata.normalize("NFKC", without_invisible(text, keep=_NON_JOINER)).lower()
    plain = compiled(_DECORATION).sub("", seen)
    kept = (char if char.isalpha() or unicodedata.category(char) in ("Mn", "Mc") else " " for char in plain)
    return "".join(kept).split()


def shares(text: str) -> Mapping[str, float]:
    """Return how much of a text's words speaks for each language (0 to 1), most first.

    A stop word of several languages speaks for each of them in part, and a language in whose own stop words
    some of the text's letters never occur is believed less. Only languages that the text's script can hold
    count.
    """
    script, said = scripts.main(text), Counter(words(text))
    weights: defaultdict[str, float] = defaultdict(float)
    for word, times in said.items():
        owners = [code for code in _owners().get(word, ()) if scripts.holds(script, code)]
        for code in owners:
            weights[code] += times / len(owners)
    total = said.total()
    for code in weights:
        spelled = sum(times for word, times in said.items() if _letters()[code].issuperset(word))
        weights[code] *= spelled / total
    return {code: weight / total for code, weight in sorted(weights.items(), key=lambda item: -item[1])}


def guess(text: str) -> str | None:
    """Return the language of the product that most of a text's stop words speak for, or None."""
    return next((code for code in shares(text) if code in languages.by_code()), None)


def is_other(text: str, language: str) -> bool:
    """Tell whether a reply is surely not in a language: by its script, then by its stop words.

    A language without a list of stop words is judged by its script, and by a text that is plainly English
    or French, which is what a model writes by mistake. Close relatives pass for each other.
    """
    script, code = scripts.main(text), languages.base(language)
    if script is None or not code:
        return False
    if not scripts.holds(script, code):
        return True
    if script == "Han":
        return scripts.han(text) not in (None, code)
    if scripts.only(script):
        return False
    found = shares(text)
    if code not in _letters():
        return any(found.get(one, 0.0) > TWICE * _FEWEST for one in languages.PIVOT_LANGUAGES)
    mine = found.get(code, 0.0)
    rivals = max((share for one, share in found.items() if one != code), default=0.0)
    return TWICE * mine < rivals or (mine < _FEWEST and len(words(text)) >= _MANY)


def is_foreign(text: str, among: str) -> bool:
    """Tell whether a text is plainly in another script or language than what it stands among."""
    script, other = scripts.main(text), scripts.main(among)
    if script != other and {script, other} != {"Han", "Kana"}:
        return other is not None and sum(map(str.isalpha, text)) >= _FEWEST_LETTERS
    (language, most), (_, second) = (*shares(text).items(), ("", 0.0), ("", 0.0))[:2]
    if language not in languages.by_code() or most < TWICE * second:
        return False
    around, own_language = shares(among), guess(among)
    # Fewer stop words, or one alone around it, say nothing.
    if most * len(words(text)) < _FEWEST_WORDS or not own_language:
        return False
    plain = around[own_language] * len(words(among)) > 1
    return plain and around.get(language, 0.0) * TWICE <= max(around.values())


def has_stop_word(text: str, code: str) -> bool:
    """Tell whether a word of a text is a stop word of a language."""
    return any(languages.base(code) in _owners().get(word, ()) for word in words(text))


@cache
def _owners() -> Mapping[str, Sequence[str]]:
    """Return the languages of each stop word."""
    import stopwordsiso  # noqa: PLC0415 - its lists are read at the import, which takes some milliseconds

    owners: defaultdict[str, list[str]] = defaultdict(list)
    # Chinese and Japanese write no blanks, so that no word of theirs is ever found.
    for code in sorted({*stopwordsiso.langs()} - {"zh", "ja"}):
        # Nearly all are plain already; to read them all as words of a text would take a cold start 0.1 s.
        listed = stopwordsiso.stopwords(code)
        for word in {word if word.isalpha() else " ".join(words(word)) for word in listed}:
            owners[word].append(code)
    return owners


@cache
def _letters() -> Mapping[str, set[str]]:
    letters: defaultdict[str, set[str]] = defaultdict(set)
    for word, owners in _owners().items():
        for code in owners:
            letters[code].update(word)
    return letters
