"""The sentences that models are told."""

import hashlib

import pytest

from assistant.reply import prompt_texts, review_texts
from assistant.reply.prompt import leaks
from assistant.request.priority import Sentiment


def test_every_sentiment_that_somebody_can_name_has_a_tone() -> None:
    assert set(prompt_texts.TONES) == set(Sentiment) - {Sentiment.UNKNOWN}


@pytest.mark.parametrize(
    "text",
    [
        prompt_texts.READING_SYSTEM,
        prompt_texts.RULES,
        prompt_texts.PIVOT_LINE,
        prompt_texts.STRONG_TONE,
        prompt_texts.CHOOSE_GESTURE,
        prompt_texts.GESTURES_BY_PRIORITY,
        prompt_texts.CUSTOMERS_LANGUAGE,
    ],
)
def test_none_of_them_may_be_repeated(text: str) -> None:
    assert leaks(text.casefold())


def test_a_changed_sentence_has_a_new_version() -> None:
    """Each record names the version that its reply was written to: change it, then this table."""
    told = {
        prompt_texts.VERSION: "\n".join((*prompt_texts.TOLD, prompt_texts.NO_GESTURE, prompt_texts.UNLESS)),
        review_texts.VERSION: "\n".join((*review_texts.TOLD, review_texts.ONE_TEXT)),
    }
    assert {version: hashlib.sha256(text.encode()).hexdigest()[:16] for version, text in told.items()} == {
        "reply-3": "c9d2d1f358e2fe39",
        "review-1": "0f05098532e10915",
    }
