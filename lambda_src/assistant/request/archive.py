"""The archive: a request's message as it came, its record, transcript and audio, as objects of a bucket."""

import json
from collections.abc import Mapping
from typing import Any, Final

from assistant.aws.s3 import Bucket

_INCOMING: Final = "incoming/{}.json"
_RECORD: Final = "responses/{}_complete.json"
_AUDIO: Final = "audio-responses/{}.mp3"
_TRANSCRIPT: Final = "transcripts/{}.txt"


class Archive:
    """The objects of each request; their names hold ids only and their metadata nothing personal."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket

    def put_incoming(self, request_id: str, message: Mapping[str, Any]) -> None:
        """Store the request as it was accepted."""
        self._bucket.put(_INCOMING.format(request_id), _json(message), "application/json")

    def put_record(self, request_id: str, record: Mapping[str, Any]) -> None:
        """Store the complete record."""
        self._bucket.put(_RECORD.format(request_id), _json(record), "application/json")

    def put_transcript(self, request_id: str, transcript: str) -> None:
        """Store the exchange for a person to read."""
        self._bucket.put(_TRANSCRIPT.format(request_id), transcript.encode(), "text/plain; charset=utf-8")

    def transcript_uri(self, request_id: str) -> str:
        """Return where a person of the team finds the transcript."""
        return f"s3://{self._bucket.name}/{_TRANSCRIPT.format(request_id)}"

    def put_audio(self, request_id: str, mp3: bytes) -> None:
        """Store the spoken reply."""
        self._bucket.put(_AUDIO.format(request_id), mp3, "audio/mpeg")

    def has_audio(self, request_id: str) -> bool:
        """Tell whether the spoken reply is stored."""
        return self._bucket.has(_AUDIO.format(request_id))

    def presigned_audio(self, request_id: str, *, head: bool = False) -> str:
        """Return a URL of the audio for GET or HEAD; it lives for an hour, or until our credentials end."""
        return self._bucket.presigned(_AUDIO.format(request_id), head=head)

    def delete(self, request_id: str) -> None:
        """Delete whatever is kept of a request; what is not there counts as deleted."""
        for form in (_INCOMING, _RECORD, _AUDIO, _TRANSCRIPT):
            self._bucket.delete(form.format(request_id))

    def delete_audio(self, request_id: str) -> None:
        """Delete the spoken reply; one that is not there counts as deleted."""
        self._bucket.delete(_AUDIO.format(request_id))


def _json(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode()
