"""Which of the passages that a search found come first: by meaning, and by the words of the message.

An embedding model tells well what a text in any language is about, and less well which of two passages on one
subject answers it. The words of the message's translation do, where the documents are in the team's language.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from assistant.aws.s3vectors import Match
from assistant.text.normalized import folded

CANDIDATES: Final = 30
"""Passages that are ranked. A search for more of them costs the same, and finds no more."""

_WORDS_WEIGHT: Final = 4.0
"""Of the share of the message's words that a passage says, beside its meaning, which is 0 to 1 among the
candidates. From 3 to 5 the right document is first for 81% to 86% of the questions of docs/evaluation.md."""

_SATURATION: Final = 1.2
_LENGTH_WEIGHT: Final = 0.75
"""The usual parameters of BM25: how soon a repeated word counts no more, how much a long text loses."""

_SEARCHED: Final = ("title", "heading", "text")
"""The metadata of a passage whose words count."""

_SHORTEST: Final = 3
_BEGINNING: Final = 5
"""Letters of a word that counts, and of the beginning that a longer one counts by, too."""


def ranked(matches: Sequence[Match], translated: Callable[[], str], language: str) -> list[Match]:
    """Return matches, the one first whose meaning and words fit best.

    `translated` returns the message in the team's `language`, and may wait for it; it is called last. Where
    no word of it stands in any match, the order is that by meaning.
    """
    meaning = _scaled([-match.distance for match in matches])
    said = [" ".join(match.metadata.get(name, "") for name in _SEARCHED) for match in matches]
    texts = [_words(text, language) for text in said]
    words = _shares(texts, {*_words(translated(), language)})
    scores = [near + _WORDS_WEIGHT * share for near, share in zip(meaning, words, strict=True)]
    return [matches[at] for at in sorted(range(len(matches)), key=lambda at: -scores[at])]


def _shares(texts: Sequence[Sequence[str]], asked: set[str]) -> list[float]:
    """Return how much of what is asked each text says, by BM25: a rare word counts more, one of no text most.

    So the few words that a text shares with a message in another language count for little.
    """
    counts = [Counter(text) for text in texts]
    usual = sum(map(len, texts)) / len(texts) if texts else 0
    having = Counter(word for count in counts for word in asked & count.keys())
    rarity = {word: math.log(1 + (len(texts) - having[word] + 0.5) / (having[word] + 0.5)) for word in asked}
    everything = sum(rarity.values())
    return [
        sum(rarity[word] * _weight(count[word], len(text) / usual) for word in asked & count.keys())
        / (everything or 1)
        for text, count in zip(texts, counts, strict=True)
    ]


def _weight(count: int, length: float) -> float:
    discount = _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * length)
    return count * (_SATURATION + 1) / (count + discount)


def _scaled(scores: Sequence[float]) -> list[float]:
    """Return scores from 0 to 1; all 0 where they do not differ."""
    lowest = min(scores, default=0.0)
    span = max(scores, default=0.0) - lowest
    return [(score - lowest) / span if span else 0.0 for score in scores]


def _words(text: str, language: str) -> list[str]:
    """Return the words that say something, and the beginnings that their other forms share."""
    kept = [
        word
        for word in re.findall(r"\w+", folded(text).text)
        if len(word) >= _SHORTEST and word not in _stopwords(language)
    ]
    return [*kept, *(f"{word[:_BEGINNING]}-" for word in kept if len(word) > _BEGINNING)]


@cache
def _stopwords(language: str) -> frozenset[str]:
    import stopwordsiso  # noqa: PLC0415 - its lists are read at the import, which takes some milliseconds

    listed = " ".join(stopwordsiso.stopwords(language)) if stopwordsiso.has_lang(language) else ""
    return frozenset(re.findall(r"\w+", folded(listed).text))
