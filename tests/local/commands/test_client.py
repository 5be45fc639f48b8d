"""The API's client."""

from typing import Any

import pytest

from local.commands.client import ApiProblemError, SupportApi, known_parts
from local.errors import LocalError
from tests.local.conftest import SmallApi

MESSAGE = {"name": "Ana", "email": "ana@example.com", "message": "Hola"}


def test_a_message_is_posted_with_both_keys(small_api: SmallApi) -> None:
    with SupportApi(small_api.url + "/", "secret") as api:
        assert api.submit(MESSAGE, "order-7")["status_url"] == f"{small_api.url}/status"
    headers, body = small_api.posted[0]
    assert (headers["x-api-key"], headers["idempotency-key"], body) == ("secret", "order-7", MESSAGE)


def test_a_request_is_followed_to_its_end(small_api: SmallApi, completed: dict[str, Any]) -> None:
    small_api.records = [{"request_id": "r", "status": "processing"}, completed]
    seen: list[str] = []
    with SupportApi(small_api.url, "k") as api:
        record = api.follow(f"{small_api.url}/status", progress=lambda known: seen.append(known["status"]))
    assert record == completed
    assert seen == ["processing", "completed"]


def test_a_request_that_takes_too_long_leads_to_its_trace(small_api: SmallApi) -> None:
    small_api.records = [{"request_id": "req-1", "status": "processing"}]
    with SupportApi(small_api.url, "k") as api, pytest.raises(LocalError, match="make trace ID=req-1"):
        api.follow(f"{small_api.url}/status", timeout=0.1)


def test_audio_is_fetched_from_where_its_link_leads(small_api: SmallApi) -> None:
    small_api.audio = b"sound"
    with SupportApi(small_api.url, "k") as api:
        assert api.audio(f"{small_api.url}/audio") == b"sound"


def test_missing_audio_is_an_error(small_api: SmallApi) -> None:
    with SupportApi(small_api.url, "k") as api, pytest.raises(ApiProblemError, match="410"):
        api.audio(f"{small_api.url}/audio")


def test_a_problem_is_reported_with_its_fields(small_api: SmallApi) -> None:
    errors = [{"field": "email", "detail": "an address"}]
    small_api.accept = (400, {"detail": "the body is not valid", "errors": errors})
    with SupportApi(small_api.url, "k") as api, pytest.raises(ApiProblemError) as refused:
        api.submit(MESSAGE)
    assert str(refused.value) == "the API answered 400: the body is not valid (email: an address)"
    assert refused.value.status == 400


def test_known_parts_come_in_the_order_of_the_workflow(completed: dict[str, Any]) -> None:
    assert known_parts(completed) == ["language", "analysis", "reply", "voice"]
