from __future__ import annotations

from typing import Any

import httpx
import pytest

from local.standins.client import StandinClient


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"{", "JSON"),
        (b'{"sns": {}}', "comprehend.DetectSentiment"),
        (b'{"polly": {"delay": 1}}', "latency_seconds"),
        (b'{"polly": {"error": "explode"}}', "disconnect"),
    ],
)
def test_wrong_faults_are_a_problem_that_names_what_is_allowed(url: str, body: bytes, says: str) -> None:
    response = httpx.put(f"{url}/_standins/faults", content=body)
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    assert says in response.json()["detail"]


def test_the_call_log_holds_no_text(url: str, standins: StandinClient, comprehend: Any) -> None:
    comprehend.detect_sentiment(Text="Unmistakable words", LanguageCode="en")
    assert "Unmistakable" not in httpx.get(f"{url}/_standins/calls").text
    assert standins.calls()["total"] == 1


@pytest.mark.parametrize("path", ["calls", "faults"])
def test_a_deletion_answers_with_nothing(url: str, path: str) -> None:
    assert httpx.delete(f"{url}/_standins/{path}").status_code == 204
