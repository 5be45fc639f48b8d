"""The table of latencies."""

import random
import statistics

import pytest

from bench.latencies import ECONOMY, LATENCIES, Latency, fixed
from bench.own_time import LATENCIES as MEDIANS
from local.standins.faults.settings import KEYS


def test_the_medians_are_those_of_our_own_time_by_the_keys_of_the_stand_ins() -> None:
    assert {key: latency.median_seconds for key, latency in LATENCIES.items()} == MEDIANS
    assert {key.partition("#")[0] for key in LATENCIES} <= set(KEYS)


@pytest.mark.parametrize("latency", [*LATENCIES.values(), ECONOMY])
def test_drawn_latencies_have_median_percentile_and_mean(latency: Latency) -> None:
    numbers = random.Random(1)  # noqa: S311
    drawn = [latency.sample(numbers) for _ in range(20_000)]
    cuts = statistics.quantiles(drawn, n=20)
    assert cuts[9] == pytest.approx(latency.median_seconds, rel=0.03)
    assert cuts[18] == pytest.approx(latency.p95_seconds, rel=0.03)
    assert statistics.mean(drawn) == pytest.approx(latency.mean_seconds, rel=0.03)
    assert latency.note


def test_a_fixed_latency_never_varies() -> None:
    assert fixed(0.8).sigma == 0
    numbers = random.Random(1)  # noqa: S311
    assert fixed(0.8).sample(numbers) == fixed(0.8).mean_seconds == 0.8
