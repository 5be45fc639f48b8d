"""An environment to price: every setting that its cost depends on stands here."""

from dataclasses import replace
from typing import Any

from assistant.request.categories import Category
from assistant.request.priority import Priority
from support_stack import config
from support_stack.config import Environment, Reply, Subscriber, Voice
from support_stack.config.environment import Watch

HAIKU = "global.anthropic.claude-haiku-5-5"
NOVA = "amazon.nova-lite-v1:0"
TOKENS_IN = f"bedrock_input_tokens:{HAIKU}"
TOKENS_OUT = f"bedrock_output_tokens:{HAIKU}"
REVIEWED_IN = f"bedrock_input_tokens:{NOVA}"
REVIEWED_OUT = f"bedrock_output_tokens:{NOVA}"
NEURAL = "polly_characters:neural"

TEAM = (
    Subscriber(email="urgent@example.com", kinds=("alert", "failure")),
    Subscriber(email="team@example.com", kinds=("answer", "failure")),
    Subscriber(
        email="accounts@example.com",
        kinds=("answer",),
        categories=(Category.REFUND, Category.BILLING),
        priorities=(Priority.HIGH, Priority.MEDIUM),
    ),
)

_PROD = config.load("prod")


def reply(*models: str, reviewer: str = NOVA) -> Reply:
    """Return how replies are written: by these models, without gestures."""
    return Reply(models=models, reviewers=(reviewer,))


def environment(*, speech: Any = "always", engine: Any = "neural", **changes: Any) -> Environment:
    """Return an environment of a French team; quality, always spoken, unless the test says otherwise."""
    settings: dict[str, Any] = {
        "profile": "quality",
        "pivot_language": "fr",
        "reply_language": "customer",
        "personal_data": "notifications",
        "region": None,
        "reply": reply(HAIKU, NOVA),
        "voice": Voice(engine=engine, speech=speech),
        "subscribers": TEAM,
        "watch": Watch(),
    }
    return replace(_PROD, **(settings | changes))
