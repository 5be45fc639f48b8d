"""The categories."""

from assistant.request.categories import Category
from assistant.request.labels import IN


def test_ties_are_decided_in_this_order_and_general_is_what_is_left() -> None:
    assert [*Category] == ["delivery", "product", "refund", "account", "billing", "general"]


def test_every_team_has_a_word_for_each() -> None:
    for labels in IN.values():
        assert set(labels.categories) == set(Category)
