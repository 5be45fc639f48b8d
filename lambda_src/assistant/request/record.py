"""The record of a request: what the archive keeps for the team; `status.customer_view` shows a part of it.

A key is absent until its value is known.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from assistant import clock
from assistant.cost import usage

STEP_BY_STAGE: Final = {
    "accepted": "TranslateAndAnalyze",
    "analysed": "GenerateAIResponse",
    "answered": "GenerateVoiceResponse",
    "voiced": "SendResponse",
    "completed": "SendResponse",
}
"""The step that works on a request, by its stage."""

_SERIOUS: Final = frozenset(
    {"alert", "personal_data", "reply", "reply_language", "review", "sentiment", "translation", "voice"}
)
"""Parts whose failure matters to an urgent request; a doubtful language is shown, and wakes nobody."""

COPIED = ("customer", "language", "message", "analysis", "passages", "reply", "voice")


def of(item: Mapping[str, Any], cost: Callable[[usage.Counters], float | None]) -> dict[str, Any]:
    """Return the record of a stored request, in the contract's order.

    `cost` prices what was used, in USD; what has no known price leaves `cost_usd` out.
    """
    record: dict[str, Any] = {
        "request_id": item["pk"],
        "status": item["status"],
        **({"step": STEP_BY_STAGE[item["stage"]]} if item["status"] == "processing" else {}),
        "received_at": item["received_at"],
    }
    if item["status"] == "completed":
        record["completed_at"] = item["completed_at"]
    if "version" in item:
        record["version"] = item["version"]
    record |= {key: item[key] for key in COPIED if key in item}
    if "reply" in item:
        record["generated"] = True  # text by a machine, or by code from templates; audio by a machine
    if item["status"] == "completed" and item["voice"]["status"] in ("ready", "on_demand"):
        record["voice"] = {**item["voice"], "expires_at": audio_expires_at(item)}
    record["degraded"] = [
        {"step": step, "reason": reason} for step, reason in sorted(item["degraded"].items())
    ]
    if counters := usage.of(item):
        record["usage"] = usage.shown(counters)
        if (cost_usd := cost(counters)) is not None:
            record["cost_usd"] = cost_usd
    record["timings_ms"] = dict(sorted(item["timings_ms"].items()))
    if item["status"] == "completed":
        record["timings_ms"]["total"] = total_ms(item)
    return record


def is_serious(degraded: Mapping[str, str]) -> bool:
    """Tell whether a person should look at an answer: something failed, not merely a doubt or a detour."""
    return any(
        part in _SERIOUS and reason != "translated" and not reason.startswith("lost_")
        for part, reason in degraded.items()
    )


def audio_expires_at(item: Mapping[str, Any]) -> str:
    """Return until when the links of a completed request live."""
    return clock.iso(datetime.fromtimestamp(item["links_expire_at"], UTC))


def total_ms(item: Mapping[str, Any]) -> int:
    """Return the milliseconds between a completed request's arrival and its answer."""
    waited = clock.parse(item["completed_at"]) - clock.parse(item["received_at"])
    return round(waited.total_seconds() * 1000)
