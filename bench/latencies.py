"""How long the AI services take to answer, and the stand-ins' settings for that.

AWS publishes no latencies: medians and 95th percentiles are assumptions, explained beside each.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from local.standins.bedrock.review import TOOL

_Z95: Final = 1.6449
"""Standard deviations between the median and the 95th percentile of a normal distribution."""


@dataclass(frozen=True)
class Latency:
    """A log-normal distribution of seconds, by its median and its 95th percentile."""

    median_seconds: float
    p95_seconds: float

    @property
    def sigma(self) -> float:
        """The standard deviation of the underlying normal distribution."""
        return math.log(self.p95_seconds / self.median_seconds) / _Z95


_SHORT_TEXT: Final = Latency(0.1, 0.2)
"""One short text, a small model; slow answers take twice as long."""

QUALITY: Final[Mapping[str, Latency]] = {
    "comprehend.DetectDominantLanguage": _SHORT_TEXT,
    # Some 300 characters; slow answers take twice as long.
    "translate": Latency(0.15, 0.3),
    "comprehend.DetectSentiment": _SHORT_TEXT,
    "comprehend.DetectEntities": _SHORT_TEXT,
    # Some 1,500 tokens read by a small model, a few written; slow where it finds something. It stands before
    # "bedrock": of several faults on one operation the first that concerns a call counts.
    "bedrock#review": Latency(0.6, 1.1),
    # Some 100 tokens embedded; as for the other short texts.
    "bedrock.InvokeModel": _SHORT_TEXT,
    # "As low as 100 ms" for an index that is asked often, by AWS's announcement.
    "s3vectors": Latency(0.1, 0.25),
    # Some 450 tokens written by a small model; a slow answer is a long one or a busy Region.
    "bedrock": Latency(2.0, 3.5),
    # Some 650 characters in a neural voice, read to the end.
    "polly": Latency(0.8, 1.4),
    "comprehend.DetectPiiEntities": _SHORT_TEXT,
}
"""By the keys of the stand-ins' faults."""

# One call translates, analyses and writes both replies: half as many tokens again.
ECONOMY: Final[Mapping[str, Latency]] = {**QUALITY, "bedrock": Latency(3.0, 5.2)}


def at_medians(latencies: Mapping[str, Latency]) -> dict[str, dict[str, float | str]]:
    """Return settings under which every call takes the median."""
    return {
        key: {"latency_seconds": latency.median_seconds, **_only(key)} for key, latency in latencies.items()
    }


def drawn(latencies: Mapping[str, Latency]) -> dict[str, dict[str, float | str]]:
    """Return settings under which each call's latency is drawn, from the same seeds in every run."""
    settings = at_medians(latencies)
    for seed, (key, latency) in enumerate(latencies.items(), start=1):
        settings[key] |= {"latency_sigma": latency.sigma, "seed": seed}
    return settings


def _only(key: str) -> dict[str, str]:
    """Return what limits a key with a label to its calls: reviews are recognized by their tool."""
    return {"containing": TOOL} if key.endswith("#review") else {}
