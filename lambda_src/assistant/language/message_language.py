"""The language of a message, decided by the rules, as the request's item keeps it."""

from collections.abc import Sequence
from typing import Any, Final, NotRequired, TypedDict

from . import detection, languages
from .detection import Candidate, Decision
from .languages import AUTO

ASSUMED: Final = "assumed"
UNAVAILABLE: Final = "unavailable"


class Language(TypedDict):
    """The message's language, by `source` detected, declared or assumed; `confidence` 0 to 1 where measured.

    `declared` is the tag that the caller gave, `declared_as` the code that serves it, absent where none does;
    `detected` what the text looked like where that does not decide; `reason` says what an unusual decision
    rests on.
    """

    code: str
    name: str
    source: str
    confidence: float | None
    declared: NotRequired[str]
    declared_as: NotRequired[str]
    detected: NotRequired[str]
    reason: NotRequired[str]


def served(declared: str) -> str | None:
    """Return the language of the product that serves a declared tag, or None."""
    return None if declared == AUTO else languages.served(declared)


def decide(text: str, declared: str, candidates: Sequence[Candidate] | None, fallback: str) -> Decision:
    """Return what the rules make of a text, of the tag that the caller declared, and of what a service sees.

    `candidates` is None if no service was asked, `fallback` the language where nothing is known.
    """
    return detection.decide(text, declared=served(declared), candidates=candidates, fallback=fallback)


def to_item(
    decision: Decision, declared: str, pivot_language: str, fallback_reason: str | None = None
) -> dict[str, Any]:
    """Return the paths and values that keep the language; an assumed one is marked as degraded."""
    language = Language(
        code=decision.code,
        name=languages.name(decision.code, pivot_language),
        source=decision.source,
        confidence=decision.confidence,
    )
    if declared != AUTO:
        language["declared"] = declared
        if named := served(declared):
            language["declared_as"] = named
    if decision.detected and decision.detected != decision.code:
        language["detected"] = decision.detected
    if decision.reason:
        language["reason"] = decision.reason
    values: dict[str, Any] = {"language": language}
    if decision.source == ASSUMED:
        values["degraded.language"] = fallback_reason or decision.reason
    return values
