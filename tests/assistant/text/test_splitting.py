"""Cutting text without losing or breaking a character."""

import time

import pytest
from hypothesis import given, strategies as st

from assistant.text.splitting import size, split
from tests.assistant.properties import thoroughly

CHARACTERS = [
    "a",
    "é",
    "e\u0301",
    "ß",
    "日",
    "か\u3099",
    "नि",
    "한",
    "\u1112\u1161\u11ab",
    "👍🏽",
    "👩‍👩‍👧‍👦",
    "❤\ufe0f",
    "1\ufe0f\u20e3",
    "🇫🇷",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
]
"""What a reader sees as one character each, of one to many code points."""

LONGEST = max(size(character) for character in CHARACTERS)

text_of_characters = st.lists(st.sampled_from(CHARACTERS), max_size=80)


@thoroughly
@given(st.text(), st.integers(min_value=4, max_value=60))
def test_the_pieces_joined_are_the_text_and_each_keeps_the_limit(text: str, limit: int) -> None:
    pieces = split(text, limit)
    assert "".join(pieces) == text
    assert all(0 < size(piece) <= limit for piece in pieces)


@thoroughly
@given(text_of_characters, st.integers(min_value=LONGEST, max_value=2 * LONGEST))
def test_no_cut_goes_through_a_character(characters: list[str], limit: int) -> None:
    ends = {size("".join(characters[:count])) for count in range(len(characters) + 1)}
    position = 0
    for piece in split("".join(characters), limit):
        position += size(piece)
        assert position in ends


def test_a_single_character_over_the_limit_is_cut_rather_than_sent_whole() -> None:
    heap_of_marks = "a" + "\u0301" * 20
    assert all(size(piece) <= 9 for piece in split(heap_of_marks, 9))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One two. Three four. Five.", ["One two. ", "Three four. ", "Five."]),
        ("Un deux ! Trois ? Quatre…", ["Un deux ! ", "Trois ? ", "Quatre…"]),
        ("Version 3.5 is out", ["Version 3.5 ", "is out"]),
        ("line one\nline two\n", ["line one\n", "line two\n"]),
        ("一二三。四五。", ["一二三。", "四五。"]),
        ("abcdefghijklmnopq", ["abcdefghijkl", "mnopq"]),
        ("", []),
    ],
)
def test_cuts_go_to_ends_of_sentences_then_to_spaces_then_between_characters(
    text: str, pieces: list[str]
) -> None:
    assert split(text, 12) == pieces


def test_a_text_within_the_limit_stays_whole() -> None:
    assert split("One. Two. Three.", 16) == ["One. Two. Three."]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["とても残念です。" * 625, "あ" * 5_000, "👩‍👩‍👧‍👦" * 714, "🇫🇷" * 2_500, "a" + "\u0301" * 4_999],
    ids=["sentences", "no spaces", "families", "flags", "marks"],
)
@pytest.mark.parametrize("limit", [3_000, 5_000, 10_000])
def test_the_longest_messages_are_cut_quickly(text: str, limit: int) -> None:
    started = time.process_time()
    pieces = split(text, limit)
    assert time.process_time() - started < 1
    assert "".join(pieces) == text
    assert max(size(piece) for piece in pieces) <= limit
    assert len(pieces) <= size(text) // (limit // 2) + 1
