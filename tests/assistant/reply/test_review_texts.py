"""What a reviewer is told."""

import pytest

from assistant.reply import review_texts
from assistant.reply.prompt import leaks


def test_the_rules_are_those_that_the_record_names() -> None:
    assert list(review_texts.RULES) == ["offer", "promise", "claim", "secret", "contact", "differs", "tone"]


@pytest.mark.parametrize("text", [review_texts.SYSTEM, review_texts.TWO_TEXTS, *review_texts.RULES.values()])
def test_none_of_it_may_be_repeated_to_a_customer(text: str) -> None:
    assert leaks(text.casefold())
