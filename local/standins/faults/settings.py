"""What can go wrong on request: latency, rate limits, errors and odd replies, as typed settings."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from local.standins.services import SERVICES

ERRORS = ("throttled", "500", "timeout", "denied", "malformed", "disconnect", "answer_lost")
MODEL_ERRORS = ("model_error",)
"""Errors that only Bedrock has: the model wrote no valid use of the tool."""

READINGS = ("unknown_language", "bad_scores", "invented_entities", "lost_numbers_translation")
"""Odd replies that are wrong about the message; only a call that reads it has them."""

REVIEWS = ("strict", "invented_quote", "whole_text", "many_findings", "empty_quote")
"""Odd reviews: findings where there is nothing to find; only a call that reviews a reply has them."""

_REPLIES = (
    "normal empty too_short too_long link address gesture prompt_leak wrong_language wrong_text_language "
    "wrong_number no_tool refusal content_filtered malformed_input"
)
REPLIES = (*_REPLIES.split(), *READINGS, *REVIEWS)
TRANSLATIONS = ("normal", "lost_numbers", "lost_tags", "mangled_tags", "escaped_tags")
_NUMBERS: Mapping[str, tuple[type, float, float]] = {
    "latency_seconds": (float, 0, 900),
    "latency_sigma": (float, 0, 3),
    "rate_per_second": (float, 0.01, 100_000),
    "error_share": (float, 0, 1),
    "error_count": (int, 0, 1_000_000),
    "seconds": (float, 0, 86_400),
    "reply_count": (int, 0, 1_000_000),
    "seed": (int, 0, 2**63),
}
KEYS = (*SERVICES, *(f"{s.key}.{name}" for s in SERVICES.values() for name in s.operations))


class InvalidFaultError(ValueError):
    """A fault table that the stand-ins do not understand; the message names what is allowed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """What goes wrong with one service or operation.

    With a latency_sigma the latency of each call is drawn from a lognormal distribution, whose median is
    latency_seconds and whose logarithm has that standard deviation: 0.5 makes one call in twenty take more
    than 2.3 times the median. A seed makes the draws, and which calls fail, repeatable.
    Above rate_per_second (bursts of one second) calls are throttled. An error is the answer to the share
    error_share of the calls and stops after error_count of them; an odd reply stops after reply_count. The
    fault ends `seconds` after the first call that it met. `caller` (an access key id) and `containing` (a
    text in the call's path or body, or several) limit it to some of the calls.
    """

    latency_seconds: float = 0.0
    latency_sigma: float = 0.0
    rate_per_second: float | None = None
    error: str | None = None
    error_share: float = 1.0
    error_count: int | None = None
    seconds: float | None = None
    caller: str | None = None
    containing: str | list[str] | None = None
    reply: str = "normal"
    reply_count: int | None = None
    seed: int | None = None

    @classmethod
    def parse(cls, key: str, raw: object) -> "Fault":
        """Return a fault from JSON; raise InvalidFaultError unless each setting is known and in range."""
        if not isinstance(raw, dict):
            raise InvalidFaultError(f"{key}: an object of settings is expected.")
        allowed = [field.name for field in fields(cls)]
        for name, value in raw.items():
            if name not in allowed:
                raise InvalidFaultError(f"{key}: unknown setting; allowed are {', '.join(allowed)}.")
            if problem := _problem(key, name, value):
                raise InvalidFaultError(f"{key}.{name}: {problem} is expected.")
        return cls(**raw)

    def concerns(self, caller: str, text: str) -> bool:
        """Return whether the fault is for a call of this caller with this text in it."""
        wanted = [self.containing] if isinstance(self.containing, str) else self.containing or []
        return self.caller in (None, caller) and all(part in text for part in wanted)

    def to_json(self) -> dict[str, Any]:
        """Return the settings that differ from the defaults."""
        plain = asdict(type(self)())
        return {name: value for name, value in asdict(self).items() if value != plain[name]}


def _problem(key: str, name: str, value: object) -> str | None:
    """Return what is expected instead of a value, None for a good one."""
    service = re.split("[.#]", key)[0]
    choices: tuple[str, ...]
    if name == "error":
        choices = (*ERRORS, *MODEL_ERRORS) if service == "bedrock" else ERRORS
        return None if value in choices else f"one of {', '.join(choices)}"
    if name == "reply":
        choices = TRANSLATIONS if service == "translate" else REPLIES
        return None if value in choices else f"one of {', '.join(choices)}"
    if name in ("caller", "containing"):
        parts = value if isinstance(value, list) and name == "containing" else [value]
        return None if parts and all(isinstance(part, str) and part for part in parts) else "a text"
    kind, low, high = _NUMBERS[name]
    number = isinstance(value, kind | int) and not isinstance(value, bool)
    if number and low <= value <= high:  # type: ignore[operator]
        return None
    return f"a {'whole number' if kind is int else 'number'} from {low:g} to {high:g}"
