"""Text is normalized in one place: for services, readers, comparison and search."""

import unicodedata

import pytest
from hypothesis import given, strategies as st

from assistant.text.normalized import (
    alphanumeric,
    ascii_digits,
    clean,
    folded,
    is_unspaced,
    one_line,
    simplified,
)
from tests.assistant.properties import thoroughly
from tests.assistant.text.test_splitting import CHARACTERS


@pytest.mark.parametrize(
    ("text", "simple", "fold", "alnum"),
    [
        ("٠٥٥\u200f ５a", "055 5a", "055 5a", "0555a"),
        ("Groß \t\n Ł", "Groß Ł", "gross l", "grossl"),
        ("İ’e\u0301–", "İ’é-", "i'e-", "ie"),
        ("が가", "が가", "が가", "が가"),
        ("\u1100\u1161\u11a8", "각", "각", "각"),
    ],
)
def test_each_normalized_form(text: str, simple: str, fold: str, alnum: str) -> None:
    assert (simplified(text).text, folded(text).text, alphanumeric(text).text) == (
        simple,
        fold,
        alnum,
    )


def test_places_map_back_to_the_original() -> None:
    text = "a\u200bGroß"
    read = folded(text)
    assert text[slice(*read.span(read.text.index("g"), len(read.text)))] == "Groß"


def test_unspaced_scripts() -> None:
    assert all(map(is_unspaced, "王かカ김ไ"))
    assert not any(map(is_unspaced, "aЖعअ"))


@thoroughly
@given(st.text())
def test_every_place_is_in_the_text(text: str) -> None:
    for read in (simplified(text), folded(text), alphanumeric(text)):
        assert len(read.text) == len(read.starts) == len(read.ends)
        assert list(read.starts) == sorted(read.starts)
        assert all(0 <= start < end <= len(text) for start, end in zip(read.starts, read.ends, strict=True))


def test_digits_of_all_scripts_become_ascii() -> None:
    assert ascii_digits("٣ ४ ５ \u200f၆ 2026–1188") == "3 4 5 6 2026-1188"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\x00b\x07c\x7fd\x9fe", "abcde"),
        ("tab\tand\nbreak", "tab\tand\nbreak"),
        ("dos\r\nmac\rend", "dos\nmac\nend"),
        ("\ud800lone", "lone"),
        ("عربي \u202bעברית\u202c 👍🏽", "عربي \u202bעברית\u202c 👍🏽"),
    ],
)
def test_cleaning_drops_control_characters_alone(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@thoroughly
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\u2028\u202e\r\n\x00 ")), st.integers(1, 99))
def test_one_line_is_one_short_line(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert line.splitlines() in ([], [line])
    assert not {unicodedata.category(char) for char in line} & {"Cc", "Cs", "Zl", "Zp"}
    assert one_line(line, limit) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  two\r\n  lines ", "two lines"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("evil\u202egnp.exe\u202c \u2066x\u2069", "evilgnp.exe x"),
        ("soft\u00adhyphen, zero\u200bwidth, bom\ufeff", "softhyphen, zerowidth, bom"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("\x00\u200b", ""),
    ],
)
def test_one_line_holds_no_control_or_direction_marks(text: str, line: str) -> None:
    assert one_line(text, 99) == line


@pytest.mark.parametrize("character", CHARACTERS)
def test_one_line_is_cut_between_characters_with_an_ellipsis(character: str) -> None:
    visible = "".join(char for char in character if unicodedata.category(char) != "Cf" or char == "\u200d")
    line = one_line(character * 60, 20)
    assert line.endswith("…")
    units = len(visible.encode("utf-16-le")) // 2
    assert line[:-1] == visible * ((20 - 1) // units)


def test_a_line_of_exactly_the_limit_is_not_cut() -> None:
    assert one_line("x" * 99, 99) == "x" * 99
    assert one_line("x" * 100, 99) == "x" * 98 + "…"
