"""The archive in S3: the message as it came, the record, the transcript, the audio."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import boto3
from botocore.config import Config

from .client import calling, config

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

PRESIGNED_SECONDS: Final = 3600
"""Long enough that a player can seek; the link that lasts is our own."""


def audio_key(request_id: str) -> str:
    """Return where a request's audio lies."""
    return f"audio-responses/{request_id}.mp3"


class Archive:
    """One bucket; object names hold ids only and metadata nothing personal."""

    def __init__(self, bucket: str, client: "S3Client | None" = None) -> None:
        self._bucket = bucket
        # A presigned URL is good for the one host that it is signed for: the bucket's own in its Region.
        # Left to choose, boto3 takes the global one, which redirects a new bucket's requests away.
        sigv4 = Config(
            signature_version="s3v4",
            s3={"us_east_1_regional_endpoint": "regional", "addressing_style": "virtual"},
        )
        self._client = client or boto3.client("s3", config=config(10).merge(sigv4))

    def put_incoming(self, request_id: str, message: Mapping[str, Any]) -> None:
        """Store the request as it was accepted."""
        self._put(f"incoming/{request_id}.json", _json(message), "application/json")

    def put_record(self, request_id: str, record: Mapping[str, Any]) -> None:
        """Store the complete record."""
        self._put(f"responses/{request_id}_complete.json", _json(record), "application/json")

    def put_transcript(self, request_id: str, transcript: str) -> None:
        """Store the exchange for a person to read."""
        self._put(f"transcripts/{request_id}.txt", transcript.encode(), "text/plain; charset=utf-8")

    def put_audio(self, request_id: str, mp3: bytes) -> None:
        """Store the spoken reply."""
        self._put(audio_key(request_id), mp3, "audio/mpeg")

    def presigned_audio(self, request_id: str) -> str:
        """Return a URL of the audio that lives for an hour, or until our credentials end."""
        with calling("s3", "PresignGetObject"):
            return self._client.generate_presigned_url(
                "get_object",
                Params={"Bucket": self._bucket, "Key": audio_key(request_id)},
                ExpiresIn=PRESIGNED_SECONDS,
            )

    def _put(self, key: str, body: bytes, content_type: str) -> None:
        with calling("s3", "PutObject"):
            self._client.put_object(Bucket=self._bucket, Key=key, Body=body, ContentType=content_type)


def _json(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode()
