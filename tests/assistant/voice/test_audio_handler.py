"""The audio link."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.entrypoints import http
from assistant.entrypoints.http import Response
from assistant.errors import ServiceRefused
from assistant.request.links import Purpose, Token
from assistant.voice import audio_handler
from assistant.voice.audio_handler import NAME, run
from tests.assistant import samples
from tests.assistant.conftest import Log
from tests.assistant.fakes import BUSY, FakeArchive, FakeLinks, Fakes, FakeSpeaker, FakeTable


class Services(Fakes, audio_handler.Services):
    """With the fakes as its fields."""


@pytest.fixture
def services(
    table: FakeTable,
    links: FakeLinks,
    archive: FakeArchive,
    speaker: FakeSpeaker,
    monkeypatch: pytest.MonkeyPatch,
) -> Services:
    monkeypatch.setattr("assistant.clock.now", lambda: datetime(2026, 11, 24, tzinfo=UTC))
    table.put(samples.completed())
    return Services(
        requests=table,
        links=links,
        archive=archive,
        speaker=speaker,
        meter=table.meter,
        allowed_origins=["https://shop.example.com"],
        marks_audio=False,
    )


def get(services: Services, purpose: Purpose = "audio", method: str = "GET") -> Response:
    token = FakeLinks().sign(Token.issue(purpose, datetime(2026, 11, 23, tzinfo=UTC)), samples.REQUEST_ID)
    event = {
        "httpMethod": method,
        "headers": {"origin": "https://shop.example.com"},
        "pathParameters": {"request_id": samples.REQUEST_ID},
        "queryStringParameters": {"t": str(token)},
    }
    return http.handler(NAME, run, lambda _: services)(event, None)


def test_head_leads_to_a_url_that_is_good_for_head(services: Services) -> None:
    location = f"https://bucket.example.com/{samples.REQUEST_ID}.mp3?signature-of-head"
    assert get(services, method="HEAD")["headers"]["Location"] == location


def test_each_click_leads_to_a_url_presigned_anew(services: Services) -> None:
    assert get(services) == {
        "statusCode": 302,
        "headers": {
            "Location": f"https://bucket.example.com/{samples.REQUEST_ID}.mp3?signature",
            "Cache-Control": "no-store",
            "Access-Control-Allow-Origin": "https://shop.example.com",
            "Access-Control-Expose-Headers": "Retry-After",
            "Vary": "Origin",
        },
        "body": "",
    }


def test_a_status_link_does_not_open_the_audio(services: Services) -> None:
    assert get(services, "status")["statusCode"] == 404
    assert services.requests.calls == []


@pytest.mark.parametrize(
    "item",
    [
        samples.analysed(),
        samples.completed(voice={"status": "unavailable", "reason": "no_voice_for_language"}),
    ],
    ids=["not yet", "never"],
)
def test_without_audio_there_is_nothing_to_hear(services: Services, item: dict[str, object]) -> None:
    services.requests.put(item)
    response = get(services)
    assert response["statusCode"] == 404
    assert json.loads(response["body"])["detail"] == "This request has no audio."
    assert services.archive.calls == []


def test_a_revoked_link_is_gone(services: Services) -> None:
    services.requests.put(samples.completed(revoked_at="2026-11-23T12:00:00.000Z"))
    assert get(services)["statusCode"] == 410
    assert services.archive.calls == []


def test_a_busy_service_asks_to_come_back(services: Services) -> None:
    services.archive.errors["presigned_audio"] = [BUSY]
    assert get(services)["statusCode"] == 503


def on_demand(**changes: Any) -> dict[str, Any]:
    item = samples.completed(**changes)
    item["voice"]["status"] = "on_demand"
    return item


def test_the_first_click_has_a_reply_on_demand_spoken(services: Services) -> None:
    services.requests.put(on_demand())
    assert get(services)["statusCode"] == 302
    assert get(services)["headers"]["Location"].endswith(".mp3?signature")
    assert services.speaker.spoken == [(samples.REPLY, "Lea")]


def test_a_click_that_speaks_is_charged_to_the_request_and_a_redirect_is_not(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    services.requests.put(on_demand())
    for _ in range(2):
        get(services)
    item = services.requests.items[samples.REQUEST_ID]
    assert {name: item[f"used:{name}"] for name in http.CALL} == http.CALL
    assert capsys.readouterr().out.count('"CloudWatchMetrics"') == 2  # both count for the day


@pytest.mark.parametrize(
    ("error", "status"),
    [(BUSY, 503), (ServiceRefused("polly", "SynthesizeSpeech", "InvalidSsmlException"), 404)],
)
def test_speech_that_fails_is_told(services: Services, error: Exception, status: int, log: Log) -> None:
    services.requests.put(on_demand())
    services.speaker.errors["speak"] = [error]
    response = get(services)
    assert response["statusCode"] == status
    assert ("Retry-After" in response["headers"]) == (status == 503)
    assert not any(secret in log.text for secret in samples.SECRETS)


def test_a_request_that_is_erased_while_it_is_spoken_is_gone(services: Services) -> None:
    services.requests.put(on_demand())
    services.speaker.meanwhile = lambda: services.requests.put({"pk": samples.REQUEST_ID, "status": "erased"})
    response = get(services)
    assert response["statusCode"] == 410
    assert services.archive.objects == {}


def test_speech_on_demand_is_in_the_days_ledger_and_a_redirect_is_not(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    services.requests.put(on_demand())
    for _ in range(2):
        get(services)
    assert services.requests.ledger.added == [0.0000037]
