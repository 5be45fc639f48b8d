"""Readings of a text that know their places in it."""

import pytest
from hypothesis import given, strategies as st

from assistant.text.views import compact, folded, is_unspaced, shape
from tests.assistant.properties import thoroughly


@pytest.mark.parametrize(
    ("text", "shaped", "fold", "figures"),
    [
        ("٠٥٥\u200f ５a", "055 5a", "055 5a", "0555a"),
        ("Groß \t\n Ł", "Groß Ł", "gross l", "grossl"),
        ("İ’e\u0301–", "İ’é-", "i'e-", "ie"),
        ("が가", "が가", "が가", "が가"),
        ("\u1100\u1161\u11a8", "각", "각", "각"),
    ],
)
def test_readings(text: str, shaped: str, fold: str, figures: str) -> None:
    assert (shape(text).text, folded(text).text, compact(text).text) == (shaped, fold, figures)


def test_places_lead_back() -> None:
    text = "a\u200bGroß"
    view = folded(text)
    assert text[slice(*view.span(view.text.index("g"), len(view.text)))] == "Groß"


def test_scripts_without_bounds() -> None:
    assert all(map(is_unspaced, "王かカ김ไ"))
    assert not any(map(is_unspaced, "aЖعअ"))


@thoroughly
@given(st.text())
def test_every_place_is_in_the_text(text: str) -> None:
    for view in (shape(text), folded(text), compact(text)):
        assert len(view.text) == len(view.starts) == len(view.ends)
        assert list(view.starts) == sorted(view.starts)
        assert all(0 <= start < end <= len(text) for start, end in zip(view.starts, view.ends, strict=True))
