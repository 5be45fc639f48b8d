"""Our own time: what a request takes beyond the services that it waits for.

Compared with an empty chain of four Lambda tasks on the same emulator, in the same run. Both end when the
emulator says that their execution ended: whoever asks for the status all the time is served by the same two
cores, and slows down what is measured.
"""

import statistics
import time
from dataclasses import dataclass
from typing import Final

from bench.empty_chain import EmptyChain, end_of
from bench.faults import at_medians
from bench.figures import Figure, spread
from bench.latencies import fixed
from local.commands.client import SupportApi
from local.environment.deployment import Deployment
from local.standins.client import StandinClient

LATENCIES: Final = {
    "comprehend.DetectDominantLanguage": 0.1,
    "translate": 0.15,
    "comprehend.DetectSentiment": 0.1,
    "comprehend.DetectEntities": 0.1,
    "bedrock#review": 0.6,
    "bedrock": 2.0,
    "polly": 0.8,
}
CRITICAL_PATH: Final = 0.1 + max(0.15, 0.1) + 2.0 + 0.6 + 0.8
"""Seconds: detection, then translation beside analysis, then model, then its review, then speech."""

GOAL: Final = 1.35
ROUNDS: Final = 10
_UNWATCHED_SECONDS: Final = 0.6
"""How long after the critical path nobody looks."""

_MESSAGE: Final = {
    "name": "Grace O'Neill",
    "email": "grace@example.com",
    "message": "Good morning, when will order 4471-B arrive? The tracking has shown nothing new for days.",
}


def measure(deployment: Deployment) -> list[Figure]:
    """Return our own time as a multiple of the empty chain's, and the share of replies seen late."""
    chain = EmptyChain(deployment)
    with (
        SupportApi(deployment.api_url, deployment.api_key, deployment.ca_bundle) as api,
        StandinClient(deployment.ai_url) as standins,
    ):
        standins.set_faults(at_medians({name: fixed(seconds) for name, seconds in LATENCIES.items()}))
        try:
            warm_up(api)
            chain.run()
            requests, empty = [], []
            for _ in range(ROUNDS):
                requests.append(request(api, deployment))
                empty.append(chain.run())
        finally:
            standins.clear_faults()
    ours = [each.seconds - CRITICAL_PATH for each in requests]
    return [
        Figure(
            name="own time of a request / empty four-task chain",
            value=statistics.median(ours) / statistics.median(empty),
            goal=GOAL,
            detail=f"{spread(ours)} / {spread(empty)}, critical path of {CRITICAL_PATH:.2f} s taken off",
            data={"own_time": {"a request": ours, "the empty chain": empty}},
        ),
        Figure(
            name="share of replies that could not be read before they were spoken",
            value=sum(not each.read_early for each in requests) / len(requests),
            goal=0,
            detail=f"{len(requests)} requests",
        ),
    ]


@dataclass(frozen=True)
class Timed:
    """One request: seconds from POST to its end; whether its reply was seen while speech was still made."""

    seconds: float
    read_early: bool


def request(api: SupportApi, deployment: Deployment) -> Timed:
    """Send one message, look for its reply halfway through speech, then wait for its end."""
    started, started_at = time.monotonic(), time.time()
    status_url = api.submit(_MESSAGE)["status_url"]
    _sleep_until(started + CRITICAL_PATH - LATENCIES["polly"] / 2)
    halfway = api.record(status_url)
    _sleep_until(started + CRITICAL_PATH + _UNWATCHED_SECONDS)
    record = api.follow(status_url)
    if record["status"] != "completed" or record["degraded"]:
        raise RuntimeError(f"request {record['request_id']} was not fully answered")
    ended_at = end_of(deployment, deployment.state_machine_arn, record["request_id"])
    return Timed(ended_at - started_at, halfway["status"] == "processing" and "reply" in halfway)


def warm_up(api: SupportApi) -> None:
    """Send one message unmeasured: it starts the functions' processes."""
    api.follow(api.submit(_MESSAGE)["status_url"])


def _sleep_until(moment: float) -> None:
    time.sleep(max(0.0, moment - time.monotonic()))
