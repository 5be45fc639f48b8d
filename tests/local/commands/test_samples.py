"""The samples and what is expected of their answers."""

from typing import Any

import pytest

from local.commands.samples import HELD_LOCALLY, Sample, load


def test_there_are_twelve_in_twelve_languages() -> None:
    samples = load()
    assert len({sample.expect["language"] for sample in samples}) == len(samples) == 12
    assert [sample.id for sample in samples[:HELD_LOCALLY]] == [
        "en-damaged",
        "es-happy",
        "de-late",
        "fr-return",
    ]


def test_an_answer_as_expected_has_no_shortfalls(completed: dict[str, Any]) -> None:
    assert load()[0].shortfalls(completed) == []


@pytest.mark.parametrize(
    ("expect", "shortfall"),
    [
        ({"language": "fr"}, "language is en, expected fr"),
        ({"sentiment": ["POSITIVE", "NEUTRAL"]}, "sentiment is NEGATIVE, expected POSITIVE or NEUTRAL"),
        ({"priority": ["NORMAL"]}, "priority is HIGH, expected NORMAL"),
        ({"category": ["refund"]}, "category is product, expected refund"),
        ({"translated": False}, "translated is True, expected False"),
    ],
)
def test_each_shortfall_is_named(completed: dict[str, Any], expect: dict[str, Any], shortfall: str) -> None:
    assert Sample("id", "n", "e", "m", expect).shortfalls(completed) == [shortfall]


def test_a_message_in_the_pivot_language_is_not_translated(completed: dict[str, Any]) -> None:
    completed["message"] = {"original": "Bonjour", "pivot": "Bonjour"}
    assert Sample("id", "n", "e", "m", {"translated": False}).shortfalls(completed) == []
