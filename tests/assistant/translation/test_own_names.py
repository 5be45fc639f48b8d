"""A person's own name in a text."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from assistant.translation import own_names
from tests.assistant.properties import thoroughly


def found(text: str, *names: str) -> list[str]:
    return [text[start:end] for start, end in own_names.spans(text, names)]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Best, Grace O'Neill", "Grace O'Neill", ["Grace O'Neill"]),
        ("This is Grace. O'Neill, Grace", "Grace O'Neill", ["Grace", "O'Neill", "Grace"]),
        ("Will you refund", "Will Smith", []),
        ("Hello,\nWill you refund?", "Will Smith", []),
        ("Der Stein im Ring fehlt", "Anna Stein", []),
        ("Will Smith asks: will you, Will, pay?", "Will Smith", ["Will Smith"]),
        ("Will it come?\nThanks\n\nWill", "Will Smith", ["Will"]),
        ("It broke.\nWill S. Smith.\nSent from my phone", "Will Smith", ["Smith"]),
        ("Will pays.\nThanks\nand\nregards", "Will Smith", []),
        ("Herr Stein wartet, Mrs. Stein auch", "Anna Stein", ["Stein", "Stein"]),
        ("Graceful and gracious, grace", "Grace O'Neill", []),
        ("佐藤花子です。", "佐藤花子", ["佐藤花子"]),
        ("أنا ليلى حداد", "ليلى حداد", ["ليلى حداد"]),
        ("Jo here, may I ask Will", "Jo Will", ["Will"]),
        ("you may", "may", ["may"]),
        ("a+b a.b", "A.b", []),
        ("Anything", "", []),
        ("Anything", " ", []),
    ],
)
def test_a_name_is_found_whole_and_by_its_parts_where_they_sign(
    text: str, name: str, expected: list[str]
) -> None:
    assert found(text, name) == expected


def test_several_names_do_not_overlap() -> None:
    assert found("Ana Maria Lopez", "Ana Maria", "Maria Lopez") == ["Ana Maria", "Lopez"]


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("I am Grace", "Je suis Grace", False),
        ("I am Grace", "Je suis Grâce", True),
        ("I am here", "Je suis là", False),
        ("Grace was asked of me", "On m'a demandé la grâce", False),
    ],
)
def test_a_name_that_is_there_has_to_stay(source: str, target: str, lost: bool) -> None:
    assert own_names.lost(source, target, ("Grace O'Neill",)) is lost


@given(st.text(), st.lists(st.text(), max_size=3))
@thoroughly
def test_places_are_in_order_and_hold_what_was_asked_for(text: str, names: list[str]) -> None:
    places = list(own_names.spans(text, names))
    assert places == sorted(places)
    assert all(end > start for start, end in places)
    assert all(one[1] <= two[0] for one, two in pairwise(places))
