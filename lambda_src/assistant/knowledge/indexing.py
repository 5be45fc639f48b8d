"""Brings the index in line with the documents: embeds and puts what is new, removes what is gone.

Nothing remembers what was done: a passage's key holds the hash of its content, so that the index itself tells
what is missing. A run that was interrupted is finished by the next one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import Any, Final

from assistant.aws.embeddings import Embedder
from assistant.aws.s3 import Bucket
from assistant.aws.s3vectors import Vector, VectorIndex

from .documents import DocumentError, read
from .passages import Section, cut, document_of

FOLDER: Final = "knowledge/"
"""The prefix of the documents in the bucket."""

AT_ONCE: Final = 8
"""Documents that are read side by side, and passages that are embedded side by side."""

MOST_PASSAGES: Final = 500
"""Of one document, so that it is indexed within one call: about half a million characters."""

Keys = dict[str, set[str]]
"""The keys of the index by document."""


@dataclass(frozen=True)
class Row:
    """What became of one document: its passages, and how many are new, were kept, were removed.

    `error` is why it could not be read; what the index has of an earlier version stays then.
    """

    document: str
    passages: int = 0
    new: int = 0
    kept: int = 0
    removed: int = 0
    error: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the row as the operator's function answers it."""
        return asdict(self)


@dataclass(frozen=True)
class Version:
    """A document as it was read from the bucket; one that is not there has no passages."""

    name: str
    etag: str = ""
    sections: Sequence[Section] = ()
    error: str = ""


@dataclass(frozen=True)
class Indexer:
    """The documents of a bucket, the model that embeds them, and the index that keeps their passages."""

    bucket: Bucket
    embedder: Embedder
    index: VectorIndex

    def documents(self) -> list[str]:
        """Return the names of the documents in the bucket, in their order there."""
        keys = (key for key in self.bucket.list_keys(FOLDER) if not key.endswith("/"))
        return [key.removeprefix(FOLDER) for key in keys]

    def keys(self) -> Keys:
        """Return the keys that the index has, by document."""
        keys: Keys = defaultdict(set)
        for key in self.index.list_keys():
            keys[document_of(key)].add(key)
        return keys

    def bring_in_line(self, names: Sequence[str], keys: Keys, *, change: bool) -> Iterator[list[Row]]:
        """Yield what became of documents, some at a time; without `change` what would become of them.

        Raises:
            ServiceError: the bucket, the model or the index failed; what was put until then stays.
        """
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for start in range(0, len(names), AT_ONCE):
                versions = list(pool.map(self._read, names[start : start + AT_ONCE]))
                if change:
                    for version in versions:
                        self._store(version, keys.get(version.name, set()), pool)
                yield [_row(version, keys.get(version.name, set())) for version in versions]

    def remove_gone(self, names: Sequence[str], keys: Keys, *, change: bool) -> list[Row]:
        """Return the documents that the index has and `names` does not, removed if `change`."""
        gone = sorted({*keys} - {*names})
        if change:
            with ThreadPoolExecutor(AT_ONCE) as pool:
                for name in gone:
                    self._store(Version(name), keys[name], pool)
        return [Row(name, removed=len(keys[name])) for name in gone]

    def _read(self, name: str) -> Version:
        stored = self.bucket.get(FOLDER + name)
        if stored is None:
            return Version(name)
        try:
            sections = cut(read(name, stored.body))
        except DocumentError as error:
            return Version(name, stored.etag, error=str(error))
        if len(sections) > MOST_PASSAGES:
            too_many = f"it makes {len(sections)} passages, of at most {MOST_PASSAGES}: split it"
            return Version(name, stored.etag, error=too_many)
        return Version(name, stored.etag, sections)

    def _store(self, version: Version, there: set[str], pool: ThreadPoolExecutor) -> None:
        """Put what is new of a document, and remove what is gone of it.

        Another run may index a newer version meanwhile. It may have looked at the index before our passages
        were there, or while those were that we remove. So who has changed something reads the document once
        more, and goes on until that has not changed.
        """
        while not version.error:
            wanted = {section.key: section for section in version.sections}
            new = [section for key, section in wanted.items() if key not in there]
            vectors = pool.map(self.embedder.embed, [section.embedded for section in new])
            self.index.put(
                [Vector(one.key, values, one.metadata) for one, values in zip(new, vectors, strict=True)]
            )
            gone = sorted(there - {*wanted})
            self.index.delete(gone)
            if not new and not gone:
                return
            there, now = {*wanted}, self._read(version.name)
            if now.etag == version.etag:
                return
            version = now


def _row(version: Version, there: set[str]) -> Row:
    if version.error:
        return Row(version.name, kept=len(there), error=version.error)
    wanted = {section.key for section in version.sections}
    return Row(version.name, len(wanted), len(wanted - there), len(wanted & there), len(there - wanted))
