"""Amazon S3: the objects of one bucket."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from botocore.config import Config
from botocore.exceptions import ClientError

from .client import Connection, Count, config

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

PRESIGNED_SECONDS: Final = 3600
"""Long enough that a player can seek; the link that lasts is our own."""

# A presigned URL is good for the one host that it is signed for: the bucket's own in its Region.
# Left to choose, boto3 takes the global one, which redirects a new bucket's requests away.
_SIGNING: Final = Config(
    signature_version="s3v4",
    s3={"us_east_1_regional_endpoint": "regional", "addressing_style": "virtual"},
)


@dataclass(frozen=True)
class Stored:
    """An object's content, and the tag that another content has not."""

    body: bytes
    etag: str


class Bucket:
    """Puts, gets, lists, finds, presigns and deletes objects."""

    def __init__(
        self,
        name: str,
        count: Count | None = None,
        client: "S3Client | None" = None,
        *,
        attempts: int = 2,
        read_timeout_seconds: int = 10,
    ) -> None:
        self.name = name
        settings = config(read_timeout_seconds, attempts).merge(_SIGNING)
        self._s3 = Connection("s3", settings, count=count, client=client)

    def put(self, key: str, body: bytes, content_type: str) -> None:
        """Store an object."""
        with self._s3.calling("PutObject", s3_puts=1) as client:
            client.put_object(Bucket=self.name, Key=key, Body=body, ContentType=content_type)

    def get(self, key: str) -> Stored | None:
        """Return an object, or None if there is none; who may not list the bucket is refused then."""
        with self._s3.calling("GetObject", s3_gets=1) as client:
            try:
                answer = client.get_object(Bucket=self.name, Key=key)
            except client.exceptions.NoSuchKey:
                return None
            return Stored(answer["Body"].read(), answer["ETag"])

    def list_keys(self, prefix: str) -> Iterator[str]:
        """Yield the keys that begin with a prefix, in S3's order: by their UTF-8 bytes."""
        following: dict[str, str] = {}
        while True:
            with self._s3.calling("ListObjectsV2", s3_puts=1) as client:  # a LIST costs as much as a PUT
                answer = client.list_objects_v2(Bucket=self.name, Prefix=prefix, **following)  # type: ignore[arg-type]
                found = answer["Contents"] if "Contents" in answer else ()  # noqa: SIM401 - it may be no object
                keys = [one["Key"] for one in found]
                following = (
                    {"ContinuationToken": answer["NextContinuationToken"]} if answer["IsTruncated"] else {}
                )
            yield from keys
            if not following:
                return

    def has(self, key: str) -> bool:
        """Tell whether an object is there.

        Raises:
            ServiceRefused: among others when we may not list the bucket, since S3 then says 403 for absent.
        """
        with self._s3.calling("HeadObject", s3_gets=1) as client:
            try:
                client.head_object(Bucket=self.name, Key=key)
            except ClientError as error:
                # The answer to HEAD has no body, so S3's own code is missing: botocore puts the status there.
                if error.response["Error"]["Code"] not in ("404", "NoSuchKey"):
                    raise
                return False
            return True

    def presigned(self, key: str, *, head: bool = False) -> str:
        """Return a URL of an object for GET or HEAD; it lives for an hour, or until our credentials end."""
        with self._s3.calling("PresignGetObject") as client:
            return client.generate_presigned_url(
                "head_object" if head else "get_object",
                Params={"Bucket": self.name, "Key": key},
                ExpiresIn=PRESIGNED_SECONDS,
            )

    def delete(self, key: str) -> None:
        """Delete an object; one that is not there counts as deleted."""
        with self._s3.calling("DeleteObject") as client:
            client.delete_object(Bucket=self.name, Key=key)
