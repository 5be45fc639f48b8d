"""Our own time: what a request takes beyond the services that it waits for.

Compared with an empty chain of four Lambda tasks on the same emulator, in the same run. The emulator records
when an execution ended: polling for it would use the same processors and slow down what is measured.
"""

import statistics
import time
from dataclasses import dataclass
from typing import Final

from bench.empty_chain import EmptyChain, end_of
from bench.figures import Figure, spread
from bench.latencies import QUALITY, at_medians
from local.commands.client import SupportApi
from local.environment.deployment import Deployment
from local.standins.client import StandinClient

_SPEECH_SECONDS: Final = QUALITY["polly"].median_seconds
CRITICAL_PATH: Final = _SPEECH_SECONDS + sum(
    QUALITY[key].median_seconds
    for key in ("comprehend.DetectDominantLanguage", "translate", "bedrock", "bedrock#review")
)
"""Seconds that the services take one after the other; analysis is quicker than translation, beside it."""

GOAL: Final = 1.35
ROUNDS: Final = 10
_UNWATCHED_SECONDS: Final = 0.6
"""From the end of the critical path to the first poll."""

_MESSAGE: Final = {
    "name": "Grace O'Neill",
    "email": "grace@example.com",
    "message": "Good morning, when will order 4471-B arrive? The tracking has shown nothing new for days.",
}


def measure(deployment: Deployment) -> list[Figure]:
    """Return our own time over the empty chain's, and the share of replies not readable before speech."""
    chain = EmptyChain(deployment)
    with (
        SupportApi(deployment.api_url, deployment.api_key, deployment.ca_bundle) as api,
        StandinClient(deployment.ai_url) as standins,
    ):
        standins.set_faults(at_medians(QUALITY))
        try:
            api.follow(api.submit(_MESSAGE)["status_url"])  # starts the functions' processes
            chain.run()
            requests, empty = [], []
            for _ in range(ROUNDS):
                requests.append(_request(api, deployment))
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
    """One request: seconds from POST to its end; whether its reply could be read while speech was made."""

    seconds: float
    read_early: bool


def _request(api: SupportApi, deployment: Deployment) -> Timed:
    """Send one message, look for its reply halfway through speech, then wait for its end."""
    started, started_at = time.monotonic(), time.time()
    status_url = api.submit(_MESSAGE)["status_url"]
    _sleep_until(started + CRITICAL_PATH - _SPEECH_SECONDS / 2)
    halfway = api.record(status_url)
    _sleep_until(started + CRITICAL_PATH + _UNWATCHED_SECONDS)
    record = api.follow(status_url)
    if record["status"] != "completed" or record["degraded"]:
        raise RuntimeError(f"request {record['request_id']} was not fully answered")
    ended_at = end_of(deployment, deployment.state_machine_arn, record["request_id"])
    return Timed(ended_at - started_at, halfway["status"] == "processing" and "reply" in halfway)


def _sleep_until(moment: float) -> None:
    time.sleep(max(0.0, moment - time.monotonic()))
