"""The audio link."""

import json
from datetime import UTC, datetime

import pytest

from handlers.get_audio import NAME, run
from support import api
from support.domain.links import Purpose, Token
from support.http import Response
from support.services.get_audio import Services
from tests.lambda_src import samples
from tests.lambda_src.fakes import BUSY, FakeArchive, FakeLinks, FakeTable


@pytest.fixture
def services(
    table: FakeTable, links: FakeLinks, archive: FakeArchive, monkeypatch: pytest.MonkeyPatch
) -> Services:
    monkeypatch.setattr("support.clock.now", lambda: datetime(2026, 11, 24, tzinfo=UTC))
    table.put(samples.completed())
    return Services(
        requests=table, links=links, archive=archive, allowed_origins=["https://shop.example.com"]
    )


def get(services: Services, purpose: Purpose = "audio") -> Response:
    token = FakeLinks().sign(Token.issue(purpose, datetime(2026, 11, 23, tzinfo=UTC)), samples.REQUEST_ID)
    event = {
        "headers": {"origin": "https://shop.example.com"},
        "pathParameters": {"request_id": samples.REQUEST_ID},
        "queryStringParameters": {"t": str(token)},
    }
    return api.handler(NAME, run, lambda _: services)(event, None)


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
