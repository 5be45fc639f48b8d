"""The audio link."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.entrypoints import http
from assistant.entrypoints.http import Response
from assistant.errors import ServiceRefused
from assistant.language import languages
from assistant.request.links import Purpose, Token
from assistant.voice import audio_handler, listening
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


def get(services: Services, purpose: Purpose = "audio", method: str = "GET", accept: str = "*/*") -> Response:
    token = FakeLinks().sign(Token.issue(purpose, datetime(2026, 11, 23, tzinfo=UTC)), samples.REQUEST_ID)
    event = {
        "httpMethod": method,
        "headers": {"origin": "https://shop.example.com", "Accept": accept},
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


def speak(services: Services) -> Response:
    return get(services, method="POST")


def test_a_post_has_a_reply_on_demand_spoken(services: Services) -> None:
    services.requests.put(on_demand())
    first = speak(services)
    assert (first["statusCode"], get(services)["statusCode"]) == (303, 302)
    assert first["headers"]["Location"].endswith(".mp3?signature")
    assert services.speaker.spoken == [(samples.REPLY, "Lea")]
    assert speak(services)["statusCode"] == 303
    assert len(services.speaker.spoken) == 1


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_whoever_merely_opens_the_link_has_nothing_spoken(services: Services, method: str) -> None:
    services.requests.put(on_demand())
    response = get(services, method=method)
    assert response["statusCode"] == 409
    assert (method == "HEAD") == (response["body"] == "")
    assert services.speaker.calls == services.archive.calls == []
    assert services.requests.items[samples.REQUEST_ID] == on_demand(), "nothing is charged or written"


@pytest.mark.parametrize(
    ("language", "tag", "button"),
    [
        ("fr", '<html lang="fr" dir="ltr">', "Écouter la réponse"),
        ("ar", '<html lang="ar" dir="rtl">', "استمع إلى الرد"),
        ("zh-TW", '<html lang="zh-TW" dir="ltr">', "收聽回覆"),
        ("pt-PT", '<html lang="pt" dir="ltr">', "Ouvir a resposta"),
        ("sw", '<html lang="en" dir="ltr">', "Listen to the reply"),
    ],
)
def test_a_browser_gets_a_button_in_the_replys_language(
    services: Services, language: str, tag: str, button: str
) -> None:
    item = on_demand()
    item["reply"]["language"] = language
    services.requests.put(item)
    response = get(services, accept="text/html,*/*;q=0.8")
    assert (response["statusCode"], response["headers"]["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert tag in response["body"]
    assert f'<form method="post"><button>{button}</button></form>' in response["body"]
    assert services.speaker.calls == []


def test_a_browser_is_led_to_audio_that_is_ready(services: Services) -> None:
    assert get(services, accept="text/html")["statusCode"] == 302


def test_the_button_has_words_of_the_products_languages() -> None:
    assert set(listening.texts()) <= set(languages.by_code())


def test_a_click_that_speaks_is_charged_to_the_request_and_a_redirect_is_not(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    services.requests.put(on_demand())
    for _ in range(2):
        speak(services)
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
    response = speak(services)
    assert response["statusCode"] == status
    assert ("Retry-After" in response["headers"]) == (status == 503)
    assert not any(secret in log.text for secret in samples.SECRETS)


def test_a_request_that_is_erased_while_it_is_spoken_is_gone(services: Services) -> None:
    services.requests.put(on_demand())
    services.speaker.meanwhile = lambda: services.requests.put({"pk": samples.REQUEST_ID, "status": "erased"})
    response = speak(services)
    assert response["statusCode"] == 410
    assert services.archive.objects == {}


def test_each_click_is_in_the_days_ledger(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    services.requests.put(on_demand())
    for call in (get, speak, get):
        call(services)
    assert services.requests.ledger.added == [0.0000037] * 3
