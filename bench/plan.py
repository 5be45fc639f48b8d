"""What a simulation is told: quotas, retry policies, steps, the plan that holds them, and arrivals."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bench.latencies import Latency


@dataclass(frozen=True)
class Quota:
    """So many a second, and so many at once."""

    per_second: float
    burst: float


class Bucket:
    """A token bucket, full at the beginning; it holds at least one token."""

    def __init__(self, quota: Quota) -> None:
        self._rate = quota.per_second
        self._most = max(1.0, quota.burst)
        self._tokens = self._most
        self._filled_at = 0.0

    def take(self, now: float) -> bool:
        """Take a token if there is one."""
        self._fill(now)
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def wait(self, now: float) -> float:
        """Take a token that there may not be yet, and return the seconds until there is."""
        self._fill(now)
        self._tokens -= 1
        return max(0.0, -self._tokens / self._rate)

    def _fill(self, now: float) -> None:
        self._tokens = min(self._most, self._tokens + (now - self._filled_at) * self._rate)
        self._filled_at = now


@dataclass(frozen=True)
class Retry:
    """A retry policy of the workflow: the delay doubles up to the most, and is drawn from 0 to that."""

    first_seconds: float
    most_seconds: float
    attempts: int

    def delay(self, count: int, numbers: random.Random) -> float:
        """Draw the seconds before the retry that follows `count` others."""
        # 2 to the power of 64 and more would still be a float, and is never the smaller one.
        return numbers.uniform(0, min(self.first_seconds * 2.0 ** min(count, 64), self.most_seconds))


BUSY: Final = Retry(2, 30, 64)
THROTTLED_FUNCTION: Final = Retry(1, 30, 6)
"""The policies of support_stack/step.py: for a busy service, and for a function that may not run."""


@dataclass(frozen=True)
class Step:
    """A state with a function: rounds of calls, side by side within a round, by the keys of the latencies.

    A `shortcut` is a call that is made once in a request; answered, it replaces the rounds of every step
    that names it, but not those that follow `always`.
    """

    name: str
    rounds: tuple[tuple[str, ...], ...] = ()
    shortcut: str = ""
    always: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Plan:
    """What is simulated. A quota's key is that of a call or of its service; what has none is unlimited.

    `own_seconds` is what a function takes besides its calls, `functions` how many may run at once. A share
    of the customers listens: they open the audio link `opens_after_seconds` after the answer, on average, and
    while the service is busy come back every `repeat_seconds`, `repeats` times.
    """

    steps: tuple[Step, ...]
    latencies: Mapping[str, Latency]
    quotas: Mapping[str, Quota] = field(default_factory=dict)
    own_seconds: float = 0.1
    functions: float = float("inf")
    starts: Quota | None = None
    transitions: Quota | None = None
    busy: Retry = BUSY
    listeners: float = 0.0
    opens_after_seconds: float = 60.0
    repeat_seconds: float = 5.0
    repeats: int = 24


def poisson(per_second: float, seconds: float, seed: int) -> list[float]:
    """Return the moments of random arrivals."""
    numbers, moments, now = random.Random(seed), [], 0.0  # noqa: S311 - repeatable on purpose
    while (now := now + numbers.expovariate(per_second)) < seconds:
        moments.append(now)
    return moments
