"""The parts of what a model hands in."""

from typing import Any

import pytest

from assistant.reply.tool_input import MOST_PERSONAL, category_of, drafted, personal_of, share_of, text_of


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


@pytest.mark.parametrize("named", ["Delivery", "shipping", "", None, ["delivery"], 7])
def test_a_category_of_its_own_is_none(named: Any) -> None:
    assert category_of({"category": named}) is None
    assert category_of({"category": "delivery"}) == "delivery"


@pytest.mark.parametrize(
    ("listed", "believed"),
    [
        (["Anna Berg", "Gasse 3"], ["Anna Berg", "Gasse 3"]),
        (["Anna Berg", "Anna Berg", " Anna Berg "], ["Anna Berg"]),
        (["anna berg", "Bob", "A", "", None, 7, ["Anna"]], []),
        ("Anna Berg", []),
        ({"Anna Berg": 1}, []),
        (None, []),
        (["Anna Berg " * 20], []),
    ],
)
def test_personal_data_that_a_model_lists_really_stand_in_the_message(
    listed: Any, believed: list[str]
) -> None:
    message = "Ich bin Anna Berg, Gasse 3. " + "Anna Berg " * 20
    assert personal_of({"personal": listed}, message) == believed


def test_a_list_of_everything_is_cut() -> None:
    words = [f"name{number}" for number in range(500)]
    assert personal_of({"personal": words}, " ".join(words)) == words[:MOST_PERSONAL]


def test_a_list_of_most_of_a_message_is_none() -> None:
    message = "Meine Lampe ist kaputt, und ich warte. " * 10
    pieces = [message[start : start + 90] for start in range(0, len(message) - 90, 90)]
    assert personal_of({"personal": [piece.strip() for piece in pieces]}, message) == []
    assert personal_of({"personal": ["Anna Berg", "Gasse 3"]}, "Anna Berg, Gasse 3") == [
        "Anna Berg",
        "Gasse 3",
    ]


def test_a_draft_is_what_is_left_of_any_json() -> None:
    empty = {"text": "", "language": "de", "pivot_text": "", "gesture": "", "personal": []}
    assert drafted(["x"], "de", "m", "a.model", "v") == {**empty, "model": "a.model", "prompt_version": "v"}
    whole = {"text": " A\x00b ", "pivot_text": "C", "gesture": "x", "category": "refund", "personal": ["m"]}
    assert drafted(whole, "de", "mm m", "a.model", "v")["text"] == "Ab"
    assert drafted(whole, "de", "mm m", "a.model", "v")["category"] == "refund"
