"""DELETE on the erase link."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from assistant.cost.meter import Meter
from assistant.entrypoints import http
from assistant.entrypoints.http import Response
from assistant.erasure import request_handler
from assistant.erasure.request_handler import NAME, run
from assistant.request.links import Purpose, Token
from assistant.status import handler as get_request
from assistant.status.handler import Services as GetServices
from tests.assistant import samples
from tests.assistant.conftest import Log
from tests.assistant.fakes import BUSY, REFUSED, FakeArchive, FakeLinks, Fakes, FakeTable, FakeWorkflow

NOW = datetime(2026, 11, 24, tzinfo=UTC)
OTHER = "req-20261123-101530-zzzzzzzzzzzz"


class Services(Fakes, request_handler.Services):
    """With the fakes as its fields."""


@pytest.fixture
def services(
    table: FakeTable,
    archive: FakeArchive,
    links: FakeLinks,
    workflow: FakeWorkflow,
    monkeypatch: pytest.MonkeyPatch,
) -> Services:
    monkeypatch.setattr("assistant.clock.now", lambda: NOW)
    table.put(samples.completed())
    table.put(samples.completed(pk=OTHER))
    archive.put_incoming(samples.REQUEST_ID, {})
    archive.put_incoming(OTHER, {})
    table.meter = Meter(charged=False)
    return Services(
        requests=table,
        links=links,
        archive=archive,
        workflow=workflow,
        meter=table.meter,
        allowed_origins=["*"],
    )


def token(purpose: Purpose = "erase", request_id: str = samples.REQUEST_ID) -> str:
    return str(FakeLinks().sign(Token.issue(purpose, datetime(2026, 11, 23, tzinfo=UTC)), request_id))


def delete(services: Services, t: str = "") -> Response:
    event = {
        "pathParameters": {"request_id": samples.REQUEST_ID},
        "queryStringParameters": {"t": t or token()},
    }
    return http.handler(NAME, run, lambda _: services)(event, None)


def test_the_link_erases_its_request_and_no_other_of_the_customer(services: Services) -> None:
    response = delete(services)
    assert (response["statusCode"], response["body"]) == (204, "")
    assert response["headers"]["Access-Control-Allow-Origin"] == "*"
    item = services.requests.items[samples.REQUEST_ID]
    assert (item["status"], item["erased_by"]) == ("erased", "customer")
    assert services.requests.items[OTHER] == samples.completed(pk=OTHER)
    assert list(services.archive.objects) == [("incoming", OTHER)]


def test_what_an_erasure_costs_counts_for_the_day_and_is_not_kept_with_the_stub(
    services: Services, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    delete(services)
    assert '"CostUsd":[3.7e-06]' in capsys.readouterr().out
    assert not [name for name in services.requests.items[samples.REQUEST_ID] if name.startswith("used:")]


def test_afterwards_the_link_is_gone_to_delete_and_to_get(services: Services) -> None:
    delete(services)
    assert delete(services)["statusCode"] == 410
    getting = GetServices(
        requests=services.requests, links=services.links, meter=Meter(), allowed_origins=["*"]
    )
    event = {
        "pathParameters": {"request_id": samples.REQUEST_ID},
        "queryStringParameters": {"t": token("status")},
    }
    answer = http.handler(get_request.NAME, get_request.run, lambda _: getting)(event, None)
    assert answer["statusCode"] == 410


@pytest.mark.parametrize(
    "wrong",
    ["wrong", token("status"), token("audio"), token(request_id=OTHER)],
    ids=["tampered", "status", "audio", "another's"],
)
def test_without_the_requests_own_erase_link_nothing_is_erased(services: Services, wrong: str) -> None:
    assert delete(services, wrong)["statusCode"] == 404
    assert services.requests.calls == []
    assert services.archive.calls.count("delete") == 0


def test_an_expired_link_erases_nothing(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.clock.now", lambda: NOW + timedelta(days=8))
    assert delete(services)["statusCode"] == 410
    assert services.requests.items[samples.REQUEST_ID] == samples.completed()


@pytest.mark.parametrize("error", [BUSY, REFUSED])
@pytest.mark.parametrize(
    ("service", "call"),
    [
        ("links", "is_ours"),
        ("requests", "read"),
        ("workflow", "stop"),
        ("requests", "erase"),
        ("archive", "delete"),
        ("requests", "update"),
    ],
)
def test_a_failure_in_the_middle_asks_to_come_back_and_goes_on(
    services: Services, service: str, call: str, error: Exception
) -> None:
    getattr(services, service).errors[call] = [error]
    response = delete(services)
    assert (response["statusCode"], response["headers"]["Retry-After"]) == (503, "5")
    assert delete(services)["statusCode"] == 204
    assert "open_status" in services.requests.items[samples.REQUEST_ID], "the sweep looks once more"
    assert list(services.archive.objects) == [("incoming", OTHER)]
    assert delete(services)["statusCode"] == 410


def test_the_log_holds_the_id_and_nothing_personal(services: Services, log: Log) -> None:
    delete(services)
    assert samples.REQUEST_ID in log.text
    assert not [secret for secret in samples.SECRETS if secret in log.text]
    assert token() not in log.text
    assert json.loads(log.text.splitlines()[-1])["status"] == 204
