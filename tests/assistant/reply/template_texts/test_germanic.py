"""English, German, Dutch, Swedish, Danish and Norwegian."""

import re

import pytest

from assistant.reply.template_texts.germanic import TEXTS
from tests.assistant.reply.template_texts.script import every_text, promised, share


@pytest.mark.parametrize("language", TEXTS)
def test_it_is_written_in_latin_letters(language: str) -> None:
    assert all(share(text, "LATIN") == 1 for text in every_text(language))


@pytest.mark.parametrize(
    ("language", "hours"),
    [
        ("en", ("within 1 hour and", "within 4 hours and", "within 24 hours and")),
        ("de", ("von 1 Stunde an", "von 4 Stunden an", "von 24 Stunden an")),
        ("nl", ("binnen 1 uur en", "binnen 4 uur en", "binnen 24 uur en")),
        ("sv", ("inom 1 timme och", "inom 4 timmar och", "inom 24 timmar och")),
        ("da", ("inden for 1 time og", "inden for 4 timer og", "inden for 24 timer og")),
        ("no", ("innen 1 time og", "innen 4 timer og", "innen 24 timer og")),
    ],
)
def test_hours_have_the_right_number(language: str, hours: tuple[str, ...]) -> None:
    assert all(hour in text for hour, text in zip(hours, promised(language), strict=True))


@pytest.mark.parametrize(
    ("language", "foreign"),
    [
        ("de", r"\b(du|dich|dir|deine?[mnrs]?|euch|ihr|ihre[mnrs]?)\b|ä{2}"),
        ("nl", r"\b(je|jij|jou|jouw|jullie)\b|\w,? Uw?\b"),
        ("sv", r"\b(er|ert|era|Ni|ikke)\b|[æø]"),
        ("da", r"\b(De|Dem|Deres|etter|noen)\b|[äöÄÖ]"),
        ("no", r"\b(De|Dem|Deres|af|hvad|blev)\b|[äöÄÖ]"),
    ],
)
def test_no_word_of_another_register_or_neighbour(language: str, foreign: str) -> None:
    assert not [text for text in every_text(language) if re.search(foreign, text)]
