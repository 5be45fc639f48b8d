"""Each operation that the product calls is called once, and what its error means."""

import pytest

from assistant.doctor.calls import check_calls
from assistant.doctor.finding import Finding
from assistant.errors import ServiceError
from tests.assistant.doctor.test_checkup import PATIENT
from tests.assistant.doctor_fakes import FakeText, busy, refused

OPERATIONS = {
    "TranslateText",
    "DetectDominantLanguage",
    "DetectSentiment",
    "DetectEntities",
    "DetectPiiEntities",
    "SynthesizeSpeech",
}


def checked(
    text: FakeText, *, engine: str = "neural", speaks: bool = True, personal_data: bool = True
) -> list[Finding]:
    return check_calls(
        PATIENT.sample, text.services, engine=engine, speaks=speaks, personal_data=personal_data
    )


def test_each_operation_is_called_once_and_named() -> None:
    text = FakeText()
    findings = checked(text)
    assert {each.status for each in findings} == {"ok"}
    assert {each.subject.partition(":")[2] for each in findings} == OPERATIONS
    assert sorted(text.called) == sorted(OPERATIONS)


def test_only_what_the_environment_uses_is_called() -> None:
    text = FakeText()
    checked(text, speaks=False, personal_data=False)
    assert set(text.called) == OPERATIONS - {"SynthesizeSpeech", "DetectPiiEntities"}


@pytest.mark.parametrize(("engine", "spoken"), [("neural", "neural"), ("generative", "generative")])
def test_the_teams_voice_speaks_with_the_environments_engine(engine: str, spoken: str) -> None:
    text = FakeText()
    checked(text, engine=engine)
    assert text.spoken == {"voice_id": "Lea", "engine": spoken, "language": "fr-FR"}


@pytest.mark.parametrize(
    ("error", "status", "detail"),
    [
        (refused("DetectSentiment"), "problem", "is refused (AccessDeniedException)"),
        (
            busy("DetectSentiment", "EndpointConnectionError"),
            "problem",
            "is not offered in this Region, or cannot be reached",
        ),
        (
            busy("DetectSentiment", "ConnectTimeoutError"),
            "problem",
            "is not offered in this Region, or cannot be reached",
        ),
        (busy("DetectSentiment"), "unknown", "could not be asked"),
        (busy("DetectSentiment", "ReadTimeoutError"), "unknown", "could not be asked"),
    ],
)
def test_a_failed_call_says_what_to_do(error: ServiceError, status: str, detail: str) -> None:
    (failed,) = (each for each in checked(FakeText(DetectSentiment=error)) if each.status != "ok")
    assert (failed.subject, failed.status) == ("comprehend:DetectSentiment", status)
    assert failed.detail.startswith(detail)
    assert failed.advice
