"""When a reply can be read, and when it can be heard."""

from typing import Any, cast

import pytest

from bench import steady
from bench.steady import answered
from local.commands.client import SupportApi

BEGUN: dict[str, Any] = {"request_id": "req-1", "status": "processing", "degraded": []}
WRITTEN = BEGUN | {"reply": {"text": "Bonjour"}}
SPOKEN = WRITTEN | {"voice": {"status": "ready"}}
DONE = SPOKEN | {"status": "completed"}


class Api:
    """Shows one record after the other, ten seconds apart."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *records: dict[str, Any]) -> None:
        self._records, self._now = list(records), 0.0
        monkeypatch.setattr("bench.steady.time.monotonic", lambda: self._now)
        monkeypatch.setattr("bench.steady.time.sleep", lambda _: None)

    def submit(self, body: dict[str, str]) -> dict[str, str]:
        assert body == {"message": "Bonjour"}
        return {"status_url": "https://example.com/requests/req-1"}

    def record(self, url: str) -> dict[str, Any]:
        assert url.endswith("req-1")
        self._now += 10
        return self._records.pop(0)


def look(monkeypatch: pytest.MonkeyPatch, *records: dict[str, Any]) -> steady.Answered:
    return answered(cast("SupportApi", Api(monkeypatch, *records)), {"message": "Bonjour"})


def test_the_first_look_that_shows_it_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = look(monkeypatch, BEGUN, WRITTEN, WRITTEN, SPOKEN, DONE)
    assert (seen.text, seen.audio, seen.record) == (20, 40, DONE)


def test_what_was_never_seen_before_the_end_was_there_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = look(monkeypatch, BEGUN, DONE)
    assert (seen.text, seen.audio) == (20, 20)


@pytest.mark.parametrize(
    "end",
    [
        BEGUN | {"status": "failed"},
        WRITTEN | {"status": "completed"},
        DONE | {"degraded": [{"step": "reply", "reason": "bedrock.Converse.Throttled"}]},
    ],
)
def test_an_answer_with_a_fallback_is_an_error(monkeypatch: pytest.MonkeyPatch, end: dict[str, Any]) -> None:
    with pytest.raises(RuntimeError, match="not answered in full"):
        look(monkeypatch, BEGUN, end)


def test_waiting_ends_after_two_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RuntimeError, match="still being processed after 130 s"):
        look(monkeypatch, *[BEGUN] * 20)
