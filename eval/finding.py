"""Whether the right document is found for a question, by the product's own cutting and searching."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.aws.embeddings import Embedder
from assistant.aws.s3vectors import Match, Vector, VectorIndex
from assistant.knowledge.documents import read
from assistant.knowledge.finding import Finder
from assistant.knowledge.passages import Section, cut
from assistant.request.item import Passage
from eval import config

Embeds = Callable[[str], Sequence[float]]


@dataclass(frozen=True)
class Found:
    """A question, `document` None where none answers it, and the passages that were found for it."""

    question: Mapping[str, Any]
    passages: Sequence[Passage]

    @property
    def rank(self) -> int | None:
        """The place of the right document among the passages, from 1; None if it is not among them."""
        documents = [passage["document"] for passage in self.passages]
        right = self.question["document"]
        return documents.index(right) + 1 if right in documents else None


class MemoryIndex(VectorIndex):
    """An index of vectors in memory, searched as S3 Vectors does."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._kept = vectors
        matrix = np.array([vector.values for vector in vectors], np.float32)
        self._matrix = matrix / np.linalg.norm(matrix, axis=1, keepdims=True)

    def nearest(self, values: Sequence[float], most: int) -> list[Match]:
        """Return the vectors nearest to one by the cosine, nearest first."""
        asked = np.array(values, np.float32)
        distances = 1 - self._matrix @ (asked / np.linalg.norm(asked))
        some = np.argsort(distances, kind="stable")[:most]
        return [Match(self._kept[at].key, float(distances[at]), self._kept[at].metadata) for at in some]


class Local(Embedder):
    """Embeds with the stand-in's model, in this process."""

    def __init__(self, embeds: Embeds) -> None:
        self._embeds = embeds

    def embed(self, text: str) -> list[float]:
        """Return the vector of a text."""
        return list(self._embeds(text))


def sections(folder: Path) -> list[Section]:
    """Return the passages of every document of a folder."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return [
        one for file in files for one in cut(read(file.relative_to(folder).as_posix(), file.read_bytes()))
    ]


def finder(environment: config.Environment, embedder: Embedder, folder: Path) -> Finder:
    """Return a search of a folder's documents, indexed in memory."""
    vectors = [Vector(one.key, embedder.embed(one.embedded), one.metadata) for one in sections(folder)]
    return Finder(
        embedder,
        MemoryIndex(vectors),
        most=environment.knowledge.passages,
        language=environment.pivot_language,
    )


def find_all(questions: Sequence[Mapping[str, Any]], search: Finder) -> list[Found]:
    """Return what is found for each question; `message_fr` is its translation, where it has one."""

    def find(question: Mapping[str, Any]) -> Found:
        translation = question.get("message_fr", question["question"])
        return Found(question, search.find(question["question"], lambda: translation))

    return [find(question) for question in questions]


def figures(found: Sequence[Found]) -> dict[str, Any]:
    """Return the shares of questions whose right document is first, and among the passages."""
    answerable = [one for one in found if one.question["document"]]
    by_language: dict[str, list[Found]] = {}
    for one in answerable:
        by_language.setdefault(one.question["lang"], []).append(one)
    worst = {code: _share(some, _among) for code, some in by_language.items()}
    lowest = min(worst.values(), default=0.0)
    return {
        "questions": len(found),
        "languages": len({one.question["lang"] for one in found}),
        "answered by a document": len(answerable),
        "right document first": f"{_share(answerable, _first):.0%}",
        "right document among the passages": f"{_share(answerable, _among):.0%}",
        "lowest share of a language": f"{lowest:.0%}",
        "languages with it": sorted(code for code, share in worst.items() if share == lowest),
        "not found": [str(one.question["id"]) for one in answerable if not one.rank],
    }


def _first(one: Found) -> bool:
    return one.rank == 1


def _among(one: Found) -> bool:
    return one.rank is not None


def _share(found: Sequence[Found], counts: Callable[[Found], bool]) -> float:
    return sum(map(counts, found)) / len(found) if found else 0.0
