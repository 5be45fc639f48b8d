"""Tokens: as the stand-ins count what is sent, and by hand what comes back."""

from collections.abc import Callable
from typing import Any

import pytest

from assistant.analysis import reading_prompt
from assistant.aws.bedrock import Question
from assistant.reply import prompt, review
from local.commands.cost.profile import MessageProfile
from local.commands.cost.tokens import of_reading, of_reply, of_review, reading_order, reply_order
from local.standins.bedrock import converse as bedrock
from support_stack.config import Environment
from tests.local.commands.cost.costing import (
    HAIKU,
    NOVA,
    REVIEWED_IN,
    REVIEWED_OUT,
    TOKENS_IN,
    TOKENS_OUT,
    environment,
)

PROFILE = MessageProfile(length=910, reply_length=910)
"""910 characters are 910 bytes in English, 950 in French, 2,730 in Japanese."""


def _sent(question: Question) -> int:
    """Return the tokens that the stand-in counts for a call."""
    params: dict[str, Any] = {
        "modelId": HAIKU,
        "system": [{"text": question.system}],
        "messages": [{"role": "user", "content": [{"text": question.user}]}],
        "inferenceConfig": {"maxTokens": question.max_tokens},
        "toolConfig": {
            "tools": [{"toolSpec": question.tool}],
            "toolChoice": {"tool": {"name": question.tool["name"]}},
        },
        "additionalModelRequestFields": {"thinking": {"type": "disabled"}},
    }
    return int(bedrock.converse(params, "normal")["usage"]["inputTokens"])


@pytest.mark.parametrize("code", ["fr", "en", "ja"])
def test_the_reply_is_asked_for_with_the_prompt_that_is_sent(code: str) -> None:
    question = prompt.question(reply_order(code, environment(), PROFILE))
    assert of_reply(code, environment(), PROFILE)[TOKENS_IN] == _sent(question)


@pytest.mark.parametrize(("code", "size"), [("fr", 950), ("en", 910), ("ja", 2730)])
def test_economy_asks_with_the_prompt_that_is_sent(code: str, size: int) -> None:
    question = reading_prompt.question(reading_order(environment(), "x" * size))
    assert of_reading(code, environment(), PROFILE)[TOKENS_IN] == _sent(question)


@pytest.mark.parametrize(
    ("code", "tokens"),
    [
        # The fields without texts are 72 bytes in one language, 90 in two.
        ("fr", 341),  # (72 + 950) / 3 = 340.7
        ("en", 650),  # (90 + 910 + 950) / 3 = 650
        ("ja", 1257),  # (90 + 2,730 + 950) / 3 = 1,256.7
    ],
)
def test_the_reply_comes_in_both_languages(code: str, tokens: int) -> None:
    assert of_reply(code, environment(), PROFILE)[TOKENS_OUT] == tokens


@pytest.mark.parametrize(
    ("code", "tokens"),
    [
        # What is read takes 283 bytes; then the translation, and the reply as above.
        ("fr", 435),  # (283 + 1,022) / 3 = 435
        ("en", 1061),  # (283 + 950 + 1,950) / 3 = 1,061
        ("ja", 1668),  # (283 + 950 + 3,770) / 3 = 1,667.7
    ],
)
def test_economy_hands_in_what_it_read_its_translation_and_the_reply(code: str, tokens: int) -> None:
    assert of_reading(code, environment(profile="economy"), PROFILE)[TOKENS_OUT] == tokens


def test_a_reply_in_the_teams_language_is_written_once() -> None:
    teams = environment(reply_language="pivot")
    assert of_reply("ja", teams, PROFILE)[TOKENS_OUT] == 341
    # (283 + 950 + 1,022) / 3 = 751.7
    assert of_reading("ja", teams, PROFILE)[TOKENS_OUT] == 752


@pytest.mark.parametrize("count", [of_reply, of_reading])
def test_the_first_model_serves(
    count: Callable[[str, Environment, MessageProfile], dict[str, float]],
) -> None:
    used = count("en", environment(), PROFILE)
    assert set(used) == {"bedrock_calls", TOKENS_IN, TOKENS_OUT}
    assert used["bedrock_calls"] == 1
    assert NOVA in environment().reply.models


@pytest.mark.parametrize("code", ["fr", "en", "ja"])
def test_the_review_is_asked_for_with_the_prompt_that_is_sent(code: str) -> None:
    order = reply_order(code, environment(), PROFILE)
    text = "x" * {"fr": 950, "en": 910, "ja": 2730}[code]
    question = review.question(review.ReviewOrder(order, text, "x" * 950, (), ["p1"]))
    assert of_review(code, environment(), PROFILE) == {
        "bedrock_calls": 1,
        REVIEWED_IN: _sent(question),
        REVIEWED_OUT: 6,
    }
