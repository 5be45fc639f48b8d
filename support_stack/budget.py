"""Whether what the API lets in during a day fits into the day's budget; told at synthesis."""

from itertools import product
from math import ceil
from typing import Final

from assistant.aws import comprehend
from assistant.cost import usage
from assistant.cost.prices import PRICES, cost_usd
from assistant.intake.request_schema import SCHEMA
from assistant.reply import review
from assistant.reply.drafting import DRAFTS
from assistant.request.reply_length import MAX_TOKENS
from assistant.translation.protection import MOST_SENT

from .config import Environment

_LONGEST: Final[int] = SCHEMA["properties"]["message"]["maxLength"]
_SPOKEN: Final = 3_000
"""Characters of the longest reply: 180 words and its ending, in no language more."""

_READ: Final = 20_000
"""Tokens that a call of a model reads at most: the longest message, its translation and the prompt."""

_COMPREHEND_CALLS: Final = 4
"""Language, sentiment, entities and personal data."""


def dearest_usd(environment: Environment) -> float | None:
    """Return what a message may cost in AI services at most, in USD; None where a price is not known.

    The longest message, all of it protected in translation, every draft written and reviewed by the dearest
    of the models. In `economy` nothing that the model reads is believed: the services are asked as well.
    Where the environment leaves its Region to the command line, the first prices of the table are taken.
    """
    region = environment.region or next(iter(PRICES))
    costs = [
        cost_usd(_most(environment, writer, reviewer), region)
        for writer, reviewer in product(environment.reply.models, environment.reply.reviewers)
    ]
    known = [cost for cost in costs if cost is not None]
    return max(known) if len(known) == len(costs) else None


def warning(environment: Environment) -> str | None:
    """Return what is wrong with a day's budget, as one line with what to change, or None."""
    dearest, budget = dearest_usd(environment), environment.budget
    file = f"environments/{environment.name}.toml"
    if dearest is None:
        unknown = f"some prices of {environment.region} are not in lambda_src/assistant/cost/prices.py"
        return f"{file}: stop under [budget] cannot work: {unknown}; add them" if budget.stop else None
    messages = environment.api.requests_per_day
    if messages * dearest <= budget.daily_usd:
        return None
    day = (
        f"{file}: requests_per_day = {messages:,} of the dearest message (${dearest:.2f}) are "
        f"${messages * dearest:,.0f} a day"
    )
    within = int(budget.daily_usd / dearest)
    if budget.stop:
        return f"{day}: intake closes at daily_usd = {budget.daily_usd:g}, which is {within:,} of them"
    return (
        f"{day}, and nothing stops them at daily_usd = {budget.daily_usd:g}: "
        f"set stop = true under [budget], or requests_per_day to {within:,} at most"
    )


def _most(environment: Environment, writer: str, reviewer: str) -> usage.Counters:
    """Return the most that a message uses of AI services, by counter."""
    reads = DRAFTS + (environment.profile == "economy")
    used = usage.total(
        {
            "translate_characters": ceil(_LONGEST * MOST_SENT),
            "comprehend_units": _COMPREHEND_CALLS * comprehend.units("x" * _LONGEST),
        },
        {
            f"bedrock_input_tokens:{writer}": reads * _READ,
            f"bedrock_output_tokens:{writer}": reads * MAX_TOKENS,
        },
        {
            f"bedrock_input_tokens:{reviewer}": DRAFTS * _READ,
            f"bedrock_output_tokens:{reviewer}": DRAFTS * review.MAX_TOKENS,
        },
    )
    if environment.voice.speech != "off":
        used[f"polly_characters:{environment.voice.engine}"] = _SPOKEN
    return used
