"""Bursts: sixty customers at once where the AI services allow one or two calls a second."""

import time
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final

from bench.figures import Figure
from local.commands.client import SupportApi
from local.commands.samples import load
from local.environment.deployment import Deployment
from local.standins.client import StandinClient

REQUESTS: Final = 60
ROUGH_REQUESTS: Final = 30
AT_ONCE: Final = 20
RATES: Final = {"translate": 2.0, "comprehend": 2.0, "bedrock": 2.0, "polly": 1.0}
"""Calls a second, as a new account's quotas may be."""

_LIMITS: Final = {service: {"rate_per_second": rate} for service, rate in RATES.items()}

DRAINED_WITHIN: Final = 2.0
"""Times the floor: the largest of calls ÷ rate, service by service."""

ROUGH_LESSER: Final = 1
"""Of thirty answers, when one call in ten fails and one in twenty is never answered."""

_TIMEOUT_SECONDS: Final = 900
_WARM_UP: Final = 20


@dataclass(frozen=True)
class Drained:
    """How a burst ended: seconds from the first POST to the last answer, and the items by outcome."""

    seconds: float
    items: list[dict[str, Any]]
    calls: dict[str, int]

    @property
    def answered(self) -> list[dict[str, Any]]:
        """The requests that got an answer."""
        return [item for item in self.items if item["status"] == "completed"]

    @property
    def degraded(self) -> list[dict[str, Any]]:
        """The answers that are lesser ones."""
        return [item for item in self.answered if item["degraded"]]

    @property
    def unmarked(self) -> list[dict[str, Any]]:
        """The answers that lack something without saying so."""
        return [item for item in self.answered if not item["degraded"] and not _is_full(item)]


def calm(deployment: Deployment) -> list[Figure]:
    """Return what becomes of a burst under tight quotas; the functions' processes run already."""
    drained = burst(deployment, _LIMITS, REQUESTS)
    floor = max(drained.calls[service] / rate for service, rate in RATES.items())
    lesser = len(drained.degraded) + len(drained.unmarked)
    return [
        _lost("burst", REQUESTS, drained),
        Figure("burst: lesser answers", lesser, 0, f"of {REQUESTS}"),
        Figure(
            "burst: time to drain / floor",
            drained.seconds / floor,
            DRAINED_WITHIN,
            f"{drained.seconds:.0f} s / {floor:.0f} s; calls {drained.calls}",
        ),
    ]


def rough(deployment: Deployment) -> list[Figure]:
    """Return what becomes of a smaller burst whose services fail on top of it."""
    # One service after the other draws its share of each: 10% of all calls fail, 5% are never answered.
    failing = {f"{service}#500": {"error": "500", "error_share": 0.10, "seed": 1} for service in RATES}
    silent = {f"{service}#silent": {"error": "timeout", "error_share": 0.05, "seed": 2} for service in RATES}
    drained = burst(deployment, {**failing, **silent, **_LIMITS}, ROUGH_REQUESTS)
    of = f"of {ROUGH_REQUESTS}"
    return [
        _lost("rough burst", ROUGH_REQUESTS, drained),
        Figure("rough burst: lesser answers", len(drained.degraded), ROUGH_LESSER, of),
        Figure("rough burst: lesser answers that do not say so", len(drained.unmarked), 0, of),
    ]


def _lost(name: str, sent: int, drained: Drained) -> Figure:
    answered = len(drained.answered)
    return Figure(
        f"{name}: requests lost", sent - answered, 0, f"{answered} answered in {drained.seconds:.0f} s"
    )


def warm_up(deployment: Deployment) -> None:
    """Start as many function processes as a burst needs."""
    drain(deployment, _submit(deployment, _WARM_UP))


def burst(deployment: Deployment, faults: Mapping[str, Any], requests: int) -> Drained:
    """Send the burst while the AI services behave as told, and wait until every request has ended."""
    with StandinClient(deployment.ai_url) as standins:
        standins.set_faults(faults)
        try:
            started = time.monotonic()
            items = drain(deployment, _submit(deployment, requests))
            taken = time.monotonic() - started
        finally:
            standins.clear_faults()
    return Drained(taken, items, {service: _needed(service, items) for service in RATES})


def _submit(deployment: Deployment, number: int) -> list[str]:
    bodies = [sample.body() for sample in load()]
    with (
        SupportApi(deployment.api_url, deployment.api_key, deployment.ca_bundle) as api,
        ThreadPoolExecutor(AT_ONCE) as callers,
    ):
        answers = callers.map(lambda index: api.submit(bodies[index % len(bodies)]), range(number))
        return [answer["request_id"] for answer in answers]


def drain(deployment: Deployment, ids: list[str]) -> list[dict[str, Any]]:
    """Return the items once none of them is being processed any more."""
    deadline = time.monotonic() + _TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        items = items_of(deployment, ids)
        if len(items) == len(ids) and all(item["status"] != "processing" for item in items):
            return items
        time.sleep(1)
    raise RuntimeError(f"the burst did not end within {_TIMEOUT_SECONDS} s")


def items_of(deployment: Deployment, ids: Collection[str]) -> list[dict[str, Any]]:
    """Return what the table holds of some requests."""
    return [item for item in _items(deployment) if item["pk"] in ids]


def _items(deployment: Deployment) -> Iterator[dict[str, Any]]:
    table = deployment.clients.dynamodb.Table(deployment.table)
    page = table.scan(ConsistentRead=True)
    yield from page["Items"]
    while last := page.get("LastEvaluatedKey"):
        page = table.scan(ConsistentRead=True, ExclusiveStartKey=last)
        yield from page["Items"]


def _needed(service: str, items: list[dict[str, Any]]) -> int:
    """Return how many successful calls of a service full answers take; refused ones cost no quota."""
    each = {"translate": 1, "comprehend": 3, "bedrock": 2, "polly": 1}
    french = sum(item.get("language", {}).get("code") == "fr" for item in items)
    return each[service] * len(items) - (french if service == "translate" else 0)


def _is_full(item: dict[str, Any]) -> bool:
    return (
        item["reply"]["source"] == "model"
        and item["voice"]["status"] == "ready"
        and "pivot" in item["message"]
        and item["analysis"]["sentiment"] != "UNKNOWN"
    )
