"""The first request, all functions cold; then one a second for a minute, latencies drawn at random."""

import statistics
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from bench.figures import Figure, p95
from bench.latencies import QUALITY, at_medians, drawn
from local.commands.client import Record, SupportApi
from local.commands.samples import load
from local.environment.deployment import Deployment
from local.standins.client import StandinClient

REQUESTS: Final = 60
PER_SECOND: Final = 1.0
AT_ONCE: Final = 6
GOAL_SECONDS: Final = 10.0
"""At the 95th percentile, warm: what the product promises."""

_POLL_SECONDS: Final = 0.1
_TIMEOUT_SECONDS: Final = 120


@dataclass(frozen=True)
class Answered:
    """One request: seconds from POST to readable text and to audio, and its whole record."""

    text: float
    audio: float
    record: Record


def cold(deployment: Deployment) -> Figure:
    """Return the seconds of the very first request: nothing may have run in this deployment before."""
    with _api(deployment) as api, StandinClient(deployment.ai_url) as standins:
        standins.set_faults(at_medians(QUALITY))
        try:
            first = answered(api, load()[0].body())
        finally:
            standins.clear_faults()
    return Figure(
        "first request after a deployment, every function cold: to audio",
        first.audio,
        detail=f"to text {first.text:.2f} s; latencies at their medians",
        unit="s",
        data={"cold": {"text": first.text, "audio": first.audio}},
    )


def run(deployment: Deployment) -> list[Answered]:
    """Send the requests, at most six in flight, and follow each of them until it is answered."""
    bodies = [sample.body() for sample in load()]
    with _api(deployment) as api, StandinClient(deployment.ai_url) as standins:
        try:
            with ThreadPoolExecutor(AT_ONCE) as customers:
                # Starts as many processes as will be busy at once.
                list(customers.map(lambda body: answered(api, body), bodies[:AT_ONCE]))
                standins.set_faults(drawn(QUALITY))
                began = time.monotonic()

                def ask(number: int) -> Answered:
                    time.sleep(max(0.0, began + number / PER_SECOND - time.monotonic()))
                    return answered(api, bodies[number % len(bodies)])

                return list(customers.map(ask, range(REQUESTS)))
        finally:
            standins.clear_faults()


def answered(api: SupportApi, body: dict[str, str]) -> Answered:
    """Send one message and poll its status until it has ended.

    Raises:
        RuntimeError: it was not answered in full, or not in time.
    """
    started = time.monotonic()
    url = api.submit(body)["status_url"]
    text = audio = None
    while True:
        record = api.record(url)
        now = time.monotonic() - started
        if text is None and "reply" in record:
            text = now
        if audio is None and record.get("voice", {}).get("status") == "ready":
            audio = now
        if record["status"] != "processing":
            break
        if now > _TIMEOUT_SECONDS:
            raise RuntimeError(f"request {record['request_id']} is still being processed after {now:.0f} s")
        time.sleep(_POLL_SECONDS)
    if record["status"] != "completed" or record["degraded"] or text is None or audio is None:
        raise RuntimeError(f"{record['request_id']} was not answered in full: {record['degraded']}")
    return Answered(text, audio, record)


def figures(answers: Sequence[Answered]) -> list[Figure]:
    """Return the 95th percentiles of the seconds to readable text and to audio."""
    times: Mapping[str, tuple[str, list[float]]] = {
        "text": ("readable text", [each.text for each in answers]),
        "audio": ("audio", [each.audio for each in answers]),
    }
    return [
        Figure(
            f"one request a second, latencies drawn: p95 to {what}",
            p95(seconds),
            GOAL_SECONDS,
            f"median {statistics.median(seconds):.2f} s, {min(seconds):.2f} to {max(seconds):.2f}, "
            f"{len(seconds)} requests",
            "s",
            data={"steady": {key: [round(each, 3) for each in sorted(seconds)]}},
        )
        for key, (what, seconds) in times.items()
    ]


def _api(deployment: Deployment) -> SupportApi:
    return SupportApi(deployment.api_url, deployment.api_key, deployment.ca_bundle)
