"""Why a retry waits 30 s at most: `python -m bench.retry_delays` drains a burst with that and with others.

Simulated: the burst of `bench.burst` under its quotas (docs/decisions/0011).
"""

import statistics
from dataclasses import dataclass
from typing import Final

from rich import box
from rich.table import Table

from bench.burst import AT_ONCE, RATES, REQUESTS
from bench.latencies import LATENCIES, fixed
from bench.plan import Plan, Quota, Retry
from bench.simulation import simulate
from bench.workflow import QUALITY
from local.commands.console import out

MOST_SECONDS: Final = (10, 20, 30, 60)
SEEDS: Final = 50
_POST_SECONDS: Final = 1.0
"""Assumed: what a POST takes while twenty callers are at it; the next one follows then."""

_STANDIN: Final = fixed(0.03)
"""The stand-ins answer at once in that burst: their own work is all that a call takes."""


@dataclass(frozen=True)
class Delays:
    """What a longest delay leads to: the seconds until the last answer, and retries per request."""

    most_seconds: float
    drained: tuple[float, float, float]
    retries: float


def measure(most_seconds: float, seeds: int = SEEDS) -> Delays:
    """Simulate the burst; `drained` holds its 10th percentile, median and 90th."""
    plan = Plan(
        steps=QUALITY,
        latencies=dict.fromkeys(LATENCIES, _STANDIN),
        quotas={service: Quota(rate, max(1.0, rate)) for service, rate in RATES.items()},
        busy=Retry(2, most_seconds, 64),
    )
    arrivals = [number // AT_ONCE * _POST_SECONDS for number in range(REQUESTS)]
    drained, retries = [], []
    for seed in range(seeds):
        journeys = simulate(plan, arrivals, seed).journeys
        drained.append(max(journey.done for journey in journeys if journey.done is not None))
        retries.append(statistics.mean(journey.retries for journey in journeys))
    low, *_, high = statistics.quantiles(drained, n=10)
    return Delays(most_seconds, (low, statistics.median(drained), high), statistics.mean(retries))


def main() -> None:
    """Print the table."""
    table = Table(
        "longest delay, s", "drained after, s", "10% to 90%", "retries a request", box=box.SIMPLE_HEAD
    )
    for delays in map(measure, MOST_SECONDS):
        low, middle, high = delays.drained
        table.add_row(
            f"{delays.most_seconds:g}", f"{middle:.0f}", f"{low:.0f} to {high:.0f}", f"{delays.retries:.1f}"
        )
    out.print(table)


if __name__ == "__main__":
    main()
