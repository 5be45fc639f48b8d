"""What a month costs before anything is deployed, by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assistant.cost.prices import LINES, PRICES, lines as costs_by_line
from local.commands.cost.profile import MessageProfile
from local.commands.cost.usage import Amounts, ai_services, platform
from local.errors import LocalError
from support_stack import config

REGION: Final = "us-east-1"
"""Whose prices are taken where the environment leaves the Region to the command line."""

ALARMS: Final = 36
"""In the stack; a test compares it with the template."""

METRICS: Final = {
    "AnswerSeconds": 1,
    "AnsweredInTime": 1,
    "CostUnknown": 0,  # in place of CostUsd
    "CostUsd": 8,  # intake, the steps, the audio link where it has the reply spoken, and all together
    "Degraded": 1,
    "DegradedUrgent": 1,
    "DoctorProblems": 1,
    "DraftRejected": 1,
    "EconomyFellBack": 1,
    "ErasureUnfinished": 1,
    "Milliseconds": 3,  # the steps that take time of their own
    "ModelPassedOver": 2,  # by the reply, and in all
    "OldestOpenRequest": 1,
    "PastDueRequests": 1,
    "RequestCostUsd": 1,
    "RequestErased": 3,
    "RequestFailed": 2,
    "RequestStarted": 1,
}
"""The functions' own metrics, and for how many steps each; a test compares the names with the code."""

FIXED: Final = {
    "key": ("HMAC key", 1, 1.00),  # AWS KMS pricing
    "alarms": ("alarms", ALARMS, 0.10),  # Amazon CloudWatch pricing: standard resolution
    "dashboard": ("dashboard", 1, 3.00),
    "metrics": ("custom metrics", sum(METRICS.values()), 0.30),
}
"""What is paid by the month, however many requests come: what it is, how many, USD for one."""


@dataclass(frozen=True)
class Line:
    """One line of the bill: a month's amounts by counter, and USD; None where a price is missing."""

    name: str
    amounts: Mapping[str, float]
    usd: float | None


@dataclass(frozen=True)
class Bill:
    """A month's bill, its dearest line first; what has no price stands before that."""

    requests: int
    lines: tuple[Line, ...]

    @property
    def total(self) -> float | None:
        """USD a month; None where a price is missing."""
        known = [line.usd for line in self.lines if line.usd is not None]
        return sum(known) if len(known) == len(self.lines) else None

    @property
    def dearest(self) -> Line | None:
        """The line that dominates; None where a price is missing."""
        return None if self.total is None else self.lines[0]

    @property
    def fixed(self) -> float:
        """USD a month of what is paid however many requests come."""
        return sum(line.usd or 0.0 for line in self.lines if line.name in FIXED)

    @property
    def per_request(self) -> float | None:
        """USD for each request, its polls and its listeners included: without what is paid by the month."""
        return None if self.total is None else (self.total - self.fixed) / self.requests


def region_of(environment: config.Environment, wanted: str | None = None) -> str:
    """Return the Region whose prices are taken.

    Raises:
        LocalError: it has none; the line names those that have.
    """
    region = wanted or environment.region or REGION
    if region not in PRICES:
        raise LocalError(f"there are no prices for {region}: --region takes {', '.join(PRICES)}")
    return region


def expected(environment: config.Environment, profile: MessageProfile) -> Amounts:
    """Return what the average request uses, by counter."""
    used: Amounts = {}
    for code, share in profile.languages.items():
        each = ai_services(code, environment, profile) | platform(code, environment, profile)
        for counter, amount in each.items():
            used[counter] = used.get(counter, 0.0) + share * amount
    return used


def month(environment: config.Environment, profile: MessageProfile, requests: int, region: str) -> Bill:
    """Return the bill of a month with so many requests."""
    by_line: dict[str, Amounts] = {}
    for counter, amount in expected(environment, profile).items():
        # Calls that are free, and services that are not asked, are no line.
        if amount and (line := LINES.get(counter.partition(":")[0])):
            by_line.setdefault(line, {})[counter] = requests * amount
    found = [Line(name, used, _usd(name, used, region)) for name, used in by_line.items()]
    found += [Line(name, {what: count}, count * usd) for name, (what, count, usd) in FIXED.items()]
    return Bill(requests, tuple(sorted(found, key=lambda line: (line.usd is not None, -(line.usd or 0)))))


def _usd(line: str, used: Amounts, region: str) -> float | None:
    costs = costs_by_line(used, region)
    return None if costs is None else costs[line]
