"""The objects of a bucket."""

from urllib.parse import SplitResult, parse_qs, urlsplit

import pytest

from assistant.aws.s3 import Bucket
from assistant.cost.meter import Meter
from assistant.errors import ServiceBusy, ServiceError, ServiceRefused
from tests.assistant.stubs import Stub, refuse

PLACE = {"Bucket": "bucket", "Key": "folder/a.mp3"}


def test_an_object_is_put_with_its_type_and_deleted(s3: Stub, meter: Meter) -> None:
    s3.add_response("put_object", {}, PLACE | {"Body": b"mp3", "ContentType": "audio/mpeg"})
    s3.add_response("delete_object", {}, PLACE)
    bucket = Bucket("bucket", meter.add, s3.client)
    bucket.put("folder/a.mp3", b"mp3", "audio/mpeg")
    bucket.delete("folder/a.mp3")
    assert meter.used == {"s3_puts": 1}


def test_an_object_that_is_stored_is_found(s3: Stub) -> None:
    s3.add_response("head_object", {}, PLACE)
    assert Bucket("bucket", client=s3.client).has("folder/a.mp3")


@pytest.mark.parametrize("code", ["404", "NoSuchKey"])
def test_an_object_that_is_not_there_is_absent(s3: Stub, meter: Meter, code: str) -> None:
    refuse(s3, "head_object", code, 404)
    assert not Bucket("bucket", meter.add, s3.client).has("folder/a.mp3")
    assert meter.used == {"s3_gets": 1}


@pytest.mark.parametrize(
    ("code", "status", "kind"), [("403", 403, ServiceRefused), ("503", 503, ServiceBusy)]
)
def test_a_bucket_that_does_not_answer_is_not_an_empty_one(
    s3: Stub, code: str, status: int, kind: type[ServiceError]
) -> None:
    refuse(s3, "head_object", code, status)
    with pytest.raises(kind, match=f"^s3.HeadObject: {code}$"):
        Bucket("bucket", client=s3.client).has("folder/a.mp3")


def presigned(*, head: bool = False) -> SplitResult:
    return urlsplit(Bucket("bucket").presigned("folder/a.mp3", head=head))


@pytest.mark.parametrize(
    ("region", "host"),
    [("us-east-1", "bucket.s3.us-east-1.amazonaws.com"), ("eu-west-3", "bucket.s3.eu-west-3.amazonaws.com")],
)
def test_a_presigned_url_is_signed_by_version_four_for_an_hour_in_its_region(
    monkeypatch: pytest.MonkeyPatch, region: str, host: str
) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", region)
    url = presigned()
    query = parse_qs(url.query)
    assert (url.scheme, url.netloc, url.path) == ("https", host, "/folder/a.mp3")
    assert query["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    assert query["X-Amz-Expires"] == ["3600"]
    assert f"/{region}/s3/aws4_request" in query["X-Amz-Credential"][0]
    assert query["X-Amz-SignedHeaders"] == ["host"]


def test_a_presigned_url_is_good_for_one_method() -> None:
    head, get = (parse_qs(presigned(head=head).query)["X-Amz-Signature"] for head in (True, False))
    assert head != get
