from __future__ import annotations

import pytest

from local.standins.detection import detect
from local.standins.odd_replies import distort
from local.standins.reply import Brief, write

BRIEF = Brief({}, {}, None, None)
TEXT = write(BRIEF, "fr")
SYSTEM = "The secret instructions of the prompt."


def odd(mode: str) -> str:
    return distort(mode, TEXT, brief=BRIEF, language="fr", system=SYSTEM)


def test_lengths_go_wrong() -> None:
    assert odd("empty") == ""
    assert len(odd("too_short").split()) < 60
    assert len(odd("too_long").split()) > 150


@pytest.mark.parametrize(
    ("mode", "holds"),
    [("link", "https://"), ("address", "@example.net"), ("gesture", "20%"), ("prompt_leak", SYSTEM)],
)
def test_what_must_not_be_said_is_said(mode: str, holds: str) -> None:
    assert holds in odd(mode)


@pytest.mark.parametrize("language", ["fr", "en", "ja"])
def test_another_language_is_written(language: str) -> None:
    text = distort("wrong_language", TEXT, brief=BRIEF, language=language, system=SYSTEM)
    assert detect(text)[0][0] != language


@pytest.mark.parametrize("mode", ["normal", "no_tool", "malformed_input"])
def test_modes_that_concern_no_text_leave_it_alone(mode: str) -> None:
    assert odd(mode) == TEXT
