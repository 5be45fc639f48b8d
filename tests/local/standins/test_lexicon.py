from __future__ import annotations

import pytest

from local.standins.comprehend import LANGUAGES
from local.standins.lexicon import WORDS


def test_every_language_of_comprehend_has_words() -> None:
    assert set(WORDS) == {language.partition("-")[0] for language in LANGUAGES}


@pytest.mark.parametrize("language", WORDS)
def test_no_word_is_praise_and_complaint_at_once(language: str) -> None:
    vocabulary = WORDS[language]
    negative, positive = (
        {word for words in table.values() for word in words.split()}
        for table in (vocabulary.negative, vocabulary.positive)
    )
    assert not negative & positive
    assert len(negative) >= 25
    assert len(positive) >= 14


@pytest.mark.parametrize("language", WORDS)
def test_weights_are_mild_plain_or_strong(language: str) -> None:
    assert set(WORDS[language].negative) == {1, 2, 3}
    assert {1, 2, 3} <= set(WORDS[language].positive) <= {0, 1, 2, 3}
