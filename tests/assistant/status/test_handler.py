"""The status link."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.entrypoints import http
from assistant.entrypoints.http import Response
from assistant.request.links import Purpose, Token
from assistant.status import customer_view, handler
from assistant.status.handler import NAME, run
from tests.assistant import samples
from tests.assistant.fakes import BUSY, FakeLinks, Fakes, FakeTable


class Services(Fakes, handler.Services):
    """With the fakes as its fields."""


@pytest.fixture
def services(table: FakeTable, links: FakeLinks, monkeypatch: pytest.MonkeyPatch) -> Services:
    monkeypatch.setattr("assistant.clock.now", lambda: datetime(2026, 11, 24, tzinfo=UTC))
    table.put(samples.completed())
    return Services(requests=table, links=links, meter=table.meter, allowed_origins=["*"])


def get(services: Services, request_id: str = samples.REQUEST_ID, **query: str) -> Response:
    event = {"pathParameters": {"request_id": request_id}, "queryStringParameters": query or None}
    return http.handler(NAME, run, lambda _: services)(event, None)


def token(purpose: Purpose = "status", request_id: str = samples.REQUEST_ID) -> str:
    return str(FakeLinks().sign(Token.issue(purpose, datetime(2026, 11, 23, tzinfo=UTC)), request_id))


@pytest.mark.parametrize(
    "item", [samples.accepted(), samples.analysed(), samples.answered(), samples.completed()]
)
def test_what_is_known_so_far_is_shown(services: Services, item: Any) -> None:
    services.requests.put(item)
    response = get(services, t=token())
    assert response["statusCode"] == 200
    assert json.loads(response["body"]) == customer_view.of(item)
    assert response["headers"]["Cache-Control"] == "no-store"
    assert response["headers"]["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"t": ""},
        {"t": "wrong"},
        {"t": token("audio")},
        {"t": token("erase")},
        {"t": token(request_id="req-20261123-101530-aaaaaaaaaaaa")},
    ],
)
def test_without_our_token_there_is_nothing(services: Services, query: dict[str, str]) -> None:
    response = get(services, **query)
    assert response["statusCode"] == 404
    assert json.loads(response["body"])["title"] == "Not found"
    assert services.requests.calls == []


def test_an_unknown_id_is_not_told_apart_from_a_wrong_token(services: Services) -> None:
    unknown = get(services, "req-20261123-101530-bbbbbbbbbbbb", t=token())
    assert unknown == get(services, t="wrong")


def test_an_erased_request_is_gone(services: Services) -> None:
    services.requests.items.clear()
    assert get(services, t=token())["statusCode"] == 410


def test_a_busy_service_asks_to_come_back(services: Services) -> None:
    services.links.errors["is_ours"] = [BUSY]
    response = get(services, t=token())
    assert (response["statusCode"], response["headers"]["Retry-After"]) == (503, "5")
