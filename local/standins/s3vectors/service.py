"""S3 Vectors: vector buckets, their indexes, and what is in these."""

import threading
import time
from typing import Any

from botocore import xform_name

from local.standins.s3vectors.addresses import bucket_arn, bucket_of, index_arn, index_of, new_name
from local.standins.s3vectors.index import Index
from local.standins.s3vectors.limits import invalid
from local.standins.s3vectors.paging import page
from local.standins.services import ServiceError

_SHORT = ("vectorBucketName", "vectorBucketArn", "indexName", "indexArn", "creationTime")
"""What lists say of a bucket or an index."""


class VectorBuckets:
    """All buckets and indexes; they are gone with the process."""

    def __init__(self) -> None:
        self._buckets: dict[str, dict[str, Any]] = {}
        self._indexes: dict[str, Index] = {}
        # Operations run in threads; each takes milliseconds.
        self._lock = threading.Lock()

    def answer(self, operation: str, params: dict[str, Any]) -> dict[str, Any]:
        """Answer one call.

        Raises ServiceError: ValidationException, NotFoundException, or ConflictException for a name that is
        taken and a bucket that is not empty.
        """
        with self._lock:
            result: dict[str, Any] | None = getattr(self, xform_name(operation))(params)
        return result or {}

    def create_vector_bucket(self, params: dict[str, Any]) -> dict[str, Any]:
        """Create a bucket."""
        name = new_name(params, "vectorBucketName")
        arn = bucket_arn(name)
        if arn in self._buckets:
            raise _conflict("A vector bucket with the specified name already exists")
        self._buckets[arn] = {"vectorBucketName": name, "vectorBucketArn": arn, **_common(params)}
        return {"vectorBucketArn": arn}

    def get_vector_bucket(self, params: dict[str, Any]) -> dict[str, Any]:
        """Describe a bucket."""
        return {"vectorBucket": self._bucket(params)}

    def list_vector_buckets(self, params: dict[str, Any]) -> dict[str, Any]:
        """List the buckets."""
        return _listed("vectorBuckets", "vectorBucketName", list(self._buckets.values()), params)

    def delete_vector_bucket(self, params: dict[str, Any]) -> None:
        """Delete a bucket that has no indexes."""
        arn = self._bucket(params)["vectorBucketArn"]
        if self._indexes_of(arn):
            raise _conflict("The specified vector bucket is not empty")
        del self._buckets[arn]

    def create_index(self, params: dict[str, Any]) -> dict[str, Any]:
        """Create an index in a bucket."""
        bucket, name = self._bucket(params), new_name(params, "indexName")
        if params.get("metadataConfiguration", {}).get("textSearchConfigurations"):
            raise invalid("the local stand-in searches no texts", "/metadataConfiguration")
        arn = index_arn(bucket["vectorBucketArn"], name)
        if arn in self._indexes:
            raise _conflict("An index with the specified name already exists")
        kept = ("dataType", "dimension", "distanceMetric", "metadataConfiguration")
        about = {field: params[field] for field in kept if field in params}
        named = {"vectorBucketName": bucket["vectorBucketName"], "indexName": name, "indexArn": arn}
        self._indexes[arn] = Index({**named, **about, **_common(params)})
        return {"indexArn": arn}

    def get_index(self, params: dict[str, Any]) -> dict[str, Any]:
        """Describe an index."""
        return {"index": self._index(params).about}

    def list_indexes(self, params: dict[str, Any]) -> dict[str, Any]:
        """List the indexes of a bucket."""
        indexes = self._indexes_of(self._bucket(params)["vectorBucketArn"])
        return _listed("indexes", "indexName", indexes, params)

    def delete_index(self, params: dict[str, Any]) -> None:
        """Delete an index with its vectors."""
        del self._indexes[self._index(params).about["indexArn"]]

    def put_vectors(self, params: dict[str, Any]) -> None:
        """Store vectors."""
        self._index(params).put(params)

    def get_vectors(self, params: dict[str, Any]) -> dict[str, Any]:
        """Return vectors by their keys."""
        return {"vectors": self._index(params).get(params)}

    def list_vectors(self, params: dict[str, Any]) -> dict[str, Any]:
        """List the vectors of an index."""
        return self._index(params).listed(params)

    def delete_vectors(self, params: dict[str, Any]) -> None:
        """Delete vectors by their keys."""
        self._index(params).delete(params)

    def query_vectors(self, params: dict[str, Any]) -> dict[str, Any]:
        """Return the vectors that are nearest to one."""
        return self._index(params).query(params)

    def _bucket(self, params: dict[str, Any]) -> dict[str, Any]:
        bucket = self._buckets.get(bucket_of(params))
        if bucket is None:
            raise ServiceError("NotFoundException", "The specified vector bucket could not be found")
        return bucket

    def _index(self, params: dict[str, Any]) -> Index:
        index = self._indexes.get(index_of(params))
        if index is None:
            raise ServiceError("NotFoundException", "The specified index could not be found")
        return index

    def _indexes_of(self, bucket: str) -> list[dict[str, Any]]:
        return [one.about for arn, one in self._indexes.items() if arn.startswith(f"{bucket}/")]


def _common(params: dict[str, Any]) -> dict[str, Any]:
    return {
        "creationTime": int(time.time()),
        "encryptionConfiguration": params.get("encryptionConfiguration", {"sseType": "AES256"}),
    }


def _listed(what: str, name: str, things: list[dict[str, Any]], params: dict[str, Any]) -> dict[str, Any]:
    wanted = {one[name]: one for one in things if one[name].startswith(params.get("prefix", ""))}
    some, more = page(wanted, params)
    return {what: [{field: one[field] for field in _SHORT if field in one} for one in some], **more}


def _conflict(message: str) -> ServiceError:
    return ServiceError("ConflictException", message)
