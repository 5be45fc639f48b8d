"""How the callers of a burst behave."""

from typing import Any, cast

import httpx
import pytest

from bench import burst
from local.commands.client import ApiProblemError, SupportApi


class Api:
    """Answers with one status after the other, and keeps the idempotency keys."""

    def __init__(self, *statuses: int) -> None:
        self._statuses = list(statuses)
        self.keys: list[str] = []

    def submit(self, _: dict[str, str], key: str) -> dict[str, Any]:
        self.keys.append(key)
        if (status := self._statuses.pop(0)) != 202:
            raise ApiProblemError(httpx.Response(status, json={}))
        return {"request_id": "req-1"}


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.burst.time.sleep", lambda _: None)


def test_a_post_that_a_busy_machine_refused_is_repeated_with_the_same_key() -> None:
    api = Api(503, 504, 202)
    assert burst._post(cast("SupportApi", api), {}) == "req-1"
    assert len(api.keys) == 3
    assert len(set(api.keys)) == 1


def test_a_callers_own_mistake_is_not_repeated() -> None:
    with pytest.raises(ApiProblemError):
        burst._post(cast("SupportApi", Api(400, 202)), {})
