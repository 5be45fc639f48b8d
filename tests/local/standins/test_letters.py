"""Classes of letters stand for what Unicode calls a capital."""

import re
import unicodedata

import pytest

from local.standins import listed_addresses as addresses, listed_names as names
from local.standins.letters import CAPITALS, has_east_asian, plain

LETTERS = [char for char in map(chr, range(0x41, 0x530)) if char.isalpha()]


def test_the_class_holds_the_capitals_of_a_plain_text_and_no_other_letter() -> None:
    capital = re.compile(f"[{CAPITALS}]")
    wrong = [char for char in LETTERS if bool(capital.fullmatch(plain(char))) is not char.isupper()]
    assert [unicodedata.name(char) for char in wrong] == []


def test_a_plain_text_keeps_its_length_and_its_other_letters() -> None:
    assert plain("l’Ɓ ʼn Żółć Ленина ß") == "l'À ʼn Żółć Ленина ß"


def test_no_pattern_needs_a_letter_that_is_read_as_another() -> None:
    patterns = "".join((*names._PATTERNS, *map("".join, addresses._PATTERNS)))
    assert [char for char in set(patterns + patterns.upper()) if plain(char) != char] == []


@pytest.mark.parametrize(
    ("text", "has"),
    [("字", True), ("カナ", True), ("가", True), ("Żółć Ленина مرحبا नमस्ते 😀", False), ("", False)],
)
def test_east_asian_letters_are_seen(text: str, has: bool) -> None:
    assert has_east_asian(text) is has
