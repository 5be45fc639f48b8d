"""The passages of the company's documents that are nearest to a message, whatever its language."""

from collections.abc import Callable
from typing import Final

from assistant.aws.embeddings import Embedder
from assistant.aws.s3vectors import VectorIndex
from assistant.request.item import Passage
from assistant.text import splitting

from . import passages, ranking

MOST_BYTES: Final = 4_000
"""Of a message that are searched for: what a longer one is about stands in its beginning."""


class Finder:
    """Searches one index; `most` is how many passages a message gets, `language` the team's."""

    def __init__(self, embedder: Embedder, index: VectorIndex, *, most: int, language: str) -> None:
        self._embedder = embedder
        self._index = index
        self._most = most
        self._language = language

    def find(self, text: str, translated: Callable[[], str]) -> list[Passage]:
        """Return the passages that fit a text best, the best first; none while nothing is indexed.

        `translated` returns the text in the team's language, or nothing where nobody has translated it: it is
        called after the search, and may wait.

        Raises:
            ServiceError: the embedding model or the index failed, or what `translated` raises.
        """
        vector = self._embedder.embed(splitting.split(text, MOST_BYTES)[0])
        matches = self._index.nearest(vector, ranking.CANDIDATES)
        best = ranking.ranked(matches, translated, self._language)[: self._most]
        return [passages.found(match, number) for number, match in enumerate(best, 1)]
