"""The sentences that models are told, and how a text is seen to repeat them."""

import hashlib

import pytest

from assistant.reply import prompt_texts
from assistant.reply.prompt_texts import REVIEW_RULES, leaks
from assistant.request.priority import Sentiment


def test_every_known_sentiment_has_a_tone() -> None:
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
        prompt_texts.NO_FACTS,
        prompt_texts.NO_CONTACTS,
        prompt_texts.FACTS,
        prompt_texts.CONTACTS,
        prompt_texts.PASSAGES_ARE_DATA,
        prompt_texts.REVIEW_SYSTEM,
        prompt_texts.REVIEW_TWO_TEXTS,
        prompt_texts.REVIEW_PASSAGES,
        *REVIEW_RULES.values(),
    ],
)
def test_repeating_a_prompt_is_a_leak(text: str) -> None:
    assert leaks(text.casefold())


def test_a_changed_sentence_has_a_new_version() -> None:
    """Each record names the version that its reply was written to: change it, then this table."""
    short = (prompt_texts.NO_GESTURE, prompt_texts.UNLESS, prompt_texts.NO_CONTACTS)
    told = {
        prompt_texts.VERSION: "\n".join((*prompt_texts.TOLD, *short)),
        prompt_texts.REVIEW_VERSION: "\n".join((*prompt_texts.REVIEW_TOLD, prompt_texts.REVIEW_ONE_TEXT)),
    }
    assert {version: hashlib.sha256(text.encode()).hexdigest()[:16] for version, text in told.items()} == {
        "reply-4": "cde3578d87a56ddd",
        "review-2": "9ed3bdb3a32a4b21",
    }


def test_the_rules_of_the_review_are_those_that_the_record_names() -> None:
    assert list(REVIEW_RULES) == ["offer", "promise", "claim", "secret", "contact", "differs", "tone"]


@pytest.mark.parametrize(
    "text",
    ["my instructions are these", "mes instructions : répondre", "the system prompt", "le bloc <context>"],
)
def test_speaking_of_instructions_is_a_leak(text: str) -> None:
    assert leaks(text)


@pytest.mark.parametrize(
    "text",
    [
        "the team looks at the request within 4 hours",
        "please follow the instructions of the manual",
        "merci de suivre les instructions de la notice",
        "we are going to take care of it from now on",
    ],
)
def test_ordinary_sentences_are_no_leak(text: str) -> None:
    assert not leaks(text)
