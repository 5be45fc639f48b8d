"""Who may read a request."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest

from assistant.entrypoints.access import look_again, open_link, open_link_to_erase
from assistant.entrypoints.http import Request
from assistant.errors import Gone, NotFound
from assistant.request.links import Purpose, Token
from tests.assistant import samples
from tests.assistant.fakes import FakeLinks, FakeTable

NOW = datetime(2026, 11, 24, tzinfo=UTC)
ANSWERED = datetime.fromtimestamp(samples.LINKS_EXPIRE_AT, UTC)


@dataclass
class Services:
    """The table and the signer."""

    requests: FakeTable
    links: FakeLinks = field(default_factory=FakeLinks)


@pytest.fixture
def services(table: FakeTable) -> Services:
    table.put(samples.completed())
    return Services(table)


def opened(request: Request, services: Services, now: datetime = NOW, purpose: Purpose = "status") -> Any:
    with patch("assistant.clock.now", lambda: now):
        return open_link(request, purpose, services.links, services.requests)


def opened_to_erase(request: Request, services: Services, now: datetime = NOW) -> Any:
    with patch("assistant.clock.now", lambda: now):
        return open_link_to_erase(request, services.links, services.requests)


def link(
    request_id: str = samples.REQUEST_ID, purpose: Purpose = "status", token: str | None = None
) -> Request:
    signed = str(FakeLinks().sign(Token.issue(purpose, NOW), request_id)) if token is None else token
    event = {"pathParameters": {"request_id": request_id}, "queryStringParameters": {"t": signed}}
    return Request(event)


@pytest.mark.parametrize("purpose", ["status", "audio"])
def test_our_own_link_opens_its_request(services: Services, purpose: Purpose) -> None:
    assert opened(link(purpose=purpose), services, purpose=purpose) == samples.completed()


OTHER_ID = "req-20261123-101530-zzzzzzzzzzzz"
SIGNED = str(FakeLinks().sign(Token.issue("status", NOW), samples.REQUEST_ID))


@pytest.mark.parametrize(
    "request_",
    [
        link(token=""),
        link(token="nonsense"),
        link(token=str(Token("status", 1_900_000_000, "fakekey1", bytes(32)))),
        link(token=SIGNED.replace("v1.status.1", "v1.status.2")),
        link(OTHER_ID, token=SIGNED),
        link("../" + samples.REQUEST_ID),
        link("idem#0"),
        link(purpose="audio"),
        link(token=SIGNED.replace("status", "audio")),
    ],
    ids=[
        "no token",
        "no token of ours",
        "wrong MAC",
        "longer expiry",
        "another request",
        "no id",
        "another item",
        "another purpose",
        "purpose changed",
    ],
)
def test_a_link_that_is_not_ours_finds_nothing_and_the_table_is_not_read(
    services: Services, request_: Request
) -> None:
    with pytest.raises(NotFound):
        opened(request_, services)
    assert services.requests.calls == []


def test_a_token_is_checked_by_the_key_before_its_expiry_says_anything(services: Services) -> None:
    expired = Token("status", int(NOW.timestamp()) - 1, "fakekey1", bytes(32))
    with pytest.raises(NotFound):
        opened(link(token=str(expired)), services)


def test_a_token_past_its_own_expiry_is_gone_without_reading_the_table(services: Services) -> None:
    with pytest.raises(Gone):
        opened(link(), services, NOW + timedelta(days=37))
    assert services.requests.calls == []


@pytest.mark.parametrize(("seconds", "open_"), [(-1, True), (0, False), (1, False)])
def test_seven_days_after_the_answer_the_link_is_gone(services: Services, seconds: int, open_: bool) -> None:
    moment = ANSWERED + timedelta(seconds=seconds)
    if open_:
        assert opened(link(), services, moment)
    else:
        with pytest.raises(Gone):
            opened(link(), services, moment)


def test_before_the_answer_the_token_alone_decides(services: Services) -> None:
    services.requests.put(samples.accepted())
    assert opened(link(), services, NOW + timedelta(days=36))


GONE = {
    "revoked": samples.completed(revoked_at="2026-11-24T00:00:00.000Z"),
    "expired": samples.completed(links_expire_at=1),
    "being erased": {
        "pk": samples.REQUEST_ID,
        "status": "erased",
        "erasure": "cleaned",
        "open_status": "erasing",
    },
    "erased": {"pk": samples.REQUEST_ID, "status": "erased", "erasure": "cleaned"},
    "absent": None,
}


@pytest.mark.parametrize("item", GONE.values(), ids=GONE)
def test_a_revoked_expired_or_erased_request_is_gone(services: Services, item: dict[str, Any] | None) -> None:
    services.requests.items.clear()
    if item:
        services.requests.put(item)
    with pytest.raises(Gone):
        opened(link(), services)
    with pytest.raises(Gone):
        opened_to_erase(link(purpose="erase"), services)


def test_an_erasure_that_is_not_finished_may_be_asked_for_again(services: Services) -> None:
    stub = {
        "pk": samples.REQUEST_ID,
        "status": "erased",
        "erasure": "started",
        "open_status": "erasing",
        "attempt": 1,
    }
    services.requests.put(stub)
    assert opened_to_erase(link(purpose="erase"), services) == stub
    with pytest.raises(Gone):
        opened(link(), services)
    with pytest.raises(Gone):
        opened_to_erase(link(purpose="erase"), services, NOW + timedelta(days=37))


@pytest.mark.parametrize("purpose", ["status", "audio"])
def test_a_link_to_read_does_not_erase(services: Services, purpose: Purpose) -> None:
    with pytest.raises(NotFound):
        opened_to_erase(link(purpose=purpose), services)
    assert services.requests.calls == []


@pytest.mark.parametrize("purpose", ["status", "audio"])
def test_a_link_to_erase_does_not_read(services: Services, purpose: Purpose) -> None:
    assert opened_to_erase(link(purpose="erase"), services) == samples.completed()
    with pytest.raises(NotFound):
        opened(link(purpose="erase"), services, purpose=purpose)


def test_another_look_goes_by_the_item_as_it_now_is_without_asking_for_the_mac(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.clock.now", lambda: NOW)
    assert look_again(link(), services.requests) == samples.completed()
    assert services.links.calls == []
    services.requests.put(samples.completed(revoked_at="2026-11-24T00:00:00.000Z"))
    with pytest.raises(Gone, match="revoked"):
        look_again(link(), services.requests)
    services.requests.put({"pk": samples.REQUEST_ID, "status": "erased", "erasure": "cleaned"})
    with pytest.raises(Gone, match="no longer stored"):
        look_again(link(), services.requests)
