"""Tables show what was said, as it was said."""

import io
from typing import Any

from rich.console import Console, RenderableType

from local.audio import Sound
from local.demo import Outcome
from local.samples import load
from local.tables import outcome_table, percent, record_table


def shown(table: RenderableType) -> str:
    console = Console(width=200, file=io.StringIO())
    console.print(table)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_a_record_is_shown_part_by_part(completed: dict[str, Any]) -> None:
    text = shown(record_table(completed))
    for part in (
        "anglais (en, detected)",
        "Elle fuit.",
        "NEGATIVE (Positive 2%, Negative 81%, Neutral 10%, Mixed 7%)",
        "product",
        "HIGH, answer due 2026-11-23T11:15:00Z",
        "Monday (DATE)",
        "90 words, by template",
        "for the team  Bonjour",
        "http://127.0.0.1/audio",
        "$0.01024 at list prices",
        "GenerateAIResponse: ServiceBusy",
    ):
        assert part in text


def test_a_voice_tells_when_it_is_spoken(completed: dict[str, Any]) -> None:
    completed["voice"]["status"] = "on_demand"
    assert "spoken when it is first opened: http://127.0.0.1/audio" in shown(record_table(completed))
    completed["voice"] = {"status": "unavailable", "reason": "speech_off"}
    assert "none: speech_off" in shown(record_table(completed))


def test_a_language_tells_what_it_rests_on(completed: dict[str, Any]) -> None:
    completed["language"] |= {"declared": "nl", "reason": "words"}
    assert "anglais (en, detected by words, declared nl)" in shown(record_table(completed))


def test_markup_in_a_text_is_text(completed: dict[str, Any]) -> None:
    assert "Hello [link]" in shown(record_table(completed))


def test_a_record_that_is_still_empty_can_be_shown() -> None:
    assert "processing" in shown(record_table({"request_id": "req-1", "status": "processing"}))


def test_an_outcome_is_a_row(completed: dict[str, Any]) -> None:
    text = shown(outcome_table([Outcome(load()[0], 3.21, completed, Sound(24.4, 0.1, 24000))]))
    assert "en, 90 words, template" in text
    for part in ("en-damaged", "NEGATIVE, 81% neg.", "HIGH", "Lea 24 s", "3.2", "0.0102"):
        assert part in text


def test_an_outcome_without_a_record_is_a_row_too() -> None:
    assert "fr-return" in shown(outcome_table([Outcome(load()[3], 30.0, faults=("refused",))]))


def test_scores_are_percentages() -> None:
    assert percent("0.705") == "70%"
