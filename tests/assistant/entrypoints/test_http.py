"""HTTP as API Gateway's REST proxy speaks it."""

import base64
import json
from typing import Any

import pytest

from assistant.entrypoints import http
from assistant.errors import ApiError, FieldError, InvalidRequest, TryAgainLater, UnsupportedMedia


def request(**event: Any) -> http.Request:
    return http.Request({"requestContext": {}} | event)


@pytest.mark.parametrize(
    ("content_type", "taken"),
    [
        ("application/json", True),
        ("application/json; charset=utf-8", True),
        ('Application/JSON; Charset="UTF-8"', True),
        ("application/json; charset=iso-8859-1", False),
        ("application/json;charset=utf-16", False),
        ("text/json", False),
    ],
)
def test_a_body_is_json_in_utf_8(content_type: str, taken: bool) -> None:
    request = http.Request({"headers": {"content-type": content_type}, "body": "{}"})
    if taken:
        assert request.body == b"{}"
    else:
        with pytest.raises(UnsupportedMedia):
            request.body  # noqa: B018 - reading it is what raises


def test_headers_are_found_in_any_case_and_absent_ones_are_not() -> None:
    assert request(headers={"X-Api-Key": "k", "ORIGIN": None}).headers == {"x-api-key": "k"}
    assert request(headers=None).headers == {}
    assert request().headers == {}


@pytest.mark.parametrize(
    "media_type",
    ["application/json", "application/json; charset=utf-8", "Application/JSON ;charset=utf-8"],
)
def test_a_json_body_is_read_as_bytes(media_type: str) -> None:
    assert request(headers={"content-type": media_type}, body='{"é": 1}').body == '{"é": 1}'.encode()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"content-type": ""},
        {"content-type": "text/plain"},
        {"content-type": "application/jsonp"},
        {"content-type": "application/x-www-form-urlencoded; application/json"},
    ],
)
def test_another_content_type_is_not_taken(headers: dict[str, str]) -> None:
    with pytest.raises(UnsupportedMedia):
        _ = request(headers=headers, body="{}").body


JSON = {"content-type": "application/json"}


def test_a_base_64_body_is_decoded() -> None:
    encoded = base64.b64encode("{é}".encode()).decode()
    assert request(headers=JSON, body=encoded, isBase64Encoded=True).body == "{é}".encode()


@pytest.mark.parametrize("body", ["%%%", "abc", "é"])
def test_what_is_not_base_64_is_the_callers_error(body: str) -> None:
    with pytest.raises(InvalidRequest):
        _ = request(headers=JSON, body=body, isBase64Encoded=True).body


@pytest.mark.parametrize("body", [None, ""])
def test_no_body_is_an_empty_one(body: str | None) -> None:
    assert request(headers=JSON, body=body).body == b""


def test_a_lone_surrogate_does_not_break_reading() -> None:
    assert request(headers=JSON, body="\ud800").body == b"\xed\xa0\x80"


@pytest.mark.parametrize("missing", [{}, {"pathParameters": None, "queryStringParameters": None}])
def test_parameters_that_are_not_there_are_empty(missing: dict[str, Any]) -> None:
    assert request(**missing).request_id == ""
    assert request(**missing).token == ""


def test_parameters_are_read_by_name() -> None:
    asked = request(pathParameters={"request_id": "req-1"}, queryStringParameters={"t": "token"})
    assert (asked.request_id, asked.token) == ("req-1", "token")


@pytest.mark.parametrize(
    ("context", "key_id"),
    [({"identity": {"apiKeyId": "id"}}, "id"), ({"identity": {}}, "none"), ({}, "none")],
)
def test_the_id_of_the_api_key_tells_callers_apart(context: dict[str, Any], key_id: str) -> None:
    assert request(requestContext=context).api_key_id == key_id


@pytest.mark.parametrize(
    ("pattern", "base"),
    [
        (
            "https://{api_id}.execute-api.eu-west-1.amazonaws.com/{stage}",
            "https://abc.execute-api.eu-west-1.amazonaws.com/v1",
        ),
        ("https://support.example.com", "https://support.example.com"),
        (
            "http://127.0.0.1:4566/_aws/execute-api/{api_id}/{stage}",
            "http://127.0.0.1:4566/_aws/execute-api/abc/v1",
        ),
    ],
)
def test_what_links_start_with_is_nothing_that_a_caller_can_choose(pattern: str, base: str) -> None:
    context = {"apiId": "abc", "stage": "v1", "domainName": "evil.example", "path": "/evil/requests"}
    headers = {"Host": "evil.example", "X-Forwarded-Proto": "http", "X-Forwarded-Host": "evil.example"}
    assert request(headers=headers, requestContext=context).public_base(pattern) == base


@pytest.mark.parametrize(
    ("accept", "wants"),
    [
        ("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", True),
        ("*/*", False),
        ("audio/mpeg", False),
        (None, False),
    ],
)
def test_a_browser_is_told_from_a_player(accept: str | None, wants: bool) -> None:
    assert request(headers={"Accept": accept} if accept else None).wants_html is wants


def test_a_page_loads_nothing_and_stands_in_no_other() -> None:
    response = http.page("<!doctype html>")
    assert (response["statusCode"], response["body"]) == (200, "<!doctype html>")
    policy = response["headers"]["Content-Security-Policy"]
    assert policy == "default-src 'none'; frame-ancestors 'none'"
    assert response["headers"]["Referrer-Policy"] == "no-referrer"


def test_no_answer_names_more_than_twenty_errors() -> None:
    wrong = [FieldError(field=f"f{number}", detail="is wrong") for number in range(30)]
    assert len(json.loads(http.problem(InvalidRequest("Wrong.", errors=wrong))["body"])["errors"]) == 20


def test_an_answer_is_json_that_nobody_keeps() -> None:
    response = http.answer(202, {"name": "Zoé"})
    assert response["statusCode"] == 202
    assert json.loads(response["body"]) == {"name": "Zoé"}
    assert response["headers"] == {
        "Content-Type": "application/json",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }


def test_a_redirect_is_not_kept_either() -> None:
    assert http.redirect("https://x") == {
        "statusCode": 302,
        "headers": {"Location": "https://x", "Cache-Control": "no-store"},
        "body": "",
    }


def test_no_content_is_nothing_but_its_status() -> None:
    assert http.no_content() == {"statusCode": 204, "headers": {"Cache-Control": "no-store"}, "body": ""}


def test_an_error_becomes_a_problem_that_names_the_fields() -> None:
    response = http.problem(InvalidRequest("Wrong.", errors=[{"field": "name", "detail": "is required"}]))
    assert response["statusCode"] == 400
    assert response["headers"]["Content-Type"] == "application/problem+json"
    assert json.loads(response["body"]) == {
        "type": "about:blank",
        "title": "Invalid request",
        "status": 400,
        "detail": "Wrong.",
        "errors": [{"field": "name", "detail": "is required"}],
    }


def test_an_error_without_fields_lists_none_and_only_a_busy_service_asks_to_come_back() -> None:
    assert "errors" not in json.loads(http.problem(ApiError("Wrong."))["body"])
    assert "Retry-After" not in http.problem(ApiError("Wrong."))["headers"]
    assert http.problem(TryAgainLater("Busy."))["headers"]["Retry-After"] == "5"


@pytest.mark.parametrize(
    ("origin", "allowed", "headers"),
    [
        ("https://a", ["*"], {"Access-Control-Allow-Origin": "*"}),
        (None, ["*"], {"Access-Control-Allow-Origin": "*"}),
        (
            "https://a",
            ["https://a", "https://b"],
            {"Access-Control-Allow-Origin": "https://a", "Vary": "Origin"},
        ),
        ("https://evil", ["https://a"], {"Vary": "Origin"}),
        ("https://a.evil", ["https://a"], {"Vary": "Origin"}),
        (None, ["https://a"], {"Vary": "Origin"}),
        ("null", [], {"Vary": "Origin"}),
    ],
)
def test_a_browser_may_read_from_an_allowed_origin(
    origin: str | None, allowed: list[str], headers: dict[str, str]
) -> None:
    response = http.redirect("https://x")
    readable = {"Access-Control-Expose-Headers": "Retry-After"}
    assert http.with_cors(response, origin, allowed)["headers"] == response["headers"] | readable | headers
    assert "Vary" not in response["headers"]
