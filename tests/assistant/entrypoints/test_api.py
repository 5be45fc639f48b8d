"""The door through which API Gateway calls functions."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from assistant.cost.meter import Meter
from assistant.entrypoints import http
from assistant.errors import Gone, ServiceBusy, ServiceRefused
from assistant.settings import SettingsError
from tests.assistant import samples
from tests.assistant.conftest import Log
from tests.assistant.fakes import FakeTable
from tests.assistant.stubs import SECRET


@dataclass
class Services:
    """What every function behind the API is composed with."""

    allowed_origins: list[str]
    meter: Meter = field(default_factory=Meter)
    requests: FakeTable = field(default_factory=FakeTable)


EVENT = {"headers": {"Origin": "https://shop.example.com"}, "pathParameters": {"request_id": "req-1"}}


def handler(run: Callable[[http.Request, Services], http.Response]) -> Any:
    return http.handler("Some", run, lambda _: Services(["https://shop.example.com"]))


def failing(error: Exception) -> Any:
    def run(*_: object) -> Any:
        raise error

    return handler(run)


def problem(response: http.Response) -> dict[str, Any]:
    assert response["headers"]["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = json.loads(response["body"])
    assert body["status"] == response["statusCode"]
    return body


def test_head_is_answered_as_get_without_a_body() -> None:
    def run(_: http.Request, __: Any) -> http.Response:
        return http.answer(200, {"a": 1})

    made = handler(run)
    headers = {"origin": "https://shop.example.com"}
    get, head = (made({"httpMethod": method, "headers": headers}, None) for method in ("GET", "HEAD"))
    assert head == {**get, "body": ""}


def test_an_answer_passes_with_cors_headers(log: Log) -> None:
    response = handler(lambda request, _: http.answer(200, {"id": request.request_id}))(EVENT, None)
    assert response["statusCode"] == 200
    assert json.loads(response["body"]) == {"id": "req-1"}
    assert response["headers"]["Access-Control-Allow-Origin"] == "https://shop.example.com"
    line = log.lines[0]
    assert (line["message"], line["status"], line["step"]) == ("answered", 200, "Some")


def test_an_error_of_the_api_becomes_its_problem_which_a_browser_may_read() -> None:
    response = failing(Gone("This link has expired."))(EVENT, None)
    assert problem(response)["status"] == 410
    assert problem(response)["detail"] == "This link has expired."
    assert response["headers"]["Access-Control-Allow-Origin"] == "https://shop.example.com"


@pytest.mark.parametrize("kind", [ServiceBusy, ServiceRefused])
def test_a_service_that_fails_asks_to_come_back_and_is_not_named_to_the_caller(
    log: Log, kind: type[ServiceBusy] | type[ServiceRefused]
) -> None:
    response = failing(kind("kms", "VerifyMac", "KMSInternalException"))(EVENT, None)
    assert problem(response)["status"] == 503
    assert response["headers"]["Retry-After"] == "5"
    assert "kms" not in response["body"].lower()
    assert "kms.VerifyMac: KMSInternalException" in log.text


def test_the_unexpected_is_a_500_with_a_reference_that_the_log_holds_too(
    log: Log,
) -> None:
    response = failing(ValueError(SECRET))(EVENT, None)
    detail = problem(response)["detail"]
    assert response["statusCode"] == 500
    reference = detail.rpartition(" ")[2]
    logged = log.lines[0]
    assert logged["reference"] == reference
    assert logged["code"].startswith("ValueError at test_api.py:")
    assert reference not in failing(ValueError(SECRET))(EVENT, None)["body"], "new each time"
    assert SECRET not in log.text + response["body"]


def test_a_missing_setting_is_a_500_to_the_caller_and_named_in_the_log(
    log: Log,
) -> None:
    def build(_: object) -> Services:
        raise SettingsError("environment variable TABLE_NAME is missing")

    response = http.handler("Some", lambda *_: http.answer(200, {}), build)(EVENT, None)
    assert problem(response)["status"] == 500
    assert "TABLE_NAME" not in response["body"]
    assert "TABLE_NAME is missing" in log.text


def test_another_origin_gets_no_permission() -> None:
    event = EVENT | {"headers": {"origin": "https://evil.example.com"}}
    response = handler(lambda *_: http.answer(200, {}))(event, None)
    assert "Access-Control-Allow-Origin" not in response["headers"]


@pytest.mark.parametrize(
    ("in_path", "logged"),
    [(samples.REQUEST_ID, samples.REQUEST_ID), ("grace@example.com", ""), ("x" * 9_000, "")],
)
def test_of_the_path_only_an_id_is_logged(log: Log, in_path: str, logged: str) -> None:
    handler(lambda *_: http.answer(200, {}))({"pathParameters": {"request_id": in_path}}, None)
    assert [line["request_id"] for line in log.lines] == [logged]
    assert in_path == logged or in_path not in log.text


@pytest.mark.parametrize(
    "error", [None, Gone("gone"), ServiceBusy("kms", "VerifyMac", "Throttling"), KeyError()]
)
def test_every_call_counts_for_the_day_whatever_becomes_of_it(
    error: Exception | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")

    def run(_: http.Request, services: Services) -> http.Response:
        services.meter.add({"kms_calls": 1})
        if error:
            raise error
        return http.answer(200, {})

    services = Services(["*"])
    http.handler("Some", run, lambda _: services)(EVENT, None)
    (line,) = [json.loads(line) for line in capsys.readouterr().out.splitlines() if "_aws" in line]
    assert services.requests.ledger.added == [0.0000067]
    # the API's call, the function's, and KMS's: $3.50 and $0.20 a million, $0.03 for ten thousand
    assert (line["step"], line["CostUsd"]) == ("Some", [0.0000067])


def test_a_ledger_that_fails_costs_no_caller_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    services = Services(["*"])
    services.requests.ledger.errors["add"] = [ServiceBusy("dynamodb", "UpdateItem", "ThrottlingException")]
    answered = http.handler("Some", lambda *_: http.answer(200, {}), lambda _: services)(EVENT, None)
    assert answered["statusCode"] == 200
