"""The sentences that models are told."""

import pytest

from support.domain import prompt_texts
from support.domain.priority import Sentiment
from support.domain.prompt import leaks


def test_every_sentiment_that_somebody_can_name_has_a_tone() -> None:
    assert set(prompt_texts.TONES) == set(Sentiment) - {Sentiment.UNKNOWN}


@pytest.mark.parametrize(
    "text",
    [
        prompt_texts.READING_SYSTEM,
        prompt_texts.RULES,
        prompt_texts.PIVOT_LINE,
        prompt_texts.STRONG_TONE,
        prompt_texts.NO_GESTURE,
        prompt_texts.THESE_GESTURES,
        prompt_texts.GESTURES_BY_PRIORITY,
        prompt_texts.CUSTOMERS_LANGUAGE,
    ],
)
def test_none_of_them_may_be_repeated(text: str) -> None:
    assert leaks(text.casefold())
