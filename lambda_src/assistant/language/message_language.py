"""The language of a message, decided by the rules and kept on the request's item."""

from collections.abc import Sequence
from typing import Any, Final

from assistant.intake.request_schema import AUTO
from assistant.request.record import Language, StoredRequest
from assistant.settings import TranslateAndAnalyzeSettings

from . import detection, languages
from .detection import Candidate, Decision

ASSUMED: Final = "assumed"
UNAVAILABLE: Final = "unavailable"


def declared(item: StoredRequest) -> str | None:
    """Return the language of the product that serves the one that the caller named, or None."""
    return None if item["declared_language"] == AUTO else languages.served(item["declared_language"])


def decide(
    item: StoredRequest,
    text: str,
    candidates: Sequence[Candidate] | None,
    settings: TranslateAndAnalyzeSettings,
) -> Decision:
    """Return what the rules make of a text and of what somebody sees in it; None if nobody was asked."""
    return detection.decide(
        text, declared=declared(item), candidates=candidates, fallback=settings.fallback_language
    )


def to_store(
    decision: Decision, item: StoredRequest, pivot_language: str, lesser_reason: str | None = None
) -> dict[str, Any]:
    """Return the paths and values that keep the language; an assumed one is marked as degraded."""
    language = Language(
        code=decision.code,
        name=languages.name(decision.code, pivot_language),
        source=decision.source,
        confidence=decision.confidence,
    )
    if item["declared_language"] != AUTO:
        language["declared"] = item["declared_language"]
        if named := declared(item):
            language["declared_as"] = named
    if decision.detected and decision.detected != decision.code:
        language["detected"] = decision.detected
    if decision.reason:
        language["reason"] = decision.reason
    values: dict[str, Any] = {"language": language}
    if decision.source == ASSUMED:
        values["degraded.language"] = lesser_reason or decision.reason
    return values
