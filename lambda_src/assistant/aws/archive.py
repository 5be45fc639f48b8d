"""The archive in S3: the message as it came, the record, the transcript, the audio."""

import json
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, cast

from botocore.config import Config
from botocore.exceptions import ClientError

from .client import calling, config, connect, expected

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

PRESIGNED_SECONDS: Final = 3600
"""Long enough that a player can seek; the link that lasts is our own."""


_INCOMING: Final = "incoming/{}.json"
_RECORD: Final = "responses/{}_complete.json"
_AUDIO: Final = "audio-responses/{}.mp3"
_TRANSCRIPT: Final = "transcripts/{}.txt"


def audio_key(request_id: str) -> str:
    """Return where a request's audio lies."""
    return _AUDIO.format(request_id)


class Archive:
    """One bucket; object names hold ids only and metadata nothing personal."""

    def __init__(
        self,
        bucket: str,
        client: "S3Client | None" = None,
        *,
        attempts: int = 2,
        read_timeout_seconds: int = 10,
    ) -> None:
        self._bucket = bucket
        # A presigned URL is good for the one host that it is signed for: the bucket's own in its Region.
        # Left to choose, boto3 takes the global one, which redirects a new bucket's requests away.
        sigv4 = Config(
            signature_version="s3v4",
            retries={"mode": "standard", "total_max_attempts": attempts},
            s3={"us_east_1_regional_endpoint": "regional", "addressing_style": "virtual"},
        )
        self._settings = config(read_timeout_seconds).merge(sigv4)
        if client:
            self._client = client

    @cached_property
    def _client(self) -> "S3Client":
        return cast("S3Client", connect("s3", self._settings))

    def put_incoming(self, request_id: str, message: Mapping[str, Any]) -> None:
        """Store the request as it was accepted."""
        self._put(_INCOMING.format(request_id), _json(message), "application/json")

    def put_record(self, request_id: str, record: Mapping[str, Any]) -> None:
        """Store the complete record."""
        self._put(_RECORD.format(request_id), _json(record), "application/json")

    def put_transcript(self, request_id: str, transcript: str) -> None:
        """Store the exchange for a person to read."""
        self._put(_TRANSCRIPT.format(request_id), transcript.encode(), "text/plain; charset=utf-8")

    def transcript_uri(self, request_id: str) -> str:
        """Return where a person of the team finds the transcript."""
        return f"s3://{self._bucket}/{_TRANSCRIPT.format(request_id)}"

    def put_audio(self, request_id: str, mp3: bytes) -> None:
        """Store the spoken reply."""
        self._put(audio_key(request_id), mp3, "audio/mpeg")

    def has_audio(self, request_id: str) -> bool:
        """Tell whether the spoken reply is stored.

        Raises:
            ServiceRefused: among others when we may not list the bucket, since S3 then says 403 for absent.
        """
        with calling("s3", "HeadObject"):
            try:
                self._client.head_object(Bucket=self._bucket, Key=audio_key(request_id))
            except ClientError as error:
                # the answer to HEAD has no body, so S3's own code is missing: botocore puts the status there
                if not expected(error, ("404", "NoSuchKey")):
                    raise
                return False
            return True

    def presigned_audio(self, request_id: str, *, head: bool = False) -> str:
        """Return a URL of the audio for GET or HEAD; it lives for an hour, or until our credentials end."""
        with calling("s3", "PresignGetObject"):
            return self._client.generate_presigned_url(
                "head_object" if head else "get_object",
                Params={"Bucket": self._bucket, "Key": audio_key(request_id)},
                ExpiresIn=PRESIGNED_SECONDS,
            )

    def delete(self, request_id: str) -> None:
        """Delete whatever is kept of a request; what is not there counts as deleted."""
        for form in (_INCOMING, _RECORD, _AUDIO, _TRANSCRIPT):
            self._delete(form.format(request_id))

    def delete_audio(self, request_id: str) -> None:
        """Delete the spoken reply; one that is not there counts as deleted."""
        self._delete(audio_key(request_id))

    def _delete(self, key: str) -> None:
        with calling("s3", "DeleteObject"):
            self._client.delete_object(Bucket=self._bucket, Key=key)

    def _put(self, key: str, body: bytes, content_type: str) -> None:
        with calling("s3", "PutObject"):
            self._client.put_object(Bucket=self._bucket, Key=key, Body=body, ContentType=content_type)


def _json(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode()
