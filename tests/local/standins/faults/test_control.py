import time
from typing import Any

import httpx
import pytest
from starlette.responses import Response

from local.standins.client import StandinClient
from local.standins.faults.control import KEPT, CallLog


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


def log(calls: CallLog, service: str = "polly", operation: str = "SynthesizeSpeech") -> None:
    calls.log(service, operation, "AKIDTEST", began=time.perf_counter(), response=Response(), error=None)


def test_counts_go_on_where_the_list_ends_until_a_reset_forgets_everything() -> None:
    calls = CallLog()
    log(calls, "translate", "TranslateText")
    for _ in range(KEPT + 5):
        log(calls)
    shown = calls.to_json()
    assert shown["counts"] == {"polly": {"SynthesizeSpeech": KEPT + 5}, "translate": {"TranslateText": 1}}
    assert shown["total"] == KEPT + 6
    assert len(shown["calls"]) == KEPT
    calls.reset()
    assert calls.to_json() == {"total": 0, "counts": {}, "calls": []}
