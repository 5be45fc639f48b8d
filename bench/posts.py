"""Many callers at once: the POST itself, with services that answer at once, and one that says no.

The stand-in's speech would take most of the processors that the callers are measured on.
"""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from bench.burst import drain, warm_up
from bench.figures import Figure, p95, spread
from local.commands.client import ApiProblemError, SupportApi
from local.commands.samples import load
from local.environment.deployment import Deployment
from local.standins.client import StandinClient

POSTS: Final = 200
AT_ONCE: Final = 20
P95_GOAL: Final = 5.0
"""Times the median."""


def measure(deployment: Deployment) -> list[Figure]:
    """Return how many POSTs failed on our side, and how far the slow ones lie from the median."""
    bodies = [sample.body() for sample in load()]
    ids: list[str] = []
    # The emulator, the functions and the stand-ins share this machine with the callers: be patient.
    api = SupportApi(deployment.api_url, deployment.api_key, deployment.ca_bundle, timeout=120)

    def post(number: int) -> tuple[float, int]:
        started = time.monotonic()
        try:
            ids.append(api.submit(bodies[number % len(bodies)])["request_id"])
            status = 202
        except ApiProblemError as problem:
            status = problem.status
        return time.monotonic() - started, status

    with api, StandinClient(deployment.ai_url) as standins:
        standins.set_faults({"polly": {"error": "denied"}})
        try:
            warm_up(deployment)
            with ThreadPoolExecutor(AT_ONCE) as callers:
                results = list(callers.map(post, range(POSTS)))
            drain(deployment, ids)
        finally:
            standins.clear_faults()
    seconds = [taken for taken, _ in results]
    failed = sum(status >= 500 for _, status in results)
    return [
        Figure(f"{POSTS} POSTs, {AT_ONCE} at once: answers 5xx", failed, 0, f"{POSTS} posts"),
        Figure("POST: p95 / median", p95(seconds) / statistics.median(seconds), P95_GOAL, spread(seconds)),
    ]
