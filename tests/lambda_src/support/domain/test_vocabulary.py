"""The table of words and letters."""

import unicodedata

import pytest

from support.domain.tongues import words
from support.domain.vocabulary import LETTERS, WORDS


def test_every_language_has_words_and_letters() -> None:
    assert set(WORDS) == set(LETTERS)


@pytest.mark.parametrize("code", WORDS)
def test_words_are_written_as_texts_are_read_each_once(code: str) -> None:
    known = WORDS[code].split()
    assert len(known) == len(set(known))
    assert words(WORDS[code]) == known


@pytest.mark.parametrize("code", LETTERS)
def test_words_use_the_letters_of_their_language(code: str) -> None:
    letters = unicodedata.normalize("NFKC", LETTERS[code]).lower()
    assert letters == LETTERS[code]
    special = set().union(*LETTERS.values())
    assert set(WORDS[code]) & special <= set(letters)
