"""What a request costs by its own ledger of usage, on the twelve samples, by profile and way of speaking."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from assistant.cost import usage
from assistant.cost.prices import lines
from bench.burst import items_of
from bench.figures import Figure
from bench.latencies import ECONOMY, at_medians
from local.commands.client import SupportApi
from local.commands.samples import load
from local.environment.deployment import Deployment
from local.environment.paths import REGION
from local.standins.client import StandinClient

QUALITY_GOAL: Final = 0.0145
QUALITY_ON_DEMAND_GOAL: Final = 0.0045
ECONOMY_GOAL: Final = 0.0012
ECONOMY_HEARD_GOAL: Final = 0.002
"""USD a request; where speech is on demand, one in ten listens, but for ECONOMY_GOAL: nobody yet."""

LISTENS: Final = 0.1
"""The share of customers who open the audio link, where speech is made on demand."""

SPEECH: Final = "speech"
"""The bill's line for Polly."""

# Calls that the model's one call replaces; personal data is detected all the same.
_SERVICES: Final = frozenset({"TranslateText", "DetectDominantLanguage", "DetectSentiment", "DetectEntities"})
_CONVERSE: Final = 2
"""Calls of models for a request: one reads and answers, one reviews."""

_AT_ONCE: Final = 6

Lines = Mapping[str, float]


def mean_lines(ledgers: Iterable[Mapping[str, int]], region: str = REGION) -> dict[str, float]:
    """Return the mean USD of requests by line of the bill, from their usage counters.

    Raises:
        ValueError: something that was used has no price.
    """
    total: Counter[str] = Counter()
    requests = 0
    for ledger in ledgers:
        costs = lines(ledger, region)
        if costs is None:
            raise ValueError(f"a price is missing among {sorted(ledger)}")
        total.update(costs)
        requests += 1
    return {line: usd / requests for line, usd in total.items()}


def on_demand(always: Lines) -> dict[str, float]:
    """Return the bill with speech on demand, if one in ten listens, from the bill with speech always."""
    return {line: usd * (LISTENS if line == SPEECH else 1) for line, usd in always.items()}


def weighed(before: Lines, after: Lines) -> dict[str, float]:
    """Return the bill if one in ten listens, from those if nobody (`before`) and everybody (`after`) does."""
    return {line: (1 - LISTENS) * before.get(line, 0.0) + LISTENS * usd for line, usd in after.items()}


def quality(deployment: Deployment, records: Sequence[Mapping[str, Any]]) -> list[Figure]:
    """Return what the requests of the steady run cost, and what they would cost with speech on demand."""
    items = items_of(deployment, [record["request_id"] for record in records])
    always = mean_lines(map(_ledger, items))
    mean = sum(always.values())
    return [
        _figure("quality, speech always", mean, QUALITY_GOAL, always, f"{len(records)} requests"),
        _figure(
            "quality, speech on demand, one in ten listens",
            mean - (1 - LISTENS) * always[SPEECH],
            QUALITY_ON_DEMAND_GOAL,
            on_demand(always),
            f"the same requests, their speech weighed by {LISTENS:g}",
        ),
    ]


def economy(deployment: Deployment) -> list[Figure]:
    """Return what the twelve samples cost in the economy profile, before and after somebody listens."""
    bodies = [sample.body() for sample in load()]
    with (
        SupportApi(deployment.api_url, deployment.api_key, deployment.ca_bundle) as api,
        StandinClient(deployment.ai_url) as standins,
        ThreadPoolExecutor(_AT_ONCE) as customers,
    ):
        standins.set_faults(at_medians(ECONOMY))
        standins.reset_calls()
        try:
            records = list(customers.map(lambda body: _answered(api, body), bodies))
            called = standins.calls()["counts"]
            ids = [record["request_id"] for record in records]
            silent = [_ledger(item) for item in items_of(deployment, ids)]
            list(customers.map(lambda record: api.audio(record["voice"]["url"]), records))
            heard = [_ledger(item) for item in items_of(deployment, ids)]
        finally:
            standins.clear_faults()
    if not all(any(name.startswith("polly_characters") for name in ledger) for ledger in heard):
        raise RuntimeError("speech that was listened to is missing from its ledger")
    before, after = mean_lines(silent), mean_lines(heard)
    listening = weighed(before, after)
    mean = sum(before.values())
    name = "economy, speech on demand"
    return [
        _figure(f"{name}, nobody listens", mean, ECONOMY_GOAL, before, fallbacks(called, len(records))),
        _figure(
            f"{name}, one in ten listens",
            sum(listening.values()),
            ECONOMY_HEARD_GOAL,
            listening,
            f"listening costs {sum(after.values()) - sum(before.values()):.5f} more",
        ),
    ]


def fallbacks(called: Mapping[str, Mapping[str, int]], requests: int) -> str:
    """Return which calls were made beside the one of the model and its review for each request."""
    calls = {name: count for service in called.values() for name, count in service.items()}
    others = {name: count for name, count in calls.items() if name in _SERVICES}
    if drafts := calls.get("Converse", 0) - _CONVERSE * requests:
        others["Converse again"] = drafts
    said = ", ".join(f"{count} {name}" for name, count in sorted(others.items()))
    return f"{requests} requests, fall-backs: {said or 'none'}"


def _ledger(item: Mapping[str, Any]) -> dict[str, int]:
    return {counter: int(amount) for counter, amount in usage.of(item).items()}


def _answered(api: SupportApi, body: dict[str, str]) -> Mapping[str, Any]:
    record = api.follow(api.submit(body)["status_url"])
    if record["status"] != "completed" or record["degraded"] or record["voice"]["status"] != "on_demand":
        raise RuntimeError(f"{record['request_id']} was not answered as it should be: {record['degraded']}")
    return record


def _figure(name: str, usd: float, goal: float, split: Lines, detail: str) -> Figure:
    dearest = max(split, key=lambda line: split[line])
    share = f"{dearest} {split[dearest] / sum(split.values()):.0%}"
    parts = {line: round(each, 8) for line, each in sorted(split.items())}
    data = {"costs": {name: {"goal": goal, "lines": parts}}}
    return Figure(f"a request, {name}", usd, goal, f"{detail}; {share}", "USD", data)
