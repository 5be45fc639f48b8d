"""The categories."""

from assistant.request.categories import Category


def test_ties_are_decided_in_this_order_and_general_is_what_is_left() -> None:
    assert [*Category] == ["delivery", "product", "refund", "account", "billing", "general"]
