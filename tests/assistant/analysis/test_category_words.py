"""The words that name a category, by language."""

import re

import pytest

from assistant.analysis import category_rule
from assistant.analysis.category_words import WORDS
from assistant.language import languages
from assistant.request.categories import Category

HEADINGS = [category.value for category in Category]


def entries(code: str) -> list[tuple[str, int, str]]:
    found, heading = [], ""
    for line in WORDS[code].strip().splitlines():
        if line in HEADINGS:
            heading = line
            continue
        weight, words = line.split(" ", maxsplit=1)
        found += [(heading, int(weight), word) for word in words.split(", ")]
    return found


def test_every_table_is_of_a_language_that_translate_knows() -> None:
    assert set(WORDS) <= {languages.base(code) for code in languages.BY_CODE}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_table_names_every_category_once_in_order(code: str) -> None:
    assert [line for line in WORDS[code].split("\n") if line in HEADINGS] == HEADINGS


@pytest.mark.parametrize("code", sorted(WORDS))
def test_weights_are_within_bounds(code: str) -> None:
    assert {weight for _, weight, _ in entries(code)} <= {-20, *range(-5, 0), *range(1, 6), 7, 20}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_no_word_stands_twice_in_a_category(code: str) -> None:
    words = [(heading, word) for heading, _, word in entries(code)]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("code", sorted(WORDS))
def test_every_word_is_something_to_look_for(code: str) -> None:
    # An empty one would be found in every text.
    assert not [word for _, _, word in entries(code) if not re.search(r"\w", word)]
    assert all(stem.strip() for _, stem, _ in category_rule._table(code))


def test_the_tables_stay_small_enough_for_a_function() -> None:
    assert sum(len(table.encode()) for table in WORDS.values()) <= 20_000
