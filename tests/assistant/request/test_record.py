"""The record of a request."""

from collections.abc import Mapping
from typing import Any

import pytest

from assistant.request import record
from tests.assistant import samples


def unpriced(_: Mapping[str, int]) -> None:
    return None


@pytest.mark.parametrize(
    ("item", "keys"),
    [
        (samples.accepted(), ["customer", "message", "degraded", "timings_ms"]),
        (
            samples.analysed(),
            ["version", "customer", "language", "message", "analysis", "degraded", "timings_ms"],
        ),
        (
            samples.analysed(passages=[samples.PASSAGE]),
            ["version", "customer", "language", "message", "analysis", "passages", "degraded", "timings_ms"],
        ),
        (
            samples.answered(),
            [
                "version",
                "customer",
                "language",
                "message",
                "analysis",
                "reply",
                "voice",
                "generated",
                "degraded",
                "timings_ms",
            ],
        ),
    ],
    ids=["accepted", "analysed", "informed", "answered"],
)
def test_a_key_is_absent_until_its_value_is_known(item: dict[str, Any], keys: list[str]) -> None:
    assert list(record.of(item, unpriced)) == ["request_id", "status", "step", "received_at", *keys]


@pytest.mark.parametrize(
    ("item", "step"),
    [
        (samples.accepted(), "TranslateAndAnalyze"),
        (samples.analysed(), "GenerateAIResponse"),
        (samples.analysed(draft={"status": "written", "attempt": 1}), "GenerateAIResponse"),
        (samples.answered(stage="answered"), "GenerateVoiceResponse"),
        (samples.answered(), "SendResponse"),
        (samples.completed(status="processing"), "SendResponse"),
    ],
)
def test_a_record_in_processing_says_which_step_runs(item: dict[str, Any], step: str) -> None:
    assert record.of(item, unpriced)["step"] == step


@pytest.mark.parametrize("status", ["completed", "failed"])
def test_a_record_that_has_ended_runs_no_step(status: str) -> None:
    assert "step" not in record.of(samples.completed(status=status), unpriced)


@pytest.mark.parametrize(
    ("degraded", "serious"),
    [
        ({}, False),
        ({"language": "too_short"}, False),
        ({"translation": "lost_number"}, False),
        ({"entities": "comprehend.DetectEntities: X"}, False),
        ({"reply_language": "translated"}, False),
        ({"reply_language": "translation_language"}, True),
        ({"translation": "translate.TranslateText: X"}, True),
        ({"language": "too_short", "sentiment": "comprehend.DetectSentiment: X"}, True),
        ({"reply": "reply_link"}, True),
        ({"review": "bedrock.Converse: X"}, True),
        ({"gesture": "translation_offer"}, False),
        ({"ending": "translation_label"}, False),
        ({"personal_data": "comprehend.DetectPiiEntities: X"}, True),
        ({"knowledge": "s3vectors.QueryVectors: X"}, False),
    ],
)
def test_a_doubt_is_shown_and_a_failure_is_serious(degraded: dict[str, str], serious: bool) -> None:
    assert record.is_serious(degraded) is serious


def test_the_record_does_not_list_what_was_found_to_be_personal() -> None:
    assert "personal" not in record.of(samples.completed(), unpriced)


def test_a_completed_record_holds_everything_in_the_contracts_order() -> None:
    assert list(record.of(samples.completed(), unpriced)) == [
        "request_id",
        "status",
        "received_at",
        "completed_at",
        "version",
        "customer",
        "language",
        "message",
        "analysis",
        "reply",
        "voice",
        "generated",
        "degraded",
        "timings_ms",
    ]


def test_a_moment_of_completion_counts_only_once_completed() -> None:
    fixed = samples.answered(completed_at=samples.COMPLETED_AT, links_expire_at=samples.LINKS_EXPIRE_AT)
    unsent = record.of(fixed, unpriced)
    assert unsent["status"] == "processing"
    assert "completed_at" not in unsent
    assert "expires_at" not in unsent["voice"]
    assert "total" not in unsent["timings_ms"]


def test_a_link_on_demand_tells_until_when_it_lives_too() -> None:
    item = samples.completed()
    item["voice"]["status"] = "on_demand"
    item["audio_lease"] = {"by": "somebody", "until": 1}
    told = record.of(item, unpriced)
    assert told["voice"]["expires_at"] == "2026-11-30T10:15:36.000Z"
    assert "audio_lease" not in told


def test_a_completed_record_tells_how_long_it_took_and_until_when_the_audio_can_be_heard() -> None:
    done = record.of(samples.completed(), unpriced)
    assert done["voice"]["expires_at"] == "2026-11-30T10:15:36.000Z"
    assert done["timings_ms"] == {
        "GenerateAIResponse": 2100,
        "GenerateVoiceResponse": 800,
        "TranslateAndAnalyze": 310,
        "total": 6500,
    }


def test_without_audio_there_is_nothing_to_expire() -> None:
    silent = samples.completed(voice={"status": "unavailable", "reason": "no_voice_for_language"})
    assert record.of(silent, unpriced)["voice"] == {
        "status": "unavailable",
        "reason": "no_voice_for_language",
    }


def test_degraded_parts_are_listed_with_their_reasons() -> None:
    item = samples.accepted(degraded={"voice": "polly.X: Y", "reply": "reply_link"})
    assert record.of(item, unpriced)["degraded"] == [
        {"step": "reply", "reason": "reply_link"},
        {"step": "voice", "reason": "polly.X: Y"},
    ]


def test_what_only_we_need_is_not_shown() -> None:
    ours = {
        "gap",
        "gap_month",
        "customer_hash",
        "base_url",
        "erase_url",
        "ttl",
        "links_expire_at",
        "notified_at",
        "open_status",
        "attempt",
    }
    kept = {"notified_at": samples.COMPLETED_AT, "failure": {"code": "x"}, "gap": {}, "gap_month": "2026-11"}
    shown = record.of(samples.completed(**kept), unpriced)
    assert not (ours | {"failure", "pk", "declared_language"}) & set(shown)


def test_the_stored_item_is_left_as_it_is() -> None:
    item = samples.completed()
    record.of(item, unpriced)
    assert item == samples.completed()


def test_what_was_used_is_shown_by_service_with_its_price() -> None:
    used = {"used:polly_calls": 1, "used:polly_characters:neural": 640}
    shown = record.of(samples.completed(**used), lambda counters: counters["polly_characters:neural"] / 1e6)
    assert shown["usage"] == {"polly": {"calls": 1, "characters": {"neural": 640}}}
    assert shown["cost_usd"] == 0.00064
    assert list(shown)[-3:] == ["usage", "cost_usd", "timings_ms"]


def test_what_has_no_known_price_is_shown_without_one() -> None:
    shown = record.of(samples.completed(**{"used:polly_calls": 1}), unpriced)
    assert "cost_usd" not in shown
    assert shown["usage"] == {"polly": {"calls": 1}}
