"""What becomes of a message by its language."""

import pytest

from assistant.voice.voices import Voice
from local.message_languages import is_translated, reply_language, voice, width
from tests.local.costing import environment


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
        ("fr", {}, Voice("Lea", "neural", "fr-FR")),
        ("fr", {"engine": "generative"}, Voice("Lea", "generative", "fr-FR")),
        ("ru", {"speech": "on_demand"}, Voice("Tatyana", "standard", "ru-RU")),
        ("ru", {"reply_language": "pivot"}, Voice("Lea", "neural", "fr-FR")),
        ("el", {}, None),
        ("fr", {"speech": "off"}, None),
    ],
)
def test_the_voice_is_that_of_the_reply(code: str, settings: dict[str, str], expected: Voice | None) -> None:
    assert voice(code, environment(**settings)) == expected
