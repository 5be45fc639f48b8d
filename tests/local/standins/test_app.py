import threading
import time
from collections.abc import Callable
from typing import Any

import boto3
import httpx
import pytest
from botocore.exceptions import ClientError, ConnectionClosedError, ReadTimeoutError

from local.standins.client import StandinClient
from tests.local.standins.support import conversation, refused

CALLS: dict[str, tuple[str, str, Callable[[Any], Any]]] = {
    "translate": (
        "translate",
        "TranslateText",
        lambda c: c.translate_text(Text="Hallo Welt", SourceLanguageCode="de", TargetLanguageCode="fr"),
    ),
    "comprehend": (
        "comprehend",
        "DetectDominantLanguage",
        lambda c: c.detect_dominant_language(Text="Where is my order?"),
    ),
    "bedrock": ("bedrock-runtime", "Converse", lambda c: c.converse(**conversation())),
    "polly": (
        "polly",
        "SynthesizeSpeech",
        lambda c: c.synthesize_speech(Text="Oui", VoiceId="Lea", OutputFormat="mp3"),
    ),
    "s3vectors": ("s3vectors", "ListVectorBuckets", lambda c: c.list_vector_buckets()),
}
THROTTLED = {
    "translate": ("TooManyRequestsException", 429),
    "comprehend": ("ThrottlingException", 400),
    "bedrock": ("ThrottlingException", 429),
    "polly": ("ThrottlingException", 400),
    "s3vectors": ("TooManyRequestsException", 429),
}


@pytest.mark.parametrize("service", CALLS)
def test_each_call_is_logged_with_its_caller(
    service: str, standins: StandinClient, clients: dict[str, Any]
) -> None:
    name, operation, call = CALLS[service]
    call(clients[name])
    calls = standins.calls()
    assert calls["counts"] == {service: {operation: 1}}
    assert calls["calls"][0]["access_key_id"] == "AKIDTEST"
    assert calls["calls"][0]["status"] == 200


@pytest.mark.parametrize("service", CALLS)
@pytest.mark.parametrize("error", ["throttled", "500", "denied"])
def test_errors_have_the_services_names(
    service: str, error: str, standins: StandinClient, clients: dict[str, Any]
) -> None:
    name, _, call = CALLS[service]
    internal = "ServiceFailureException" if service == "polly" else "InternalServerException"
    expected = {
        "throttled": THROTTLED[service],
        "500": (internal, 500),
        "denied": ("AccessDeniedException", 403),
    }
    standins.set_faults({service: {"error": error}})
    client = clients[name]
    assert refused(lambda: call(client)) == expected[error]
    assert standins.calls()["calls"][0]["error"] == expected[error][0]


def test_a_model_can_write_a_broken_use_of_its_tool(standins: StandinClient, clients: dict[str, Any]) -> None:
    name, _, call = CALLS["bedrock"]
    standins.set_faults({"bedrock": {"error": "model_error"}})
    assert refused(lambda: call(clients[name])) == ("ModelErrorException", 424)


@pytest.mark.parametrize("service", ["translate", "comprehend", "bedrock", "s3vectors"])
def test_a_malformed_answer_is_a_success_without_content(
    service: str, standins: StandinClient, clients: dict[str, Any]
) -> None:
    name, _, call = CALLS[service]
    standins.set_faults({service: {"error": "malformed"}})
    assert list(call(clients[name])) == ["ResponseMetadata"]


@pytest.mark.parametrize("service", CALLS)
def test_a_cut_connection_has_no_answer(
    service: str, standins: StandinClient, clients: dict[str, Any]
) -> None:
    name, _, call = CALLS[service]
    standins.set_faults({service: {"error": "disconnect"}})
    with pytest.raises(ConnectionClosedError):
        call(clients[name])
    assert standins.calls()["calls"][0]["error"] == "disconnect"


def test_a_lost_answer_took_effect(standins: StandinClient, clients: dict[str, Any]) -> None:
    standins.set_faults({"polly": {"error": "answer_lost"}})
    with pytest.raises(ConnectionClosedError):
        CALLS["polly"][2](clients["polly"])
    noted = standins.calls()["calls"][0]
    assert (noted["status"], noted["error"]) == (0, "answer_lost")


def test_a_fault_can_be_limited_to_a_caller_or_a_text(
    standins: StandinClient, clients: dict[str, Any]
) -> None:
    faults = {
        "comprehend#a": {"error": "500", "caller": "another"},
        "polly#b": {"error": "500", "containing": "Oui"},
    }
    standins.set_faults(faults)
    CALLS["comprehend"][2](clients["comprehend"])
    with pytest.raises(ClientError):
        CALLS["polly"][2](clients["polly"])
    assert standins.met() == {"comprehend#a": 0, "polly#b": 1}


def test_a_time_out_lasts_until_the_client_gives_up(
    standins: StandinClient, make_client: Callable[..., Any]
) -> None:
    standins.set_faults({"comprehend": {"error": "timeout"}})
    with pytest.raises(ReadTimeoutError):
        CALLS["comprehend"][2](make_client("comprehend", read_timeout=0.3))


def test_one_services_latency_does_not_hold_up_another(
    standins: StandinClient, clients: dict[str, Any]
) -> None:
    standins.set_faults({"translate": {"latency_seconds": 0.5}})
    took: dict[str, float] = {}

    def timed(service: str) -> None:
        name, _, call = CALLS[service]
        client = clients[name]
        began = time.perf_counter()
        call(client)
        took[service] = time.perf_counter() - began

    slow = threading.Thread(target=timed, args=["translate"])
    slow.start()
    timed("comprehend")
    slow.join()
    assert took["comprehend"] < 0.4
    assert took["translate"] >= 0.5


def test_above_the_rate_calls_are_throttled(comprehend: Any, standins: StandinClient) -> None:
    standins.set_faults({"comprehend": {"rate_per_second": 2}})
    codes = []
    for _ in range(6):
        try:
            comprehend.detect_dominant_language(Text="Where is my order?")
            codes.append("")
        except ClientError as error:
            codes.append(error.response["Error"]["Code"])
    assert codes[:2] == ["", ""]
    assert "ThrottlingException" in codes


def test_unmodified_boto3_finds_them_by_its_endpoint_variables(
    url: str, standins: StandinClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TRANSLATE", "COMPREHEND", "BEDROCK_RUNTIME", "POLLY", "S3VECTORS"):
        monkeypatch.setenv(f"AWS_ENDPOINT_URL_{name}", url)
    session: Any = boto3.Session("AKIDTEST", "secret", region_name="eu-west-1")
    for name, _, call in CALLS.values():
        call(session.client(name))
    assert standins.calls()["total"] == len(CALLS)


def test_unknown_paths_are_unknown_operations(url: str) -> None:
    response = httpx.post(f"{url}/model/anthropic.claude-haiku-5-5/count-tokens", json={})
    assert response.status_code == 404
    assert response.headers["x-amzn-errortype"] == "UnknownOperationException"
