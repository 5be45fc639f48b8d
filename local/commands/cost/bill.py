"""What a month costs before anything is deployed, by line; what dominates it, and what would cut it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from assistant.cost.prices import LINES, PRICES, lines as costs_by_line
from assistant.privacy import privacy
from assistant.watch.messages import messages
from local.commands.cost.profile import MessageProfile
from local.commands.cost.usage import Amounts, ai_services, platform, total
from local.errors import LocalError
from support_stack import config

REGION: Final = "us-east-1"
"""Whose prices are taken where the environment leaves the Region to the command line."""

ALARMS: Final = 41
WATCH_ALARMS: Final = 4
"""In the stack, and those that come with the watch; a test compares them with the template."""

METRICS: Final = {
    "AnswerSeconds": 1,
    "AnsweredInTime": 1,
    "BudgetStopped": 1,
    "CostUnknown": 0,  # in place of CostUsd
    "CostUsd": 11,  # intake, the steps, the links, the documents, and all together
    "Degraded": 1,
    "Documented": 1,
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

_ALARM_USD: Final = 0.10
_METRIC_USD: Final = 0.30
"""A month: Amazon CloudWatch pricing, alarms of standard resolution, custom metrics."""

FIXED: Final = {
    "key": ("HMAC key", 1, 1.00),  # AWS KMS pricing
    "alarms": ("alarms", ALARMS, _ALARM_USD),
    "composite_alarms": ("alarms on other alarms", 1, 0.50),
    "dashboard": ("dashboard", 1, 3.00),
    "metrics": ("custom metrics", sum(METRICS.values()), _METRIC_USD),
}
"""What is paid by the month, however many requests come: what it is, how many, USD for one."""

WATCH: Final = "watch"
WATCH_METRICS: Final = {"WatchFailed": 1, "WatchTextSeconds": 1, "WatchAudioSeconds": 1}
_WATCH_POLLS: Final = 6
"""Of a second each, and the looks before and after it is erased."""

_MONTH_MINUTES: Final = 30 * 24 * 60

FIREWALL: Final = "firewall"
_FIREWALL_USD: Final = 5.00 + 1.00
_FIREWALL_CALL_USD: Final = 0.60 / 1_000_000
"""AWS WAF pricing: a web ACL and a rule by the month, and each call that they look at."""

_ECONOMY_GIVES_UP: Final = (
    "the translation and the scores behind the priority are then the model's own, not those of services made "
    "for it"
)


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
        return sum(line.usd or 0.0 for line in self.lines if line.name in (*FIXED, FIREWALL, WATCH))

    @property
    def per_request(self) -> float | None:
        """USD for each request, its polls and its listeners included: without what is paid by the month."""
        return None if self.total is None else (self.total - self.fixed) / self.requests


def region_of(environment: config.Environment, wanted: str | None = None) -> str:
    """Return the Region whose prices are taken.

    Raises LocalError: it has none; the line names those that have.
    """
    region = wanted or environment.region or REGION
    if region not in PRICES:
        raise LocalError(f"there are no prices for {region}: --region takes {', '.join(PRICES)}")
    return region


def expected(environment: config.Environment, profile: MessageProfile) -> Amounts:
    """Return what the average request uses, by counter."""
    return total(
        {counter: share * amount for counter, amount in used.items()}
        for code, share in profile.languages.items()
        for used in (ai_services(code, environment, profile), platform(code, environment, profile))
    )


def month(
    environment: config.Environment,
    profile: MessageProfile,
    requests: int,
    region: str,
    fixed: Mapping[str, tuple[str, int, float]] = FIXED,
) -> Bill:
    """Return the bill of a month with so many requests; `fixed` is what is paid by the month, as in FIXED."""
    by_line: dict[str, Amounts] = {}
    each = expected(environment, profile)
    for counter, amount in each.items():
        # Calls that are free, and services that are not asked, are no line.
        if amount and (line := LINES.get(counter.partition(":")[0])):
            by_line.setdefault(line, {})[counter] = requests * amount
    found = [
        Line(name, used, costs[name] if (costs := costs_by_line(used, region)) else None)
        for name, used in by_line.items()
    ]
    found += [Line(name, {what: count}, count * usd) for name, (what, count, usd) in fixed.items()]
    if environment.watch.minutes:
        found.append(watch(environment, region))
    if environment.api.waf:
        calls = requests * each["api_calls"]
        found.append(Line(FIREWALL, {"web ACL with a rule": 1}, _FIREWALL_USD))
        found.append(Line("firewall calls", {"api_calls": calls}, calls * _FIREWALL_CALL_USD))
    return Bill(requests, tuple(sorted(found, key=lambda line: (line.usd is not None, -(line.usd or 0)))))


def watch(environment: config.Environment, region: str) -> Line:
    """Return what the watch costs in a month: its requests, whose audio it opens, its alarms and metrics.

    Nobody is mailed about them.
    """
    runs = _MONTH_MINUTES / environment.watch.minutes
    asked = [message["language"] for message in messages()]
    profile = MessageProfile(
        length=max(len(message["text"]) for message in messages()),
        languages={code: 1 / len(asked) for code in asked},
        listens=1,
        high=0,
        medium=0,
        polls=_WATCH_POLLS,
    )
    costs = costs_by_line(expected(replace(environment, subscribers=()), profile), region)
    each = sum(costs.values()) if costs else None
    paid = WATCH_ALARMS * _ALARM_USD + len(WATCH_METRICS) * _METRIC_USD
    return Line(WATCH, {"requests": runs}, None if each is None else runs * each + paid)


def variants(environment: config.Environment) -> dict[tuple[str, str], config.Environment]:
    """Return the environment with every profile and every way of speaking that it may have."""
    profiles: tuple[Literal["quality", "economy"], ...] = ("quality", "economy")
    speeches: tuple[Literal["always", "on_demand", "off"], ...] = ("always", "on_demand", "off")
    return {
        (profile, speech): replace(
            environment, profile=profile, voice=replace(environment.voice, speech=speech)
        )
        for profile in profiles
        for speech in speeches
        # Where the model may read masked messages alone, it cannot be the first to read them.
        if profile == "quality" or environment.personal_data != privacy.ALL
    }


def recommend(bill: Bill, environment: config.Environment, profile: MessageProfile, region: str) -> str:
    """Return in one sentence what dominates a bill and what would cut it; empty where its total is absent."""
    dearest = bill.dearest
    if bill.total is None or dearest is None or dearest.usd is None:
        return ""
    share = f"{dearest.name} is {dearest.usd / bill.total:.0%} of it"
    for setting, changed, gives_up in _cuts(dearest.name, environment):
        then = month(changed, profile, bill.requests, region).total
        # Less than a cent is no reason to give anything up.
        if then is not None and bill.total - then >= 0.01:
            return f"{share}: {setting} saves ${bill.total - then:,.2f} a month; {gives_up}"
    return f"{share}, and no setting of the environment cuts it"


def _cuts(line: str, environment: config.Environment) -> Iterator[tuple[str, config.Environment, str]]:
    """Yield settings that may cut a line, with its environment and what it gives up, mildest first."""
    may = variants(environment)
    if line == "speech":
        waits = "whoever opens an audio link first waits until the reply is spoken"
        yield 'speech = "on_demand" in [voice]', may[environment.profile, "on_demand"], waits
        neural = replace(environment, voice=replace(environment.voice, engine="neural"))
        yield 'engine = "neural" in [voice]', neural, "the voices sound less alive"
        yield 'speech = "off" in [voice]', may[environment.profile, "off"], "nobody can listen any more"
    elif line in ("translation", "analysis") and (economy := may.get(("economy", environment.voice.speech))):
        yield 'profile = "economy"', economy, _ECONOMY_GIVES_UP
    elif line == "model":
        for model in environment.reply.models[1:]:
            models = (model, *(other for other in environment.reply.models if other != model))
            changed = replace(environment, reply=replace(environment.reply, models=models))
            yield f'"{model}" as the first of the models in [reply]', changed, "it writes the replies then"
