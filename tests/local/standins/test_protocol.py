from typing import Any

import httpx
import pytest

from tests.local.standins.support import refused

SIGNED = "AWS4-HMAC-SHA256 Credential=AKIDTEST/20261101/us-east-1/{}/aws4_request, Signature=00"
TARGET = "Comprehend_20171127.DetectDominantLanguage"


def post(url: str, **headers: str) -> dict[str, Any]:
    response = httpx.post(url, json={"Text": "Where is my order?"}, headers=headers)
    body: dict[str, Any] = response.json()
    return body


@pytest.mark.parametrize(
    ("authorization", "code"),
    [
        ("", "MissingAuthenticationTokenException"),
        ("Basic dXNlcjpwYXNz", "IncompleteSignatureException"),
        (SIGNED.format("translate"), "InvalidSignatureException"),
    ],
)
def test_unsigned_and_wrongly_signed_calls_are_refused(url: str, authorization: str, code: str) -> None:
    headers = {"x-amz-target": TARGET} | ({"authorization": authorization} if authorization else {})
    assert post(url, **headers)["__type"] == code


@pytest.mark.parametrize(
    "target", ["", "Comprehend_20171127.DetectSyntax", "DynamoDB_20120810.GetItem", "Comprehend_20171127"]
)
def test_unknown_operations_are_refused(url: str, target: str) -> None:
    headers = {"x-amz-target": target, "authorization": SIGNED.format("comprehend")}
    assert post(url, **headers)["__type"] == "UnknownOperationException"


@pytest.mark.parametrize("body", [b"{", b"[1]", b"\xff"])
def test_a_body_that_is_no_json_object_is_refused(url: str, body: bytes) -> None:
    headers = {"x-amz-target": TARGET, "authorization": SIGNED.format("comprehend")}
    response = httpx.post(url, content=body, headers=headers)
    assert (response.status_code, response.json()["__type"]) == (400, "SerializationException")


def test_the_status_of_an_error_is_the_models_one(bedrock: Any) -> None:
    messages = [{"role": "user", "content": [{"text": "Hello"}]}]
    assert refused(bedrock.converse, modelId="amazon.titan-unknown-v9", messages=messages) == (
        "ResourceNotFoundException",
        404,
    )


def test_answers_carry_request_id_and_content_type(comprehend: Any) -> None:
    metadata = comprehend.detect_dominant_language(Text="Where is my order?")["ResponseMetadata"]
    assert metadata["RequestId"]
    assert metadata["HTTPHeaders"]["content-type"] == "application/x-amz-json-1.1"
