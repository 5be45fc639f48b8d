"""Texts as vectors, by Titan."""

import json
from io import BytesIO
from typing import Any

import pytest
from botocore.response import StreamingBody

from assistant.aws.embeddings import DIMENSIONS, Embedder
from assistant.cost.meter import Meter
from assistant.errors import ServiceBusy
from tests.assistant.stubs import SECRET, Stub, refuse, told

TITAN = "amazon.titan-embed-text-v2:0"
VALUES = [round(place / 1000, 3) for place in range(DIMENSIONS)]


def answers(stub: Stub, said: Any, asked: dict[str, Any] | None = None) -> None:
    """Queue what the model says: its JSON, or bytes."""
    body = said if isinstance(said, bytes) else json.dumps(said).encode()
    answer = {"body": StreamingBody(BytesIO(body), len(body)), "contentType": "application/json"}
    stub.add_response("invoke_model", answer, asked)


def said(**changes: Any) -> dict[str, Any]:
    return {"embedding": VALUES, "inputTextTokenCount": 7} | changes


def test_a_text_is_embedded_as_a_vector_of_length_one_and_its_tokens_are_counted(
    bedrock_runtime: Stub, meter: Meter
) -> None:
    body = json.dumps({"inputText": 'Où ?\n"', "dimensions": 512, "normalize": True})
    asked = {"modelId": TITAN, "body": body, "accept": "application/json"}
    answers(bedrock_runtime, said(), asked)
    assert Embedder(TITAN, meter.add, bedrock_runtime.client).embed('Où ?\n"') == VALUES
    assert meter.used == {"bedrock_calls": 1, f"bedrock_input_tokens:{TITAN}": 7}


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (said(embedding=VALUES[:-1]), "ValueError"),
        (said(embedding=[*VALUES, 0.5]), "ValueError"),
        (said(embedding=[]), "ValueError"),
        (said(embedding=["x"] * DIMENSIONS), "ValueError"),
        (said(embedding=[None] * DIMENSIONS), "TypeError"),
        (said(embedding=None), "TypeError"),
        ({"inputTextTokenCount": 7}, "KeyError"),
        ({"embedding": VALUES}, "KeyError"),
        ([], "TypeError"),
        (b"{", "JSONDecodeError"),
        (b"", "JSONDecodeError"),
    ],
)
def test_an_answer_that_is_no_such_vector_is_busy(bedrock_runtime: Stub, answer: Any, error: str) -> None:
    answers(bedrock_runtime, answer)
    with pytest.raises(ServiceBusy, match=rf"^bedrock\.InvokeModel: MalformedAnswer\.{error}$"):
        Embedder(TITAN, client=bedrock_runtime.client).embed("Où ?")


def test_a_text_that_is_embedded_in_vain_is_paid_for(bedrock_runtime: Stub, meter: Meter) -> None:
    answers(bedrock_runtime, said(embedding=[]))
    with pytest.raises(ServiceBusy):
        Embedder(TITAN, meter.add, bedrock_runtime.client).embed("Où ?")
    assert meter.used[f"bedrock_input_tokens:{TITAN}"] == 7


def test_a_call_that_is_refused_is_not_counted_and_quotes_nobody(bedrock_runtime: Stub, meter: Meter) -> None:
    refuse(bedrock_runtime, "invoke_model", "ThrottlingException", 429)
    with pytest.raises(ServiceBusy) as caught:
        Embedder(TITAN, meter.add, bedrock_runtime.client).embed(SECRET)
    assert SECRET not in told(caught.value)
    assert meter.used == {}
