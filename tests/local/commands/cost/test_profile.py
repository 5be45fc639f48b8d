"""The assumptions of an estimate, and what is no assumption."""

from typing import Any

import pytest

from assistant.voice.voices import PollyVoice
from local.commands.cost.profile import (
    MessageProfile,
    is_translated,
    parse_languages,
    reply_language,
    voice,
    width,
)
from local.errors import LocalError
from tests.local.commands.cost.costing import environment


def test_by_default_the_shares_are_whole() -> None:
    profile = MessageProfile()
    assert sum(profile.languages.values()) == pytest.approx(1)
    assert profile.priorities == {"HIGH": 0.1, "MEDIUM": 0.3, "NORMAL": pytest.approx(0.6)}


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("en=1", {"en": 1.0}),
        ("en=0.4,fr=0.6", {"en": 0.4, "fr": 0.6}),
        (" zh-TW = .5 , ja = 0.5 ", {"zh-TW": 0.5, "ja": 0.5}),
    ],
)
def test_languages_are_written_as_shares(text: str, shares: dict[str, float]) -> None:
    assert parse_languages(text) == shares


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "'' is not like en=0.4"),
        ("en", "'en' is not like en=0.4"),
        ("en=half", "'en=half' is not like en=0.4"),
        ("en=0.5;fr=0.5", "is not like en=0.4 in en=0.4,fr=0.6"),
        ("en=0.5,en=0.5", "en stands there twice"),
    ],
)
def test_malformed_shares_are_refused(text: str, line: str) -> None:
    with pytest.raises(LocalError, match=line):
        parse_languages(text)


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"length": 0}, "length is 0: it takes 1 to 5000 characters"),
        ({"length": 5001}, "length is 5001: it takes 1 to 5000 characters"),
        ({"reply_length": -1}, "reply length is -1: it takes 1 to 3000 characters"),
        ({"listens": 1.5}, "listens is 1.5: it takes 0 to 1 as a share"),
        ({"listens": float("nan")}, "listens is nan: it takes 0 to 1 as a share"),
        ({"polls": -1}, "polls is -1: it takes 0 to 1000 calls a request"),
        ({"polls": float("inf")}, "polls is inf"),
        ({"high": 0.6, "medium": 0.6}, "high and medium are 1.2 together: at most 1 is possible"),
        ({"languages": {"xx": 1.0}}, "languages: 'xx' is none of af, am, ar"),
        ({"languages": {"en": 1.5, "fr": -0.5}}, "languages: en is 1.5: it takes 0 to 1"),
        ({"languages": {"en": 0.4, "fr": 0.4}}, "the shares add up to 0.8; they have to add up to 1"),
        ({"languages": {}}, "the shares add up to 0; they have to add up to 1"),
    ],
)
def test_invalid_values_are_refused_with_the_allowed_ones(values: dict[str, Any], line: str) -> None:
    with pytest.raises(LocalError, match=line):
        MessageProfile(**values)


def test_shares_may_be_rounded() -> None:
    MessageProfile(languages={"en": 0.333, "fr": 0.333, "de": 0.334})
    MessageProfile(languages={"en": 0.3333, "fr": 0.3333, "de": 0.3333})


@pytest.mark.parametrize(
    ("code", "least", "most"),
    [("en", 1, 1), ("fr", 1.02, 1.06), ("fr-CA", 1.02, 1.06), ("ru", 1.8, 1.9), ("ja", 3, 3), ("am", 3, 3)],
)
def test_a_character_takes_the_bytes_of_its_script(code: str, least: float, most: float) -> None:
    assert least <= width(code) <= most


@pytest.mark.parametrize(
    ("code", "pivot", "translated"), [("en", "fr", True), ("fr-CA", "fr", False), ("fr", "en", True)]
)
def test_what_the_team_reads_anyway_is_not_translated(code: str, pivot: str, translated: bool) -> None:
    assert is_translated(code, environment(pivot_language=pivot)) is translated


@pytest.mark.parametrize(("setting", "language"), [("customer", "ja"), ("pivot", "fr")])
def test_the_environment_says_in_which_language_is_answered(setting: str, language: str) -> None:
    assert reply_language("ja", environment(reply_language=setting)) == language


@pytest.mark.parametrize(
    ("code", "settings", "expected"),
    [
        ("fr", {}, PollyVoice("Lea", "neural", "fr-FR")),
        ("fr", {"engine": "generative"}, PollyVoice("Lea", "generative", "fr-FR")),
        ("ru", {"speech": "on_demand"}, PollyVoice("Tatyana", "standard", "ru-RU")),
        ("ru", {"reply_language": "pivot"}, PollyVoice("Lea", "neural", "fr-FR")),
        ("el", {}, None),
        ("fr", {"speech": "off"}, None),
    ],
)
def test_the_voice_is_that_of_the_reply(
    code: str, settings: dict[str, str], expected: PollyVoice | None
) -> None:
    assert voice(code, environment(**settings)) == expected
