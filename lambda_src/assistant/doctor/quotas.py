"""The account's quotas against the configured rate: which is met first, and what to ask AWS for."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Final

from assistant.aws.bedrock_catalog import ModelCatalog
from assistant.aws.quotas import Quota, Quotas
from assistant.errors import ServiceError

from .demands import Demand, Rate, demands
from .finding import Finding, not_checked
from .models import foundation

_OPTIONAL: Final = ", calls"
"""Calls of a model: a quota that accounts need not have any more."""

_AT_ONCE: Final = 8
"""As many as there are services to ask, and a few models; a client has ten connections."""


def check_quotas(
    rate: Rate, engine: str, models: Sequence[str], catalog: ModelCatalog, quotas: Quotas
) -> list[Finding]:
    """Check each quota that a message takes from.

    Models, then services, are asked side by side: a silent one leaves the function time for the report.
    """
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        named = dict(zip(models, pool.map(partial(_name, catalog), models), strict=True))
        wanted = demands(
            rate, engine, {model: name for model, name in named.items() if isinstance(name, str)}
        )
        services = list(dict.fromkeys(demand.service for demand in wanted))
        asked = dict(zip(services, pool.map(partial(_quotas, quotas), services), strict=True))
    listed = {service: found for service, found in asked.items() if isinstance(found, list)}
    findings = [finding for finding in (*named.values(), *asked.values()) if isinstance(finding, Finding)]
    return findings + compare([demand for demand in wanted if demand.service in listed], listed, rate)


def _name(catalog: ModelCatalog, model: str) -> str | Finding:
    try:
        return catalog.model(foundation(model)).name
    except ServiceError as error:
        return not_checked("quota", model, error)


def _quotas(quotas: Quotas, service: str) -> list[Quota] | Finding:
    try:
        return quotas.of(service)
    except ServiceError as error:
        return not_checked("quota", service, error)


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
        if value is not None and (tightest is None or value / demand.need < tightest[0]):
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
        advice = f"AWS support alone raises {quota.name} ({quota.code}); or lower [api] requests_per_second."
    elif quota:
        advice = f"Ask for {demand.need:,.0f}: Service Quotas, {demand.service}, {quota.name} ({quota.code})."
    else:
        advice = f"Ask AWS support for {demand.need:,.0f} {demand.unit}."
    return Finding("quota", demand.subject, "warning", detail, f"{advice} Until then messages above it wait.")
