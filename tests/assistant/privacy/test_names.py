"""Known words are found where they stand as words, in scripts with and without word bounds."""

import pytest

from assistant.privacy.names import anywhere, as_word, of_name
from assistant.text.normalized import folded


@pytest.mark.parametrize(
    ("text", "needle", "places"),
    [
        ("marie, marietta, marie", "marie", [(0, 5), (17, 22)]),
        ("王伟您好", "王伟", [(0, 2)]),
        ("김민수입니다", "김민수", [(0, 3)]),
        ("وليلى كتبت", "ليلى", [(0, 5)]),
        ("", "marie", []),
    ],
)
def test_as_a_word(text: str, needle: str, places: list[tuple[int, int]]) -> None:
    assert list(as_word(folded(text), needle)) == places


def test_anywhere() -> None:
    assert list(anywhere("a1a1", "1")) == [(1, 2), (3, 4)]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Dear Marie, Mme Dupont", "Marie Dupont", {"Marie", "Dupont"}),
        ("it may arrive, May", "May Li", {"May"}),
        ("佐藤様", "佐藤花子", {"佐藤様"}),
        ("the van of Sanne", "Sanne van Dijk", {"Sanne"}),
        ("- Price too high", "Will Price", set()),
        ("2) Price and colour are wrong", "Will Price", set()),
        ("> Will it?", "Will Price", set()),
        ("Order (Price 20 EUR)", "Will Price", set()),
        ("on May 3", "May Li", set()),
        ("on Jan 12", "Jan Kowalski", set()),
        ("I am Price, thanks", "Will Price", {"Price"}),
        ("a", "a", set()),
    ],
)
def test_a_name_and_its_parts(text: str, name: str, found: set[str]) -> None:
    view = folded(text)
    assert {text[slice(*view.span(*place))] for place in of_name(text, view, name)} == found
