from __future__ import annotations

import re

import pytest

from local.standins.comprehend import LANGUAGES
from local.standins.date_words import WORDS


def test_every_language_of_comprehend_has_words() -> None:
    assert set(WORDS) == {language.partition("-")[0] for language in LANGUAGES}


@pytest.mark.parametrize("language", WORDS)
def test_the_words_are_sound_patterns(language: str) -> None:
    words = WORDS[language]
    assert "{n}" in words.ago
    for text in (words.relative, words.durations, words.numbers, words.units, words.before_month):
        for word in text.split():
            re.compile(word)
