from typing import Any

import httpx
import pytest

from local.standins import validation
from local.standins.services import ServiceError, service_model

SECRET = "confidential-words"
CONVERSE = {
    "modelId": "amazon.nova-lite-v1:0",
    "messages": [{"role": "user", "content": [{"text": "Hello"}]}],
}
SPEECH = {"Text": "Hello", "VoiceId": "Lea", "OutputFormat": "mp3"}
TRANSLATION = {"Text": "Hello", "SourceLanguageCode": "en", "TargetLanguageCode": "fr"}


@pytest.mark.parametrize(
    ("service", "operation", "params"),
    [
        ("translate", "TranslateText", TRANSLATION),
        ("bedrock", "Converse", CONVERSE),
        ("polly", "SynthesizeSpeech", SPEECH),
    ],
)
def test_good_requests_pass(service: str, operation: str, params: dict[str, Any]) -> None:
    validation.check(service_model(service).operation_model(operation), params)


@pytest.mark.parametrize(
    ("service", "operation", "params", "field"),
    [
        ("translate", "TranslateText", {"Text": "Hello", "SourceLanguageCode": "en"}, "TargetLanguageCode"),
        ("translate", "TranslateText", TRANSLATION | {"Tone": SECRET}, "Tone"),
        ("translate", "TranslateText", TRANSLATION | {"Text": ""}, "Text"),
        ("translate", "TranslateText", TRANSLATION | {"Text": 7}, "Text"),
        ("translate", "TranslateText", TRANSLATION | {"SourceLanguageCode": SECRET}, "SourceLanguageCode"),
        (
            "translate",
            "TranslateText",
            TRANSLATION | {"Settings": {"Formality": SECRET}},
            "Settings.Formality",
        ),
        ("polly", "SynthesizeSpeech", SPEECH | {"VoiceId": SECRET}, "VoiceId"),
        ("polly", "SynthesizeSpeech", SPEECH | {"LexiconNames": list("abcdef")}, "LexiconNames"),
        ("bedrock", "Converse", CONVERSE | {"modelId": "no model!"}, "modelId"),
        (
            "bedrock",
            "Converse",
            CONVERSE | {"inferenceConfig": {"temperature": 1.5}},
            "inferenceConfig.temperature",
        ),
        (
            "bedrock",
            "Converse",
            CONVERSE | {"messages": [{"role": "robot", "content": []}]},
            "messages.0.role",
        ),
        ("bedrock", "Converse", CONVERSE | {"requestMetadata": {"key": SECRET * 30}}, "requestMetadata.key"),
    ],
)
def test_what_the_model_forbids_is_refused_without_quoting_it(
    service: str, operation: str, params: dict[str, Any], field: str
) -> None:
    with pytest.raises(ServiceError) as refusal:
        validation.check(service_model(service).operation_model(operation), params)
    assert refusal.value.code == "ValidationException"
    assert f"'{field}'" in refusal.value.message
    assert SECRET not in refusal.value.message


def test_a_server_checks_what_a_client_leaves_out(url: str) -> None:
    scope = "Credential=AKIDTEST/20261101/us-east-1/polly/aws4_request"
    headers = {"authorization": f"AWS4-HMAC-SHA256 {scope}"}
    response = httpx.post(f"{url}/v1/speech", json={"Text": "Hello"}, headers=headers)
    assert (response.status_code, response.json()["__type"]) == (400, "ValidationException")
