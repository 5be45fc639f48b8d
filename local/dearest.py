"""The dearest message that the API takes, by profile: what one request can cost at most, in AI services."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from assistant.cost.prices import cost_usd
from assistant.language.languages import by_code
from assistant.reply.drafting import DRAFTS
from assistant.translation.protection import MOST_SENT
from local import expected_tokens as tokens
from local.cost import REGION
from local.expected_usage import ai_services
from local.message_profile import MAX_LENGTH, MAX_REPLY_LENGTH, MessageProfile
from support_stack import config

LONGEST: Final = MessageProfile(length=MAX_LENGTH, reply_length=MAX_REPLY_LENGTH, listens=1)


@dataclass(frozen=True)
class Dearest:
    """The language in which a message is dearest, and its cost in USD."""

    code: str
    usd: float


def dearest(environment: config.Environment) -> Dearest:
    """Return the dearest message: the longest, all of it protected, each draft written and reviewed.

    In `economy` none of what the model says is believed, so that the services are asked as well. Retries of
    services that fail are not counted: what failed is not billed.

    Raises:
        ValueError: a price is missing.
    """
    found = [Dearest(code, _usd(code, environment)) for code in by_code()]
    return max(found, key=lambda one: one.usd)


def _usd(code: str, environment: config.Environment) -> float:
    used = Counter(ai_services(code, replace(environment, profile="quality"), LONGEST))
    used["translate_characters"] = round(used["translate_characters"] * MOST_SENT)
    for _ in range(DRAFTS - 1):
        used.update(tokens.of_reply(code, environment, LONGEST))
        used.update(tokens.of_review(code, environment, LONGEST))
    if environment.profile == "economy":
        used.update(tokens.of_reading(code, environment, LONGEST))
    usd = cost_usd(used, environment.region or REGION)
    if usd is None:
        raise ValueError("a price is missing")
    return usd
