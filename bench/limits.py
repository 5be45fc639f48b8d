"""The quotas that a new account has in us-east-1, as far as AWS or its customers have published them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assistant.doctor.demands import INPUT_TOKENS
from assistant.request.reply_length import MAX_TOKENS
from bench.plan import Quota


@dataclass(frozen=True)
class Limit:
    """A default: its service and name in Service Quotas, its value in its own unit, and where that is from.

    `quota` is the same in calls; `functions` are no calls: so many run at once.
    """

    service: str
    name: str
    value: float
    unit: str
    quota: Quota
    source: str

    @property
    def amount(self) -> float:
        """The quota as one figure: so many a second, or where that has no limit, so many at once."""
        return self.quota.burst if self.at_once else self.quota.per_second

    @property
    def at_once(self) -> bool:
        """Whether it limits how many there are at once, however many come in a second."""
        return math.isinf(self.quota.per_second)


TOKENS_A_MINUTE: Final = 5_000_000
TOKENS_A_CALL: Final = INPUT_TOKENS + MAX_TOKENS
"""What a call sets aside when it begins: the prompt, and the most that the answer may take."""

_LISTED: Final = "listings of Service Quotas that accounts have published"
_POLLY: Final = "Amazon Polly developer guide, Quotas"
_STATES: Final = "AWS Step Functions developer guide, Service quotas"

LIMITS: Final[Mapping[str, Limit]] = {
    "polly": Limit(
        "polly", "SynthesizeSpeech, neural voices", 8, "calls a second, 10 at once", Quota(8, 10), _POLLY
    ),
    # One published listing says 40; the lower figure is taken.
    "comprehend.DetectDominantLanguage": Limit(
        "comprehend",
        "DetectDominantLanguage throttle limit in transactions per second",
        20,
        "calls a second",
        Quota(20, 20),
        _LISTED,
    ),
    "comprehend.DetectSentiment": Limit(
        "comprehend",
        "DetectSentiment throttle limit in transactions per second",
        20,
        "calls a second",
        Quota(20, 20),
        _LISTED,
    ),
    "comprehend.DetectEntities": Limit(
        "comprehend",
        "DetectEntities throttle limit in transactions per second",
        20,
        "calls a second",
        Quota(20, 20),
        _LISTED,
    ),
    "bedrock": Limit(
        "bedrock",
        "Global cross-region model inference tokens per minute for the model",
        TOKENS_A_MINUTE,
        "tokens a minute",
        Quota(TOKENS_A_MINUTE / 60 / TOKENS_A_CALL, TOKENS_A_MINUTE / TOKENS_A_CALL),
        f"{_LISTED}, for Claude Haiku 4.5; not verified for 5.5",
    ),
    "functions": Limit(
        "lambda",
        "Concurrent executions",
        1_000,
        "at a time",
        Quota(float("inf"), 1_000),
        "AWS Lambda developer guide, Quotas; new accounts can have less",
    ),
    "starts": Limit(
        "states",
        "StartExecution throttle token refill rate per second",
        300,
        "a second, 1,300 at once",
        Quota(300, 1_300),
        f"{_STATES}; 150 and 800 outside us-east-1, us-west-2, eu-west-1",
    ),
    "transitions": Limit(
        "states",
        "StateTransition throttle token refill rate per second",
        5_000,
        "a second",
        Quota(5_000, 5_000),
        f"{_STATES}; 800 outside us-east-1, us-west-2, eu-west-1",
    ),
}
"""By the keys of the simulation. Translate documents none any more: it scales with the traffic, AWS says."""
