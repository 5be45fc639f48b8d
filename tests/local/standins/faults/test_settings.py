from typing import Any

import pytest

from local.standins.faults.settings import KEYS, Fault, InvalidFaultError


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"latency_seconds": 0.2},
        {"latency_seconds": 1, "latency_sigma": 0.5, "seed": 1},
        {"rate_per_second": 8, "error": "500", "error_share": 0.5, "error_count": 3, "seed": 1},
        {"reply": "link", "reply_count": 1},
        {"error": "answer_lost", "seconds": 10, "caller": "ASIA1", "containing": "req-1"},
    ],
)
def test_a_fault_reads_back_as_it_was_set(raw: dict[str, Any]) -> None:
    assert Fault.parse("bedrock", raw).to_json() == raw


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ({"latency": 1}, "latency_seconds"),
        ({"error": "explode"}, "disconnect"),
        ({"error": ["500"]}, "disconnect"),
        ({"reply": "rude"}, "too_short"),
        ({"error_share": 1.5}, "from 0 to 1"),
        ({"error_count": 1.5}, "whole number"),
        ({"latency_seconds": True}, "number"),
        ({"latency_sigma": 3.1}, "from 0 to 3"),
        ({"latency_sigma": -0.1}, "from 0 to 3"),
        ({"latency_seconds": float("nan")}, "number"),
        ({"rate_per_second": 0}, "number"),
        ({"seconds": -1}, "number"),
        ({"containing": ""}, "text"),
        ({"containing": []}, "text"),
        ({"containing": ["req-1", 7]}, "text"),
        ({"caller": ["A"]}, "text"),
        ({"caller": 1}, "text"),
        ("500", "object"),
    ],
)
def test_what_is_not_understood_is_refused_with_what_is_allowed(raw: object, says: str) -> None:
    with pytest.raises(InvalidFaultError, match=says):
        Fault.parse("bedrock", raw)


def test_faults_can_be_set_for_services_and_operations() -> None:
    assert {"translate", "comprehend", "bedrock", "polly", "comprehend.DetectSentiment"} <= set(KEYS)


@pytest.mark.parametrize(
    ("raw", "concerned"),
    [
        ({}, True),
        ({"caller": "A"}, True),
        ({"caller": "B"}, False),
        ({"containing": "req-1"}, True),
        ({"containing": "req-2"}, False),
        ({"containing": ["req-1", "req"]}, True),
        ({"containing": ["req-1", "req-2"]}, False),
        ({"caller": "A", "containing": "req-2"}, False),
    ],
)
def test_a_fault_applies_to_all_calls_or_to_the_matching_ones(
    raw: dict[str, Any], *, concerned: bool
) -> None:
    assert Fault.parse("polly", raw).concerns("A", "/path req-1") is concerned


@pytest.mark.parametrize("key", ["translate", "translate.TranslateText", "translate#one"])
def test_translations_go_wrong_in_ways_of_their_own(key: str) -> None:
    assert Fault.parse(key, {"reply": "lost_numbers"}).reply == "lost_numbers"
    with pytest.raises(InvalidFaultError, match="one of normal, lost_numbers"):
        Fault.parse(key, {"reply": "link"})
    with pytest.raises(InvalidFaultError, match="too_short"):
        Fault.parse("bedrock", {"reply": "lost_numbers"})


def test_only_a_model_writes_a_broken_use_of_its_tool() -> None:
    assert Fault.parse("bedrock.Converse#nova", {"error": "model_error"}).error == "model_error"
    with pytest.raises(InvalidFaultError, match="answer_lost is expected"):
        Fault.parse("polly", {"error": "model_error"})
