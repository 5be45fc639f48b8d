"""The account's quotas against the configured rate: which is met first, and what to ask AWS for."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Final, TypeVar

from assistant.aws.account import ModelCatalog, Quota, Quotas
from assistant.errors import ServiceError

from .demands import A_DAY, Demand, Rate, demands
from .finding import Finding, not_checked
from .models import foundation

_OPTIONAL: Final = ", calls"
"""Calls of a model: a quota that accounts need not have any more."""

_AT_ONCE: Final = 8
"""As many as there are services to ask, and a few models; a client has ten connections."""

T = TypeVar("T")


def check_quotas(
    rate: Rate, engine: str, models: Sequence[str], catalog: ModelCatalog, quotas: Quotas
) -> list[Finding]:
    """Check each quota that a message takes from.

    Models, then services, are asked side by side: a silent one leaves the function time for the report.
    """
    failed: list[Finding] = []

    def asked(ask: Callable[[str], T], subjects: Iterable[str]) -> dict[str, T]:
        answers = {subject: pool.submit(ask, subject) for subject in dict.fromkeys(subjects)}
        found = {}
        for subject, answer in answers.items():
            try:
                found[subject] = answer.result()
            except ServiceError as error:
                failed.append(not_checked("quota", subject, error))
        return found

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        names = asked(lambda model: catalog.model(foundation(model)).name, models)
        wanted = demands(rate, engine, names)
        listed = asked(quotas.of, (demand.service for demand in wanted))
    return failed + compare([demand for demand in wanted if demand.service in listed], listed, rate)


def compare(wanted: Sequence[Demand], listed: dict[str, list[Quota]], rate: Rate) -> list[Finding]:
    """Return what the quotas mean for the rate; the one that is met first says so."""
    findings: list[Finding] = []
    tightest: tuple[float, int] | None = None
    for demand in wanted:
        quota = next((q for q in listed[demand.service] if demand.named(q.code, q.name)), None)
        if quota is None and demand.subject.endswith(_OPTIONAL):
            continue
        findings.append(_holds(demand, quota))
        value = quota.value if quota else demand.documented
        # A day's quota is not met at a rate.
        if (
            value is not None
            and demand.unit != A_DAY
            and (tightest is None or value / demand.need < tightest[0])
        ):
            tightest = value / demand.need, len(findings) - 1
    if tightest:
        share, place = tightest
        first = f"is met first, at {share * rate.per_second:.3g} messages a second"
        findings[place] = replace(findings[place], detail=f"{first}: {findings[place].detail}")
    return findings


def _holds(demand: Demand, quota: Quota | None) -> Finding:
    value = quota.value if quota else demand.documented
    if value is None:
        detail = "Service Quotas lists none that is named for it"
        advice = "Nothing while calls are not throttled; else ask AWS support."
        return Finding("quota", demand.subject, "unknown", detail, advice)
    source = "" if quota else ", by AWS's documents (not listed in Service Quotas)"
    detail = f"{value:,.0f} {demand.unit}{source}; the configured rate needs {demand.need:,.0f}"
    if value >= demand.need:
        return Finding("quota", demand.subject, "ok", detail)
    if quota and not quota.adjustable:
        advice = f"AWS support alone raises {quota.name} ({quota.code}); or lower {_limit(demand)}."
    elif quota:
        advice = f"Ask for {demand.need:,.0f}: Service Quotas, {demand.service}, {quota.name} ({quota.code})."
    else:
        advice = f"Ask AWS support for {demand.need:,.0f} {demand.unit}."
    return Finding("quota", demand.subject, "warning", detail, f"{advice} Until then messages above it wait.")


def _limit(demand: Demand) -> str:
    return "[api] requests_per_day" if demand.unit == A_DAY else "[api] requests_per_second"
