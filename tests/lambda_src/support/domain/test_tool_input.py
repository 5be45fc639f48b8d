"""The parts of what a model hands in."""

from typing import Any

import pytest

from support.domain.tool_input import share_of, text_of


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ({"text": "  Bonjour \n"}, "Bonjour"),
        ({"text": None}, ""),
        ({"text": ["Bonjour"]}, ""),
        ({"reply": "Bonjour"}, ""),
        (["Bonjour"], ""),
        ("Bonjour", ""),
        (None, ""),
    ],
)
def test_a_draft_that_is_no_text_counts_as_empty(draft: Any, text: str) -> None:
    assert text_of(draft, "text") == text


@pytest.mark.parametrize(
    ("value", "share"),
    [
        (0, 0.0),
        (1, 1.0),
        (0.7, 0.7),
        (0.70000001, 0.7),
        (-0.001, None),
        (1.001, None),
        (True, None),
        ("0.7", None),
        (None, None),
        ([0.7], None),
        (float("nan"), None),
        (float("inf"), None),
    ],
)
def test_a_share_is_a_number_from_0_to_1(value: Any, share: float | None) -> None:
    assert share_of(value) == share
