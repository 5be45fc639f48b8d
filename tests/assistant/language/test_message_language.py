"""The language of a message as its request keeps it."""

from typing import Any

import pytest

from assistant.language import message_language
from assistant.language.detection import Candidate, Decision

GERMAN = "Guten Tag, meine Bestellung ist immer noch nicht angekommen. Wo ist das Paket?"


@pytest.mark.parametrize(
    ("language", "named"),
    [("auto", None), ("pt-PT", "pt-PT"), ("de-AT", "de"), ("zh-Hant-HK", "zh-TW"), ("tlh", None), ("", None)],
)
def test_auto_declares_nothing(language: str, named: str | None) -> None:
    assert message_language.served(language) == named


def test_the_rules_weigh_the_text_what_was_declared_and_what_somebody_sees() -> None:
    decision = message_language.decide(GERMAN, "nl", [Candidate("de", 0.99)], "fr")
    assert (decision.code, decision.source) == ("de", "detected")


def test_what_cannot_be_known_is_the_environments_choice() -> None:
    decision = message_language.decide("OK 4471", "auto", None, "fr")
    assert (decision.code, decision.source) == ("fr", "assumed")


@pytest.mark.parametrize(
    ("decision", "declared", "fallback", "values"),
    [
        (
            Decision("de", "detected", 0.9, "de", None),
            "auto",
            None,
            {"language": {"code": "de", "name": "allemand", "source": "detected", "confidence": 0.9}},
        ),
        (
            Decision("pt-PT", "declared", 0.9, "pt", "unsure"),
            "pt-PT",
            None,
            {
                "language": {
                    "code": "pt-PT",
                    "name": "portugais européen",
                    "source": "declared",
                    "confidence": 0.9,
                    "declared": "pt-PT",
                    "declared_as": "pt-PT",
                    "detected": "pt",
                    "reason": "unsure",
                }
            },
        ),
        (
            Decision("fr", "assumed", None, None, "too_short"),
            "auto",
            None,
            {
                "language": {
                    "code": "fr",
                    "name": "français",
                    "source": "assumed",
                    "confidence": None,
                    "reason": "too_short",
                },
                "degraded.language": "too_short",
            },
        ),
        (
            Decision("fr", "assumed", None, None, "unavailable"),
            "auto",
            "comprehend.DetectDominantLanguage: X",
            {
                "language": {
                    "code": "fr",
                    "name": "français",
                    "source": "assumed",
                    "confidence": None,
                    "reason": "unavailable",
                },
                "degraded.language": "comprehend.DetectDominantLanguage: X",
            },
        ),
    ],
)
def test_it_is_stored_with_what_it_rests_on(
    decision: Decision, declared: str, fallback: str | None, values: Any
) -> None:
    assert message_language.to_item(decision, declared, "fr", fallback) == values
