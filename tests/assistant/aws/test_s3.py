"""The objects of a bucket."""

from io import BytesIO
from typing import Any
from unittest.mock import Mock
from urllib.parse import SplitResult, parse_qs, urlsplit

import pytest
from botocore.exceptions import IncompleteReadError
from botocore.response import StreamingBody

from assistant.aws.s3 import Bucket, Stored
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


def content(body: bytes) -> dict[str, Any]:
    return {"Body": StreamingBody(BytesIO(body), len(body)), "ETag": '"e1"'}


def test_an_object_is_got_with_its_tag(s3: Stub, meter: Meter) -> None:
    s3.add_response("get_object", content(b"mp3"), PLACE)
    assert Bucket("bucket", meter.add, s3.client).get("folder/a.mp3") == Stored(b"mp3", '"e1"')
    assert meter.used == {"s3_gets": 1}


def test_an_object_to_get_that_is_not_there_is_none(s3: Stub, meter: Meter) -> None:
    refuse(s3, "get_object", "NoSuchKey", 404)
    assert Bucket("bucket", meter.add, s3.client).get("folder/a.mp3") is None
    assert meter.used == {"s3_gets": 1}


@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        ("AccessDenied", 403, ServiceRefused),
        ("NoSuchBucket", 404, ServiceRefused),
        ("SlowDown", 503, ServiceBusy),
    ],
)
def test_an_object_that_may_not_be_got_is_not_absent(
    s3: Stub, code: str, status: int, kind: type[ServiceError]
) -> None:
    refuse(s3, "get_object", code, status)
    with pytest.raises(kind, match=f"^s3.GetObject: {code}$"):
        Bucket("bucket", client=s3.client).get("folder/a.mp3")


def test_an_object_that_breaks_off_is_no_short_one(s3: Stub) -> None:
    broken = Mock(read=Mock(side_effect=IncompleteReadError(actual_bytes=1, expected_bytes=3)))
    s3.add_response("get_object", {"Body": broken, "ETag": '"e1"'})
    with pytest.raises(ServiceBusy, match=r"^s3\.GetObject: IncompleteReadError$"):
        Bucket("bucket", client=s3.client).get("folder/a.mp3")


def page(*keys: str, following: str | None = None) -> dict[str, Any]:
    found = {"Contents": [{"Key": key} for key in keys]} if keys else {}
    return (
        {"IsTruncated": bool(following)} | found | ({"NextContinuationToken": following} if following else {})
    )


def test_keys_are_listed_over_every_page(s3: Stub, meter: Meter) -> None:
    asked = {"Bucket": "bucket", "Prefix": "folder/"}
    s3.add_response("list_objects_v2", page("folder/a", "folder/b", following="t1"), asked)
    s3.add_response("list_objects_v2", page(following="t2"), asked | {"ContinuationToken": "t1"})
    s3.add_response("list_objects_v2", page("folder/é"), asked | {"ContinuationToken": "t2"})
    listed = Bucket("bucket", meter.add, s3.client).list_keys("folder/")
    assert list(listed) == ["folder/a", "folder/b", "folder/é"]
    assert meter.used == {"s3_puts": 3}


def test_an_empty_bucket_has_no_keys(s3: Stub) -> None:
    s3.add_response("list_objects_v2", page())
    assert list(Bucket("bucket", client=s3.client).list_keys("folder/")) == []


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
