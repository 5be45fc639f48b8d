"""Polish, Czech, Russian, Ukrainian, Finnish and Turkish."""

import re

import pytest

from assistant.reply.template_texts.eastern import TEXTS
from tests.assistant.reply.template_texts.script import every_text, promised, share

SCRIPTS = {"pl": "LATIN", "cs": "LATIN", "ru": "CYRILLIC", "uk": "CYRILLIC", "fi": "LATIN", "tr": "LATIN"}


@pytest.mark.parametrize("language", TEXTS)
def test_it_is_written_in_its_own_letters(language: str) -> None:
    assert all(share(text, SCRIPTS[language]) == 1 for text in every_text(language))


@pytest.mark.parametrize(
    ("language", "hours"),
    [
        ("pl", ("w ciągu 1 godziny i", "w ciągu 4 godzin i", "w ciągu 24 godzin i")),
        ("cs", ("do 1 hodiny a", "do 4 hodin a", "do 24 hodin a")),
        ("ru", ("в течение 1 часа и", "в течение 4 часов и", "в течение 24 часов и")),
        ("uk", ("протягом 1 години і", "протягом 4 годин і", "протягом 24 годин і")),
        ("fi", (" 1 tunnin kuluessa", " 4 tunnin kuluessa", " 24 tunnin kuluessa")),
        ("tr", (" 1 saat içinde", " 4 saat içinde", " 24 saat içinde")),
    ],
)
def test_hours_have_the_right_case(language: str, hours: tuple[str, ...]) -> None:
    assert all(hour in text for hour, text in zip(hours, promised(language), strict=True))


@pytest.mark.parametrize(
    ("language", "foreign"),
    [
        ("pl", r"\b(Pani?|Pana|Państw\w*|ty|twoj\w*|twój|ci|cię)\b"),
        ("cs", r"\b(ty|tě|ti|tvůj|tvoj\w*|tvé)\b|\bjste\b"),
        ("ru", r"\b(ты|тебя|тебе|твой|твоё|твоя)\b|[іїєґ]"),
        ("uk", r"\b(ти|тебе|тобі|твій|твоє|твоя)\b|[ыэёъ]"),
        ("fi", r"\b(sinä|sinun|sinulle|viestistäsi)\b"),
        ("tr", r"\b(sen|sana|senin|seni)\b"),
    ],
)
def test_no_word_of_another_register_or_neighbour_and_no_form_that_guesses_a_gender(
    language: str, foreign: str
) -> None:
    assert not [text for text in every_text(language) if re.search(foreign, text, re.IGNORECASE)]
