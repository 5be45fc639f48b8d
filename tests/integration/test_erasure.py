"""Erased is erased: nothing of a customer is left in anything live that the stack writes.

The exception is the local inbox: a queue that stands for the e-mails that were sent, which nobody can recall.
"""

import json
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from assistant.errors import Erased
from local.commands.app import app
from local.standins.client import StandinClient
from tests.integration.conftest import Deployed
from tests.integration.kept import Kept
from tests.integration.test_refusals import http
from tests.team import TeamApi

__all__ = ["http"]

pytestmark = pytest.mark.integration

MARK = "qvxwk"
"""Stands in the name, the address and the message of every customer that is erased here."""

NAME = "Qvxwkname Lefèvre"
EMAIL = "qvxwkmail@marker.example"
MESSAGE = "I am really upset. The qvxwkmachine that you delivered is cracked. I want a refund now!"
BODY = {"name": NAME, "email": EMAIL, "message": MESSAGE}
OTHER = {"name": "Ana", "email": "ana@other.example", "message": "Where is my order 4471-B?"}
STUB = {"pk", "status", "erasure", "received_at", "erased_at", "erased_by", "ttl"}


@pytest.fixture
def kept(deployed: Deployed) -> Kept:
    return Kept(deployed, MARK)


@pytest.fixture
def command(deployed: Deployed) -> Callable[..., dict[str, Any]]:
    """Return the command line: what it prints as JSON."""

    def run(*arguments: str, **environment: str) -> dict[str, Any]:
        told = [*arguments, "--state", str(deployed.state), "--json"]
        result = CliRunner().invoke(app, told, env=environment, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return dict(json.loads(result.stdout))

    return run


def until(question: Callable[[], Any]) -> Any:
    """Return the first answer that is one."""
    deadline = time.monotonic() + 60
    while not (answer := question()):
        assert time.monotonic() < deadline
        time.sleep(0.2)
    return answer


def test_an_answered_request_goes_by_its_link_and_needs_no_key(
    api: TeamApi, http: httpx.Client, kept: Kept
) -> None:
    accepted = api.submit(BODY, idempotency_key="erase-me")
    request_id, link = accepted["request_id"], accepted["status_url"]
    record = api.follow(link)
    kept.remember(record)
    assert kept.personal(), "the test finds what is there"
    erase = api.erase_link(link)

    answer = http.delete(erase)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["cache-control"] == "no-store"
    for gone in (http.get(link), http.get(record["voice"]["url"]), http.delete(erase)):
        assert gone.status_code == 410
        assert gone.headers["content-type"] == "application/problem+json"
    assert kept.personal() == {}
    assert kept.keys() == kept.before | {request_id}

    again = api.submit(BODY, idempotency_key="erase-me")
    assert again["request_id"] != request_id
    assert api.follow(again["status_url"])["status"] == "completed"
    assert http.delete(api.erase_link(again["status_url"])).status_code == 204
    kept.sweep(request_id)
    assert kept.items()[request_id].keys() == STUB
    assert kept.personal() == {}


def test_a_running_request_is_stopped_and_what_its_step_still_writes_goes_too(
    api: TeamApi, http: httpx.Client, kept: Kept, standins: StandinClient
) -> None:
    standins.set_faults({"bedrock.Converse": {"latency_seconds": 4}})
    accepted = api.submit(BODY)
    request_id, link = accepted["request_id"], accepted["status_url"]
    until(lambda: "analysis" in api.record(link))
    assert kept.execution(request_id) == "RUNNING"
    assert http.delete(api.erase_link(link)).status_code == 204
    assert kept.execution(request_id) == "ABORTED"
    assert kept.personal() == {}

    standins.clear_faults()
    refused = f'"error":"{Erased.__name__}"'
    until(
        lambda: any(
            refused in text for place, text in kept.seen_by_operators().items() if "Generate" in place
        )
    )
    kept.put_late(request_id)
    kept.sweep(request_id)
    assert kept.items()[request_id].keys() == STUB
    assert kept.keys() == kept.before | {request_id}
    assert kept.personal() == {}
    assert kept.execution(request_id) == "ABORTED"


def test_an_operator_erases_every_request_of_an_address_and_nobody_elses(
    api: TeamApi, http: httpx.Client, kept: Kept, command: Callable[..., dict[str, Any]]
) -> None:
    mine = [api.submit(BODY), api.submit({**BODY, "email": EMAIL.upper()}, idempotency_key="mine")]
    other = api.submit(OTHER)
    for accepted in (*mine, other):
        assert api.follow(accepted["status_url"])["status"] == "completed"
    told = command("erase", SUPPORT_EMAIL=f" {EMAIL}")
    assert told["erased"] == 2
    assert {one["request_id"] for one in told["requests"]} == {one["request_id"] for one in mine}
    assert command("erase", SUPPORT_EMAIL=EMAIL) == {"erased": 0, "requests": []}
    assert [http.get(accepted["status_url"]).status_code for accepted in mine] == [410, 410]
    assert {kept.items()[accepted["request_id"]]["erased_by"] for accepted in mine} == {"operator"}
    assert http.get(other["status_url"]).json()["status"] == "completed"
    assert kept.personal() == {}


def test_one_mailbox_is_erased_however_its_address_is_written(
    api: TeamApi, http: httpx.Client, command: Callable[..., dict[str, Any]]
) -> None:
    spellings = ("jürgen@müller.example", "ju\u0308rgen@xn--mller-kva.example", "Jürgen@MÜLLER.example")
    links = [api.submit({**BODY, "email": email})["status_url"] for email in spellings]
    for link in links:
        assert api.follow(link)["customer"]["email"].lower() == "jürgen@müller.example"
    assert command("erase", SUPPORT_EMAIL="jürgen@xn--mller-kva.example")["erased"] == 3
    assert [http.get(link).status_code for link in links] == [410, 410, 410]


def test_only_a_living_erase_link_erases(
    api: TeamApi, http: httpx.Client, kept: Kept, command: Callable[..., dict[str, Any]]
) -> None:
    accepted = api.submit(OTHER)
    request_id, link = accepted["request_id"], accepted["status_url"]
    audio = api.follow(link)["voice"]["url"]
    erase = api.erase_link(link)
    token = audio.partition("?t=")[2]
    tampered = erase[:-2] + ("AA" if not erase.endswith("AA") else "BA")
    assert http.delete(tampered).status_code == 404
    assert http.delete(link).status_code == 404, "whoever may read may not erase"
    assert http.delete(f"{link.partition('?')[0]}?t={token}").status_code == 404
    assert http.delete(link.partition("?")[0]).status_code == 404
    assert http.delete(audio).status_code in (403, 404), "there is no such method"
    assert http.get(erase).status_code == 404, "whoever may erase may not read"

    assert "revoked_at" in command("revoke", request_id)
    for call in (http.get(link), http.get(audio), http.delete(erase)):
        assert call.status_code == 410

    kept.table.update_item(
        Key={"pk": request_id},
        UpdateExpression="SET links_expire_at = :t REMOVE revoked_at",
        ExpressionAttributeValues={":t": 1},
    )
    assert http.delete(erase).status_code == 410
    assert kept.items()[request_id]["status"] == "completed"


def test_a_browser_may_erase(http: httpx.Client, api: TeamApi) -> None:
    status_url = api.submit(OTHER)["status_url"]
    link = api.erase_link(status_url)
    asked = http.options(link, headers={"origin": "https://shop.example.com"})
    assert "DELETE" in asked.headers["access-control-allow-methods"]
    api.follow(status_url)
    assert http.delete(link, headers={"origin": "https://shop.example.com"}).headers[
        "access-control-allow-origin"
    ]
