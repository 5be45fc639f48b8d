"""How long the AI services take to answer: one table for the simulation and for the stand-ins.

AWS publishes no latencies. The medians are those that `bench.own_time` has always put into the stand-ins; how
far slow answers lie from them is an assumption, written beside each.
"""

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_Z95: Final = 1.6449
"""Standard deviations between the median and the 95th percentile of a normal distribution."""


@dataclass(frozen=True)
class Latency:
    """A lognormal distribution of seconds, by its median and its 95th percentile; `note` says whence."""

    median_seconds: float
    p95_seconds: float
    note: str

    @property
    def sigma(self) -> float:
        """The standard deviation of the underlying normal distribution; 0 for a fixed latency."""
        return math.log(self.p95_seconds / self.median_seconds) / _Z95

    @property
    def mean_seconds(self) -> float:
        """The mean, which slow answers draw above the median."""
        return self.median_seconds * math.exp(self.sigma**2 / 2)

    def sample(self, numbers: random.Random) -> float:
        """Draw the seconds of one call."""
        return self.median_seconds * math.exp(self.sigma * numbers.gauss(0, 1))


def fixed(seconds: float) -> Latency:
    """Return a latency that never varies."""
    return Latency(seconds, seconds, "fixed")


LATENCIES: Final[Mapping[str, Latency]] = {
    "comprehend.DetectDominantLanguage": Latency(
        0.1, 0.2, "Assumed: one short text, a small model; slow answers take twice as long."
    ),
    "translate": Latency(0.15, 0.3, "Assumed: some 300 characters; slow answers take twice as long."),
    "comprehend.DetectSentiment": Latency(
        0.1, 0.2, "Assumed: one short text, a small model; slow answers take twice as long."
    ),
    "comprehend.DetectEntities": Latency(
        0.1, 0.2, "Assumed: one short text, a small model; slow answers take twice as long."
    ),
    # Before "bedrock": of several faults on one operation the first that concerns a call counts.
    "bedrock#review": Latency(
        0.6,
        1.1,
        "Assumed: some 1,500 tokens read by a small model, a few written; slow where it finds something.",
    ),
    "bedrock": Latency(
        2.0, 3.5, "Assumed: some 450 tokens by a small model; a slow answer is a long one or a busy Region."
    ),
    "polly": Latency(0.8, 1.4, "Assumed: some 650 characters in a neural voice, read to the end."),
}
"""By the keys of the stand-ins' faults."""

READ: Final = "bedrock.Read"
ECONOMY: Final = Latency(
    3.0, 5.2, "Assumed: half as many tokens again as above: translation, analysis and both replies."
)
"""The one model call of the profile `economy`, which the simulation knows as `READ`."""
