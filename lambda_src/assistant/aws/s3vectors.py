"""Amazon S3 Vectors: the vectors of one index, each with a key and what it stands for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from .client import Connection, Count, config

if TYPE_CHECKING:
    from mypy_boto3_s3vectors import S3VectorsClient

A_CALL: Final = 500
"""Vectors of one PutVectors or DeleteVectors at most; of ListVectors twice as many."""

MIN_PUT_BYTES: Final = 128 * 1024
"""What a PutVectors is billed for at least."""

_BYTES_A_VALUE: Final = 4


@dataclass(frozen=True)
class Vector:
    """One vector with its key (1 to 1,024 characters) and metadata (at most 40 KB)."""

    key: str
    values: Sequence[float]
    metadata: Mapping[str, str]


@dataclass(frozen=True)
class Match:
    """A vector that was found: `distance` is 0 for the same direction and 1 for an unrelated one."""

    key: str
    distance: float
    metadata: Mapping[str, str]


class VectorIndex:
    """Puts, lists, deletes and searches vectors; `arn` is the index's."""

    def __init__(self, arn: str, count: Count | None = None, client: "S3VectorsClient | None" = None) -> None:
        self._arn = arn
        self._vectors = Connection("s3vectors", config(5), count=count, client=client, whole_answers=True)

    def nearest(self, values: Sequence[float], most: int) -> list[Match]:
        """Return the vectors nearest to one, nearest first."""
        with self._vectors.calling("QueryVectors", s3vectors_queries=1) as client:
            answer = client.query_vectors(
                indexArn=self._arn,
                queryVector={"float32": list(values)},
                topK=most,
                returnMetadata=True,
                returnDistance=True,
            )
            return [Match(one["key"], one["distance"], one["metadata"]) for one in answer["vectors"]]

    def list_keys(self) -> Iterator[str]:
        """Yield the key of every vector."""
        following: dict[str, Any] = {}
        while True:
            with self._vectors.calling("ListVectors") as client:
                answer = client.list_vectors(indexArn=self._arn, maxResults=2 * A_CALL, **following)
                keys = [one["key"] for one in answer["vectors"]]
            yield from keys
            if "nextToken" not in answer:
                return
            following = {"nextToken": answer["nextToken"]}

    def put(self, vectors: Sequence[Vector]) -> None:
        """Store vectors, each in the place of the one that had its key."""
        for some in _some(vectors):
            size = sum(map(_size, some))
            with self._vectors.calling("PutVectors", s3vectors_put_bytes=max(size, MIN_PUT_BYTES)) as client:
                client.put_vectors(
                    indexArn=self._arn,
                    vectors=[
                        {"key": one.key, "data": {"float32": list(one.values)}, "metadata": {**one.metadata}}
                        for one in some
                    ],
                )

    def delete(self, keys: Sequence[str]) -> None:
        """Delete vectors; one that is not there counts as deleted."""
        for some in _some(keys):
            with self._vectors.calling("DeleteVectors") as client:
                client.delete_vectors(indexArn=self._arn, keys=list(some))

    def dimensions(self) -> int:
        """Return how many values the index's vectors have."""
        with self._vectors.calling("GetIndex") as client:
            return client.get_index(indexArn=self._arn)["index"]["dimension"]


def _some(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield so many at a time as one call takes."""
    left = iter(items)
    while some := list(islice(left, A_CALL)):
        yield some


def _size(vector: Vector) -> int:
    """Return the bytes that S3 Vectors bills for a vector: values, key and metadata."""
    words = (vector.key, *vector.metadata, *vector.metadata.values())
    return _BYTES_A_VALUE * len(vector.values) + sum(len(word.encode()) for word in words)
