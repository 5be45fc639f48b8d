"""Bedrock's InvokeModel, for models that embed texts: each text becomes a vector."""

import json
import math
from typing import Any

from local.standins.bedrock.checks import model_for
from local.standins.bedrock.embedding import embed
from local.standins.services import ServiceError

_MAX_CHARACTERS, _MAX_TOKENS = 50_000, 8_192
_BYTES_A_TOKEN = 4.7  # characters of English, by AWS's documents; other languages take more tokens
_DIMENSIONS = (1024, 512, 256)
_TAKEN: dict[str, tuple[object, ...]] = {
    "dimensions": _DIMENSIONS,
    "normalize": (True, False),
    "embeddingTypes": (["float"],),
}
"""The keys beside the text, and what each may say; binary embeddings have no stand-in."""


def invoke_model(params: dict[str, Any]) -> dict[str, Any]:
    """Return the vector of the text in the body.

    It has length 1 also where `normalize` is false: what embeds here knows no other.

    Raises ServiceError: ResourceNotFoundException for unknown or retired models, else ValidationException,
    for a model that converses, too.
    """
    model = model_for(params["modelId"])
    if not model.embeds:
        raise _malformed("the local stand-in for InvokeModel has models that embed texts, and no others")
    asked = _read(params.get("body", b""))
    text = asked["inputText"]
    vector = embed(text, asked.get("dimensions", _DIMENSIONS[0]))
    body = {
        "embedding": vector,
        "embeddingsByType": {"float": vector},
        "inputTextTokenCount": _tokens(text),
    }
    return {"body": json.dumps(body).encode(), "contentType": "application/json"}


def _read(body: bytes) -> dict[str, Any]:
    """Return the request in a body; raise ServiceError for one that Titan would not take."""
    try:
        asked = json.loads(body)
    except ValueError:
        asked = None
    if not isinstance(asked, dict):
        raise _malformed("it is no JSON object")
    text = asked.get("inputText")
    if not isinstance(text, str) or not text:
        raise _malformed("#/inputText: expected minLength: 1")
    if len(text) > _MAX_CHARACTERS:
        raise _malformed(f"#/inputText: expected maxLength: {_MAX_CHARACTERS}, actual: {len(text)}")
    if _tokens(text) > _MAX_TOKENS:
        message = f"Too many input tokens. Max input tokens: {_MAX_TOKENS}, request input token count: "
        raise ServiceError("ValidationException", message + str(_tokens(text)))
    for key in asked.keys() - {"inputText"}:
        if key not in _TAKEN:
            raise _malformed(f"#: extraneous key [{key}] is not permitted")
        # the type too: true is equal to 1
        if not any(type(asked[key]) is type(one) and asked[key] == one for one in _TAKEN[key]):
            raise _malformed(f"#/{key}: expected one of {', '.join(map(str, _TAKEN[key]))}")
    return asked


def _tokens(text: str) -> int:
    return math.ceil(len(text.encode()) / _BYTES_A_TOKEN)


def _malformed(what: str) -> ServiceError:
    message = f"Malformed input request: {what}, please reformat your input and try again."
    return ServiceError("ValidationException", message)
