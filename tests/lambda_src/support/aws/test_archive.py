"""The archive in S3."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.stub import Stubber

from support.aws.archive import Archive, audio_key


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
