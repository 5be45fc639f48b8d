"""Bursts: many customers at once where the AI services allow one or two calls a second."""

import time
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

from bench.figures import Figure
from local.commands.client import ApiProblemError, SupportApi
from local.commands.samples import load
from local.environment.deployment import Deployment
from local.standins.client import StandinClient

REQUESTS: Final = 60
FAILING_REQUESTS: Final = 30
AT_ONCE: Final = 20
RATES: Final = {"translate": 2.0, "comprehend": 2.0, "bedrock": 2.0, "polly": 1.0}
"""Calls a second, as a new account's quotas may be."""

_LIMITS: Final = {service: {"rate_per_second": rate} for service, rate in RATES.items()}

DRAINED_WITHIN: Final = 2.0
"""Times the floor, which is the largest of calls / rate over the services."""

FAILING_FALLBACKS: Final = 1
"""Of thirty answers, when one call in ten fails and one in twenty is never answered."""

PATIENCE_SECONDS: Final = 120.0
"""Of a caller: emulator, functions and stand-ins share this machine's processors."""

_TIMEOUT_SECONDS: Final = 900


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
        """The answers in which a fallback is recorded."""
        return [item for item in self.answered if item["degraded"]]

    @property
    def unmarked(self) -> list[dict[str, Any]]:
        """The answers that lack something without recording it."""
        return [item for item in self.answered if not item["degraded"] and not _is_full(item)]


def throttled(deployment: Deployment) -> list[Figure]:
    """Return what comes of a burst under tight quotas."""
    drained = burst(deployment, _LIMITS, REQUESTS)
    floor = max(drained.calls[service] / rate for service, rate in RATES.items())
    fallbacks = len(drained.degraded) + len(drained.unmarked)
    return [
        _lost("burst", REQUESTS, drained),
        Figure("burst: answers with a fallback", fallbacks, 0, f"of {REQUESTS}"),
        Figure(
            "burst: time to drain / floor",
            drained.seconds / floor,
            DRAINED_WITHIN,
            f"{drained.seconds:.0f} s / {floor:.0f} s; calls {drained.calls}",
        ),
    ]


def failing(deployment: Deployment) -> list[Figure]:
    """Return what comes of a smaller burst under the same quotas while calls fail, too."""
    # Each service draws by itself: 10% of its calls fail, 5% are never answered.
    errors = {f"{service}#500": {"error": "500", "error_share": 0.10, "seed": 1} for service in RATES}
    silent = {f"{service}#silent": {"error": "timeout", "error_share": 0.05, "seed": 2} for service in RATES}
    drained = burst(deployment, {**errors, **silent, **_LIMITS}, FAILING_REQUESTS)
    of, name = f"of {FAILING_REQUESTS}", "burst with failing services"
    return [
        _lost(name, FAILING_REQUESTS, drained),
        Figure(f"{name}: answers with a fallback", len(drained.degraded), FAILING_FALLBACKS, of),
        Figure(f"{name}: fallbacks that are not recorded", len(drained.unmarked), 0, of),
    ]


def _lost(name: str, sent: int, drained: Drained) -> Figure:
    answered = len(drained.answered)
    return Figure(
        f"{name}: requests lost", sent - answered, 0, f"{answered} answered in {drained.seconds:.0f} s"
    )


def burst(deployment: Deployment, faults: Mapping[str, Any], requests: int) -> Drained:
    """Send a burst while the stand-ins have these faults, and wait until every request has ended."""
    with StandinClient(deployment.ai_url) as standins:
        standins.set_faults(faults)
        try:
            started = time.monotonic()
            items = _drain(deployment, _submit(deployment, requests))
            taken = time.monotonic() - started
        finally:
            standins.clear_faults()
    return Drained(taken, items, {service: _needed(service, items) for service in RATES})


def _submit(deployment: Deployment, number: int) -> list[str]:
    bodies = [sample.body() for sample in load()]
    with (
        SupportApi(
            deployment.api_url, deployment.api_key, deployment.ca_bundle, timeout=PATIENCE_SECONDS
        ) as api,
        ThreadPoolExecutor(AT_ONCE) as callers,
    ):
        return list(callers.map(lambda index: _post(api, bodies[index % len(bodies)]), range(number)))


def _post(api: SupportApi, body: dict[str, str]) -> str:
    """Send a message and return its id; a 5xx, as from a busy machine, is repeated with the same key."""
    key, deadline = str(uuid4()), time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return str(api.submit(body, key)["request_id"])
        except ApiProblemError as problem:
            if problem.status < 500 or time.monotonic() > deadline:
                raise
            time.sleep(1)


def _drain(deployment: Deployment, ids: list[str]) -> list[dict[str, Any]]:
    """Return the items once none of them is being processed any more."""
    deadline = time.monotonic() + _TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        items = items_of(deployment, ids)
        if len(items) == len(ids) and all(item["status"] != "processing" for item in items):
            return items
        time.sleep(1)
    raise RuntimeError(f"the burst did not end within {_TIMEOUT_SECONDS} s")


def items_of(deployment: Deployment, ids: Collection[str]) -> list[dict[str, Any]]:
    """Return the table's items of some requests."""
    return [item for item in _items(deployment) if item["pk"] in ids]


def _items(deployment: Deployment) -> Iterator[dict[str, Any]]:
    table = deployment.clients.dynamodb.Table(deployment.table)
    page = table.scan(ConsistentRead=True)
    yield from page["Items"]
    while last := page.get("LastEvaluatedKey"):
        page = table.scan(ConsistentRead=True, ExclusiveStartKey=last)
        yield from page["Items"]


def _needed(service: str, items: list[dict[str, Any]]) -> int:
    """Return how many successful calls of a service full answers take; refused ones use no quota."""
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
