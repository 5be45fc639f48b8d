"""A request's objects in the bucket."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from assistant.request.archive import Archive

DOCUMENT = {"name": "José 佐藤", "text": "a\u2028b"}
TEXT = "Zoé 👍🏽"
JSON = json.dumps(DOCUMENT, ensure_ascii=False, indent=2).encode()


class FakeBucket:
    """Objects with their types, by name."""

    name = "bucket"

    def __init__(self) -> None:
        self.objects: dict[str, tuple[bytes, str]] = {}

    def put(self, key: str, body: bytes, content_type: str) -> None:
        self.objects[key] = body, content_type

    def has(self, key: str) -> bool:
        return key in self.objects

    def presigned(self, key: str, *, head: bool = False) -> str:
        return f"https://bucket.example.com/{key}?{'head' if head else 'get'}"

    def delete(self, key: str) -> None:
        self.objects.pop(key, None)


@pytest.fixture
def bucket() -> FakeBucket:
    return FakeBucket()


@pytest.fixture
def archive(bucket: Any) -> Archive:
    return Archive(bucket)


PUTS: list[tuple[Callable[..., None], Any, str, tuple[bytes, str]]] = [
    (Archive.put_incoming, DOCUMENT, "incoming/req-1.json", (JSON, "application/json")),
    (Archive.put_record, DOCUMENT, "responses/req-1_complete.json", (JSON, "application/json")),
    (Archive.put_transcript, TEXT, "transcripts/req-1.txt", (TEXT.encode(), "text/plain; charset=utf-8")),
    (Archive.put_audio, b"mp3", "audio-responses/req-1.mp3", (b"mp3", "audio/mpeg")),
]


def test_an_object_is_named_by_the_id_alone_and_has_its_type(archive: Archive, bucket: FakeBucket) -> None:
    for put, given, *_ in PUTS:
        put(archive, "req-1", given)
    assert bucket.objects == {key: stored for _, _, key, stored in PUTS}


def test_everything_that_is_kept_of_a_request_can_be_deleted(archive: Archive, bucket: FakeBucket) -> None:
    assert {put.__name__ for put, *_ in PUTS} == {name for name in vars(Archive) if name.startswith("put_")}
    for request_id in ("req-1", "req-2"):
        for put, given, *_ in PUTS:
            put(archive, request_id, given)
    archive.delete("req-1")
    assert [key for key in bucket.objects if "req-1" in key] == []
    assert len(bucket.objects) == len(PUTS)


def test_the_audio_is_found_presigned_and_deleted_by_itself(archive: Archive, bucket: FakeBucket) -> None:
    assert not archive.has_audio("req-1")
    archive.put_audio("req-1", b"mp3")
    archive.put_transcript("req-1", "text")
    assert archive.has_audio("req-1")
    assert archive.presigned_audio("req-1") == "https://bucket.example.com/audio-responses/req-1.mp3?get"
    assert archive.presigned_audio("req-1", head=True).endswith(".mp3?head")
    archive.delete_audio("req-1")
    assert list(bucket.objects) == ["transcripts/req-1.txt"]


def test_the_team_finds_the_transcript_by_its_uri(archive: Archive) -> None:
    assert archive.transcript_uri("req-1") == "s3://bucket/transcripts/req-1.txt"
