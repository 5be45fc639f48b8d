"""Whether the simulation tells the truth where it can be checked: the local stack, at a small rate.

The same arrivals, latencies and quotas in both; our own time is measured in the same run, on single requests
without any load, and spread evenly over the functions.
"""

import statistics
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any, Final

from bench.burst import drain
from bench.faults import at_medians
from bench.figures import Figure
from bench.latencies import LATENCIES, Latency, fixed
from bench.own_time import CRITICAL_PATH
from bench.plan import Plan, Quota
from bench.simulation import simulate
from bench.steady import Answered
from bench.workflow import QUALITY
from local.commands.client import SupportApi
from local.environment.deployment import Deployment
from local.standins.client import StandinClient

GOAL: Final = 0.15

THROTTLED: Final[Mapping[str, tuple[int, Mapping[str, float]]]] = {
    "speech at 1.6 calls a second": (36, {"polly": 1.6}),
}
SETTINGS: Final[Mapping[str, tuple[int, Mapping[str, float]]]] = {"no quota is met": (12, {}), **THROTTLED}
"""How many requests are sent, and the stand-ins' calls a second."""

PER_SECOND: Final = 2.0
"""Arrivals, evenly spaced. At 36 of them chance moves the mean by some 4% from run to run."""

SEEDS: Final = 100
SINGLES: Final = 3
_AT_ONCE: Final = 6
_FUNCTIONS: Final = 5
"""What a request passes until it is answered: intake and four steps."""

_MESSAGE: Final = {
    "name": "Grace O'Neill",
    "email": "grace@example.com",
    "message": "Good morning, when will order 4471-B arrive? The tracking has shown nothing new for days.",
}
_FIXED: Final = {key: fixed(latency.median_seconds) for key, latency in LATENCIES.items()}


def of_steady_run(answers: Sequence[Answered], own: float) -> Figure:
    """Return the same for the steady run of `bench.steady`, whose latencies are drawn on both sides."""
    posted = [answer.posted_at for answer in answers]
    seconds = [_seconds(moment, answer.record) for moment, answer in zip(posted, answers, strict=True)]
    arrivals = [moment - min(posted) for moment in posted]
    name = "drawn latencies, no quota is met"
    return _figure(name, arrivals, seconds, {}, own / _FUNCTIONS, latencies=LATENCIES)


def agreement(
    deployment: Deployment,
    settings: Mapping[str, tuple[int, Mapping[str, float]]] = SETTINGS,
    own: float | None = None,
) -> list[Figure]:
    """Return by how much the simulated mean time to an answer is off the measured one; about 75 s.

    `own` is our own time if that was measured already, and the functions run.
    """
    figures = []
    with (
        SupportApi(deployment.api_url, deployment.api_key, deployment.ca_bundle) as api,
        StandinClient(deployment.ai_url) as standins,
    ):
        try:
            standins.set_faults(_faults({}))
            if own is None:
                _measured(deployment, api, [0.0] * _AT_ONCE)  # starts the functions' processes
                own = statistics.median(_single(api) for _ in range(SINGLES)) - CRITICAL_PATH
            for name, (requests, rates) in settings.items():
                standins.set_faults(_faults(rates))
                arrivals, seconds = _measured(deployment, api, [n / PER_SECOND for n in range(requests)])
                figures.append(_figure(name, arrivals, seconds, rates, own / _FUNCTIONS))
        finally:
            standins.clear_faults()
    return figures


def _figure(
    name: str,
    arrivals: Sequence[float],
    seconds: Sequence[float],
    rates: Mapping[str, float],
    own: float,
    *,
    latencies: Mapping[str, Latency] = _FIXED,
) -> Figure:
    measured = statistics.mean(seconds)
    means = simulated(arrivals, rates, own, latencies)
    mean = statistics.mean(means)
    return Figure(
        name=f"simulation off the local stack, {name}",
        value=abs(mean - measured) / measured,
        goal=GOAL,
        detail=f"mean {mean:.2f} s ± {statistics.stdev(means):.2f} simulated, {measured:.2f} s measured,"
        f" {len(seconds)} requests; own time {own * _FUNCTIONS:.2f} s",
    )


def simulated(
    arrivals: Sequence[float],
    rates: Mapping[str, float],
    own_seconds: float,
    latencies: Mapping[str, Latency] = _FIXED,
) -> list[float]:
    """Return the mean seconds from POST to answer, by seed, under the stand-ins' limits."""
    # The stand-ins let through what one second allows at once, and one call at least.
    quotas = {key: Quota(rate, max(1.0, rate)) for key, rate in rates.items()}
    plan = Plan(steps=QUALITY, latencies=latencies, quotas=quotas, own_seconds=own_seconds)
    means = []
    for seed in range(SEEDS):
        journeys = simulate(plan, arrivals, seed).journeys
        means.append(statistics.mean(each.done - each.arrived for each in journeys if each.done is not None))
    return means


def _faults(rates: Mapping[str, float]) -> dict[str, dict[str, Any]]:
    """Return the stand-ins' settings: a limit lies on the service, for all of its operations together."""
    faults: dict[str, dict[str, Any]] = {**at_medians(_FIXED)}
    for key, rate in rates.items():
        faults.setdefault(key, {})["rate_per_second"] = rate
    return faults


def _single(api: SupportApi) -> float:
    posted = time.time()
    return _seconds(posted, api.follow(api.submit(_MESSAGE)["status_url"]))


def _measured(
    deployment: Deployment, api: SupportApi, moments: Sequence[float]
) -> tuple[list[float], list[float]]:
    """Send requests at these moments; return when each was posted, and its seconds to the answer."""
    began = time.time()

    def post(moment: float) -> tuple[str, float]:
        time.sleep(max(0.0, began + moment - time.time()))
        posted = time.time()
        return api.submit(_MESSAGE)["request_id"], posted

    with ThreadPoolExecutor(_AT_ONCE) as callers:
        posted = dict(callers.map(post, moments))
    items = {item["pk"]: item for item in drain(deployment, list(posted))}
    seconds = [_seconds(moment, items[request_id]) for request_id, moment in posted.items()]
    return [moment - began for moment in posted.values()], seconds


def _seconds(posted: float, item: Mapping[str, Any]) -> float:
    if item["status"] != "completed" or item.get("degraded"):
        raise RuntimeError(f"a request was not fully answered: {item['status']}, {item.get('degraded')}")
    return datetime.fromisoformat(item["completed_at"]).timestamp() - posted
