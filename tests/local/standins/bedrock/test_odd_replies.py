import re
from typing import Any

import pytest

from local.standins.bedrock.odd_replies import distort, misread
from local.standins.bedrock.reply import Brief, write
from local.standins.comprehend.detection import detect
from local.standins.faults.settings import READINGS, REPLIES, REVIEWS

BRIEF = Brief({"text": "ar", "pivot_text": "fr"}, {"sla_hours": 4}, None)
TEXT = write(BRIEF, "fr")
SYSTEM = "The secret instructions of the prompt."
READ: dict[str, Any] = {
    "language": "de",
    "translation": "Commande 4471-B",
    "scores": {"Positive": 0.1, "Negative": 0.6, "Neutral": 0.2, "Mixed": 0.1},
    "entities": [{"text": "4471-B", "type": "OTHER", "score": 0.9}],
    "text": TEXT,
}


def odd(mode: str, what: str = "text") -> str:
    return distort(mode, TEXT, brief=BRIEF, what=what, system=SYSTEM)


def test_lengths_go_wrong() -> None:
    assert odd("empty") == ""
    assert len(odd("too_short").split()) < 60
    assert len(odd("too_long").split()) > 150


@pytest.mark.parametrize(
    ("mode", "holds"),
    [("link", "https://"), ("address", "@example.net"), ("gesture", "a discount"), ("prompt_leak", SYSTEM)],
)
def test_forbidden_content_is_added(mode: str, holds: str) -> None:
    assert holds in odd(mode)


@pytest.mark.parametrize("mode", ["wrong_language", "wrong_text_language"])
@pytest.mark.parametrize("language", ["fr", "en", "ja", "zh-TW"])
def test_another_language_is_written(mode: str, language: str) -> None:
    brief = Brief({"text": language}, {}, None)
    text = distort(mode, write(brief, language), brief=brief, what="text", system=SYSTEM)
    assert detect(text)[0][0] != language


@pytest.mark.parametrize("what", ["text", "reply_text"])
def test_what_the_customer_reads_gets_another_number(what: str) -> None:
    assert set(re.findall(r"\d+", odd("wrong_number", what))) > set(re.findall(r"\d+", TEXT))


@pytest.mark.parametrize("mode", ["wrong_text_language", "wrong_number"])
def test_what_the_team_reads_stays_right(mode: str) -> None:
    assert odd(mode, "pivot_text") == TEXT


@pytest.mark.parametrize("mode", ["normal", "no_tool", "malformed_input"])
def test_modes_that_concern_no_text_leave_it_alone(mode: str) -> None:
    assert odd(mode) == TEXT


@pytest.mark.parametrize(
    ("mode", "what"),
    [
        ("unknown_language", "language"),
        ("bad_scores", "scores"),
        ("invented_entities", "entities"),
        ("lost_numbers_translation", "translation"),
    ],
)
def test_one_part_of_a_reading_goes_wrong(mode: str, what: str) -> None:
    read = misread(mode, READ)
    assert {name for name in READ if read[name] != READ[name]} == {what}


def test_readings_go_wrong_as_their_modes_say() -> None:
    assert misread("unknown_language", READ)["language"] == "xx"
    assert sum(misread("bad_scores", READ)["scores"].values()) == 3
    assert all(0 <= score <= 1 for score in misread("bad_scores", READ)["scores"].values())
    kept, invented = misread("invented_entities", READ)["entities"]
    assert kept == READ["entities"][0]
    assert invented["text"] not in READ["translation"]
    assert misread("lost_numbers_translation", READ)["translation"] == "Commande -B"


@pytest.mark.parametrize("mode", sorted(set(REPLIES) - {*READINGS, *REVIEWS}))
def test_modes_of_replies_leave_a_reading_alone(mode: str) -> None:
    assert misread(mode, READ) == READ


@pytest.mark.parametrize("mode", READINGS)
def test_modes_of_readings_leave_a_reply_alone(mode: str) -> None:
    assert odd(mode) == TEXT
