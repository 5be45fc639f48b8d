"""What a caller gets wrong: the right status, problem+json, and nothing started or stored."""

import json
import ssl
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from boto3.dynamodb.conditions import Attr

from assistant.request.ledger import PREFIX
from local.commands.client import SupportApi
from local.environment.deployment import Deployment

pytestmark = pytest.mark.integration

GOOD: dict[str, Any] = {"name": "Zoé", "email": "zoe@example.com", "message": "Bonjour"}


@pytest.fixture(scope="module")
def http(deployment: Deployment) -> Iterator[httpx.Client]:
    verify = ssl.create_default_context(cafile=str(deployment.ca_bundle))
    with httpx.Client(base_url=deployment.api_url, verify=verify, trust_env=False, timeout=30) as client:
        yield client


def footprint(deployment: Deployment) -> tuple[int, int, int]:
    """Return how much there is: items but those of days, to which a refusal may add; objects, executions."""
    clients = deployment.clients
    items = clients.dynamodb.meta.client.get_paginator("scan").paginate(
        TableName=deployment.table, FilterExpression=~Attr("pk").begins_with(PREFIX)
    )
    return (
        sum(page["Count"] for page in items),
        len(clients.s3.list_objects_v2(Bucket=deployment.bucket).get("Contents", [])),
        len(
            clients.stepfunctions.list_executions(stateMachineArn=deployment.state_machine_arn)["executions"]
        ),
    )


def refused(response: httpx.Response, status: int) -> dict[str, Any]:
    """Return the problem that a refusal carries."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem["status"] == status
    assert {"type", "title", "detail"} <= problem.keys()
    assert "arn:" not in response.text
    assert "Traceback" not in response.text
    return problem


@pytest.mark.parametrize(
    ("body", "field", "told"),
    [
        ({**GOOD, "name": ""}, "name", "must be 1 to 100 characters, some of them visible"),
        ({**GOOD, "name": "\u200b\u2800"}, "name", "must be 1 to 100 characters, some of them visible"),
        ({**GOOD, "name": "x" * 101}, "name", "must be 1 to 100 characters, some of them visible"),
        ({**GOOD, "name": "a\u0007b"}, "name", "must be 1 to 100 characters, some of them visible"),
        ({**GOOD, "email": "zoe"}, "email", "must be an e-mail address"),
        ({**GOOD, "email": "z@" + "x" * 260 + ".fr"}, "email", "must be an e-mail address"),
        ({**GOOD, "email": "zoe@example.com\nBcc: all@example.com"}, "email", "must be an e-mail address"),
        ({**GOOD, "message": "   "}, "message", "must be 1 to 5,000 characters"),
        ({**GOOD, "message": "\x00"}, "message", "must be 1 to 5,000 characters"),
        ({**GOOD, "message": "x" * 5001}, "message", "must be 1 to 5,000 characters"),
        ({**GOOD, "message": 7}, "message", "must be 1 to 5,000 characters"),
        ({**GOOD, "message": "\u3164\u0301"}, "message", "must be 1 to 5,000 characters"),
        ({**GOOD, "email": "zoe@exam\u200bple.com"}, "email", "must be an e-mail address"),
        ({**GOOD, "language": 5}, "language", "must be a language tag (BCP 47)"),
        (
            {**GOOD, "lang": "fr"},
            "lang",
            "is not a field of this request; name, email, message, language are",
        ),
        ({"name": "Zoé", "email": "zoe@example.com"}, "message", "is required"),
    ],
)
def test_each_wrong_field_is_named_with_what_would_be_right(
    http: httpx.Client, deployment: Deployment, body: dict[str, Any], field: str, told: str
) -> None:
    before = footprint(deployment)
    response = http.post("/requests", json=body, headers={"x-api-key": deployment.api_key})
    (error,) = refused(response, 400)["errors"]
    assert error["field"] == field
    assert told in error["detail"]
    assert footprint(deployment) == before


@pytest.mark.parametrize(
    ("content", "content_type", "status"),
    [
        (b'{"name": "Zo', "application/json", 400),
        (b"[1, 2]", "application/json", 400),
        (b'{"name": "\xff"}', "application/json", 400),
        (b'{"name": "a", "name": "b"}', "application/json", 400),
        (b'{"name": "\\ud800", "email": "a@b.fr", "message": "x"}', "application/json", 400),
        (b"[" * 20_000, "application/json", 400),
        (b'{"name": NaN}', "application/json", 400),
        (b'{"name": 1e999}', "application/json", 400),
        (b'{"name": ' + b"9" * 50_000 + b"}", "application/json", 400),
        (json.dumps(dict.fromkeys((f"f{n}" for n in range(4_000)), 1)).encode(), "application/json", 400),
        (json.dumps(GOOD).encode("utf-16"), "application/json", 400),
        (b'{"name": "\xc0\xaf"}', "application/json", 400),
        (b"[" * 100_000, "application/json", 413),
        (b"", "application/json", 400),
        (json.dumps({**GOOD, "message": "x" * 200_000}).encode(), "application/json", 413),
        (json.dumps(GOOD).encode(), "text/plain", 415),
        (json.dumps(GOOD).encode("latin-1"), "application/json; charset=iso-8859-1", 415),
        (b"name=Zoe", "application/x-www-form-urlencoded", 415),
    ],
)
def test_a_body_that_is_no_request(
    http: httpx.Client, deployment: Deployment, content: bytes, content_type: str, status: int
) -> None:
    before = footprint(deployment)
    headers = {"x-api-key": deployment.api_key, "content-type": content_type}
    refused(http.post("/requests", content=content, headers=headers), status)
    assert footprint(deployment) == before


def test_no_answer_names_more_than_twenty_errors(http: httpx.Client, deployment: Deployment) -> None:
    body = GOOD | {f"field_{number}": 1 for number in range(400)}
    response = http.post("/requests", json=body, headers={"x-api-key": deployment.api_key})
    assert len(refused(response, 400)["errors"]) == 20


@pytest.mark.parametrize("headers", [{}, {"x-api-key": "wrong"}])
def test_without_a_key_nobody_gets_in(
    http: httpx.Client, deployment: Deployment, headers: dict[str, str]
) -> None:
    before = footprint(deployment)
    refused(http.post("/requests", json=GOOD, headers=headers), 403)
    assert footprint(deployment) == before


@pytest.mark.parametrize("key", ["", "x" * 129, "a b", "a\tb", "\x7f", "é", "x" * 8_000])
def test_an_idempotency_key_has_a_form(http: httpx.Client, deployment: Deployment, key: str) -> None:
    headers = {"x-api-key": deployment.api_key, "idempotency-key": key.encode()}
    before = footprint(deployment)
    refused(http.post("/requests", json=GOOD, headers=headers), 400)
    assert footprint(deployment) == before


def test_the_same_key_is_the_same_request_and_another_body_a_conflict(
    api: SupportApi, http: httpx.Client, deployment: Deployment
) -> None:
    first = api.submit(GOOD, idempotency_key="order-1")
    api.follow(first["status_url"])
    before = footprint(deployment)
    assert api.submit(GOOD, idempotency_key="order-1") == first
    headers = {"x-api-key": deployment.api_key, "idempotency-key": "order-1"}
    refused(http.post("/requests", json={**GOOD, "message": "Autre"}, headers=headers), 409)
    assert footprint(deployment) == before


@pytest.fixture(scope="module")
def links(api: SupportApi) -> tuple[str, str]:
    """The status and the audio link of an answered request."""
    status_url = api.submit(GOOD)["status_url"]
    return status_url, api.follow(status_url)["voice"]["url"]


@pytest.mark.parametrize("link", [0, 1], ids=["status", "audio"])
@pytest.mark.parametrize(
    ("change", "to"),
    [
        ("?t=", "?x="),
        ("?t=v1", "?t=v2"),
        ("?t=v1.", "?t=v1.x"),
        (".status.", ".audio."),
        (".audio.", ".status."),
        ("/req-20", "/req-21"),
        ("/req-", "/REQ-"),
    ],
)
def test_a_link_that_is_not_ours_leads_nowhere(
    http: httpx.Client, links: tuple[str, str], link: int, change: str, to: str
) -> None:
    if change in links[link]:
        refused(http.get(links[link].replace(change, to)), 404)


@pytest.mark.parametrize("link", [0, 1], ids=["status", "audio"])
def test_head_is_answered_as_get_without_a_body(
    http: httpx.Client, links: tuple[str, str], link: int
) -> None:
    get, head = http.get(links[link]), http.head(links[link])
    assert (head.status_code, head.content) == (get.status_code, b"")
    for name in ("content-type", "cache-control", "access-control-allow-origin"):
        assert head.headers.get(name) == get.headers.get(name)
    if "location" in head.headers:
        assert http.head(head.headers["location"]).status_code == 200
    assert http.head(links[link].replace("?t=", "?x=")).status_code == 404


def test_one_links_token_opens_no_other(http: httpx.Client, links: tuple[str, str], api: SupportApi) -> None:
    other = api.submit(GOOD)
    token = links[0].partition("?")[2]
    refused(http.get(other["status_url"].partition("?")[0] + "?" + token), 404)


def test_the_audio_link_leads_to_a_short_one_that_a_player_can_seek(
    http: httpx.Client, links: tuple[str, str]
) -> None:
    response = http.get(links[1])
    assert response.status_code == 302
    assert response.headers["cache-control"] == "no-store"
    audio = http.get(response.headers["location"], headers={"Range": "bytes=0-99"})
    assert audio.status_code == 206
    assert len(audio.content) == 100
    tampered = response.headers["location"].replace("X-Amz-Expires=3600", "X-Amz-Expires=9999")
    assert http.get(tampered).status_code == 403


@pytest.mark.parametrize("path", ["/", "/nothing", "/requests/x/y"])
def test_an_unknown_path_is_a_problem_too(http: httpx.Client, path: str) -> None:
    response = http.get(path)
    assert response.status_code in (403, 404)
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path",
    [
        "/requests/" + "x" * 4_000,
        "/requests/%00",
        "/requests/%0d%0aset-cookie:%20a=b?t=x",
        "/requests/..%2f..%2fetc",
        "/requests/req-20261123-000000-aaaaaaaaaaaa?t=" + "x" * 4_000,
        "/requests/req-20261123-000000-aaaaaaaaaaaa?t=%0d%0aset-cookie:%20a=b",
        "/requests/req-20261123-000000-aaaaaaaaaaaa?t=a&t=b",
        "/requests/req-20261123-000000-aaaaaaaaaaaa/audio?" + "&".join(f"a{n}=1" for n in range(500)),
    ],
    ids=lambda path: path[:40],
)
def test_an_odd_path_or_query_leads_nowhere(http: httpx.Client, path: str) -> None:
    response = http.get(path)
    refused(response, 404)
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_a_method_that_is_not_there(http: httpx.Client, deployment: Deployment, method: str) -> None:
    headers = {"x-api-key": deployment.api_key}
    refused(http.request(method, "/requests", json=GOOD, headers=headers), 404)


def test_an_origin_is_not_repeated(http: httpx.Client) -> None:
    response = http.get("/requests/x", headers={"origin": "https://evil.example"})
    assert "evil.example" not in str(response.headers) + response.text


def test_a_browser_may_ask_before_it_posts(http: httpx.Client) -> None:
    headers = {"origin": "https://shop.example", "access-control-request-method": "POST"}
    response = http.options("/requests", headers=headers)
    assert response.status_code in (200, 204)
    assert response.headers["access-control-allow-origin"] == "*"


def test_nothing_that_a_caller_sends_changes_where_a_link_leads(
    http: httpx.Client, deployment: Deployment
) -> None:
    forged = {
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "http",
        "forwarded": "host=evil.example",
    }
    answer = http.post("/requests", json=GOOD, headers={"x-api-key": deployment.api_key, **forged})
    assert answer.status_code == 202
    assert answer.json()["status_url"].startswith(f"{deployment.api_url}/requests/")


def test_a_page_may_read_errors_and_may_not_send_the_api_key(http: httpx.Client) -> None:
    origin = {"origin": "https://shop.example"}
    refusal = http.post("/requests", json=GOOD, headers=origin)
    assert (refusal.status_code, refusal.headers["access-control-allow-origin"]) == (403, "*")
    asked = {**origin, "access-control-request-method": "POST", "access-control-request-headers": "x-api-key"}
    allowed = http.options("/requests", headers=asked).headers["access-control-allow-headers"]
    assert "x-api-key" not in allowed.lower()


def test_the_customer_sees_the_reply_and_no_costs_models_or_scores(
    http: httpx.Client, links: tuple[str, str], api: SupportApi
) -> None:
    seen = http.get(links[0])
    assert seen.json()["reply"]["text"] == api.record(links[0])["reply"]["text"]
    for ours in ("cost_usd", "usage", "timings_ms", "scores", "confidence", "anthropic", "nova", "engine"):
        assert ours not in seen.text
