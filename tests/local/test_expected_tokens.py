"""Tokens: as the stand-ins count what is sent, and by hand what comes back."""

from collections.abc import Callable
from typing import Any

import pytest

from local.expected_tokens import of_reading, of_reply, reading_order, reply_order
from local.message_profile import MessageProfile
from local.standins import bedrock
from support.domain import prompt, reading_prompt
from support_stack.config import Environment
from tests.local.costing import HAIKU, NOVA, TOKENS_IN, TOKENS_OUT, environment

PROFILE = MessageProfile(length=910, reply_length=910)
"""910 characters are 910 bytes in English, 950 in French, 2,730 in Japanese."""


def _sent(question: prompt.Question) -> int:
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
    # The message is read in French.
    question = prompt.question(reply_order(code, environment(), "x" * 950))
    assert of_reply(code, environment(), PROFILE)[TOKENS_IN] == _sent(question)


@pytest.mark.parametrize(("code", "size"), [("fr", 950), ("en", 910), ("ja", 2730)])
def test_economy_asks_with_the_prompt_that_is_sent(code: str, size: int) -> None:
    question = reading_prompt.question(reading_order(environment(), "x" * size))
    assert of_reading(code, environment(), PROFILE)[TOKENS_IN] == _sent(question)


@pytest.mark.parametrize(
    ("code", "tokens"),
    [
        # {"text": ""} is 12 bytes, {"text": "", "pivot_text": ""} 30
        ("fr", 321),  # (12 + 950) / 3 = 320.7
        ("en", 630),  # (30 + 910 + 950) / 3 = 630
        ("ja", 1237),  # (30 + 2,730 + 950) / 3 = 1,236.7
    ],
)
def test_the_reply_comes_in_both_languages(code: str, tokens: int) -> None:
    assert of_reply(code, environment(), PROFILE)[TOKENS_OUT] == tokens


@pytest.mark.parametrize(
    ("code", "tokens"),
    [
        # What is read takes 307 bytes; then the translation, and the reply as above.
        ("fr", 423),  # (307 + 962) / 3 = 423
        ("en", 1049),  # (307 + 950 + 1,890) / 3 = 1,049
        ("ja", 1656),  # (307 + 950 + 3,710) / 3 = 1,655.7
    ],
)
def test_economy_hands_in_what_it_read_its_translation_and_the_reply(code: str, tokens: int) -> None:
    assert of_reading(code, environment(profile="economy"), PROFILE)[TOKENS_OUT] == tokens


def test_a_reply_in_the_teams_language_is_written_once() -> None:
    teams = environment(reply_language="pivot")
    assert of_reply("ja", teams, PROFILE)[TOKENS_OUT] == 321
    # (307 + 950 + 962) / 3 = 739.7
    assert of_reading("ja", teams, PROFILE)[TOKENS_OUT] == 740


@pytest.mark.parametrize("count", [of_reply, of_reading])
def test_the_first_model_serves(
    count: Callable[[str, Environment, MessageProfile], dict[str, float]],
) -> None:
    used = count("en", environment(), PROFILE)
    assert set(used) == {"bedrock_calls", TOKENS_IN, TOKENS_OUT}
    assert used["bedrock_calls"] == 1
    assert NOVA in environment().reply.models
