"""The archive in S3."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from assistant.aws.archive import audio_key
from botocore.stub import Stubber

from assistant.errors import ServiceBusy, ServiceError, ServiceRefused
from assistant.request.archive import Archive
from tests.assistant.stubs import refuse


def queue(stub: Stubber, key: str, body: bytes, content_type: str) -> None:
    expected: dict[str, Any] = {"Bucket": "bucket", "Key": key, "Body": body, "ContentType": content_type}
    stub.add_response("put_object", {}, expected)


@pytest.mark.parametrize(
    ("put", "key"),
    [
        (Archive.put_incoming, "incoming/req-1.json"),
        (Archive.put_record, "responses/req-1_complete.json"),
    ],
)
def test_documents_are_readable_json_named_by_the_id_alone(s3: Stubber, put: Any, key: str) -> None:
    document = {"name": "José 佐藤", "text": "a\u2028b"}
    queue(s3, key, json.dumps(document, ensure_ascii=False, indent=2).encode(), "application/json")
    put(Archive("bucket", s3.client), "req-1", document)


def test_a_transcript_is_utf8_text(s3: Stubber) -> None:
    queue(s3, "transcripts/req-1.txt", "Zoé 👍🏽".encode(), "text/plain; charset=utf-8")
    Archive("bucket", s3.client).put_transcript("req-1", "Zoé 👍🏽")


def test_audio_is_an_mp3(s3: Stubber) -> None:
    queue(s3, "audio-responses/req-1.mp3", b"mp3", "audio/mpeg")
    Archive("bucket", s3.client).put_audio("req-1", b"mp3")
    assert audio_key("req-1") == "audio-responses/req-1.mp3"


def test_audio_that_is_stored_is_found(s3: Stubber) -> None:
    s3.add_response("head_object", {}, {"Bucket": "bucket", "Key": "audio-responses/req-1.mp3"})
    assert Archive("bucket", s3.client).has_audio("req-1")


@pytest.mark.parametrize("code", ["404", "NoSuchKey"])
def test_audio_that_is_not_there_is_absent(s3: Stubber, code: str) -> None:
    refuse(s3, "head_object", code, 404)
    assert not Archive("bucket", s3.client).has_audio("req-1")


@pytest.mark.parametrize(
    ("code", "status", "kind"), [("403", 403, ServiceRefused), ("503", 503, ServiceBusy)]
)
def test_a_bucket_that_does_not_answer_is_not_an_empty_one(
    s3: Stubber, code: str, status: int, kind: type[ServiceError]
) -> None:
    refuse(s3, "head_object", code, status)
    with pytest.raises(kind, match=f"^s3.HeadObject: {code}$"):
        Archive("bucket", s3.client).has_audio("req-1")


def test_an_archive_may_try_more_often() -> None:
    usual, patient = Archive("bucket"), Archive("bucket", attempts=4, read_timeout_seconds=4)
    assert [
        (archive._client.meta.config.retries["total_max_attempts"], archive._client.meta.config.read_timeout)
        for archive in (usual, patient)
    ] == [(2, 10), (4, 4)]


@pytest.mark.parametrize(
    ("region", "host"),
    [("us-east-1", "bucket.s3.us-east-1.amazonaws.com"), ("eu-west-3", "bucket.s3.eu-west-3.amazonaws.com")],
)
def test_a_presigned_url_is_signed_by_version_four_for_an_hour_in_its_region(
    monkeypatch: pytest.MonkeyPatch, region: str, host: str
) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", region)
    url = urlsplit(Archive("bucket").presigned_audio("req-1"))
    query = parse_qs(url.query)
    assert (url.scheme, url.netloc, url.path) == ("https", host, "/audio-responses/req-1.mp3")
    assert query["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    assert query["X-Amz-Expires"] == ["3600"]
    assert f"/{region}/s3/aws4_request" in query["X-Amz-Credential"][0]
    assert query["X-Amz-SignedHeaders"] == ["host"]


def test_a_presigned_url_is_good_for_one_method() -> None:
    head, get = (Archive("bucket").presigned_audio("req-1", head=head) for head in (True, False))
    assert (
        parse_qs(urlsplit(head).query)["X-Amz-Signature"] != parse_qs(urlsplit(get).query)["X-Amz-Signature"]
    )


KEYS = (
    "incoming/req-1.json",
    "responses/req-1_complete.json",
    "audio-responses/req-1.mp3",
    "transcripts/req-1.txt",
)


def test_everything_that_is_kept_of_a_request_is_deleted(s3: Stubber) -> None:
    for key in KEYS:
        s3.add_response("delete_object", {}, {"Bucket": "bucket", "Key": key})
    Archive("bucket", s3.client).delete("req-1")


def test_there_is_no_other_kind_of_object() -> None:
    puts = {name for name in vars(Archive) if name.startswith("put_")}
    assert puts == {"put_incoming", "put_record", "put_audio", "put_transcript"}, "delete it too"


def test_an_object_that_cannot_be_deleted_is_an_error(s3: Stubber) -> None:
    refuse(s3, "delete_object", "SlowDown", 503)
    with pytest.raises(ServiceBusy):
        Archive("bucket", s3.client).delete("req-1")


def test_the_audio_alone_can_be_deleted(s3: Stubber) -> None:
    s3.add_response("delete_object", {}, {"Bucket": "bucket", "Key": "audio-responses/req-1.mp3"})
    Archive("bucket", s3.client).delete_audio("req-1")
