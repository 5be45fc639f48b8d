"""One case of `bench.scale`: a rate, a profile, the quotas; simulated, and summed up."""

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.cost.prices import lines
from bench.journey import Journey
from bench.limits import LIMITS
from bench.plan import poisson
from bench.profiles import Profile
from bench.simulation import simulate
from bench.workflow import REPLY

SHRINK: Final = {
    "default": {1: 1, 10: 1, 100: 5, 1_000: 50},
    "asked": {1: 1, 10: 1, 100: 2, 1_000: 20},
}
"""By quotas and requests a second: what arrivals and quotas are divided by, so that a run takes seconds."""

SEED: Final = 1
HOURS_A_MONTH: Final = 730
_MEMORY_MB: Final = 512


@dataclass(frozen=True)
class Row:
    """One case. Seconds count from POST, those of `heard` from opening the link; shares are of the accepted.

    `lasting_full_share` is the most that would be answered in full if the rate never fell again: what the
    narrowest quota lets through. USD are list prices of full answers, with the retries that this case took.
    """

    per_second: int
    profile: str
    speech: str
    quotas: str
    met_first: str
    met_at_per_second: float
    requests: int
    turned_away_share: float
    failed_share: float
    degraded_share: float
    degraded_steps: dict[str, float]
    lasting_full_share: float
    text_p50: float
    text_p95: float
    answer_p50: float
    answer_p95: float
    heard_p95: float | None
    drained_after_seconds: float
    most_open: int
    retries_per_request: float
    refused: dict[str, int]
    usd_per_request: float
    usd_of_retries: float
    usd_per_hour: float
    usd_per_month: float


def case(profile: Profile, per_second: int, which: str, window_seconds: float) -> Row:
    """Simulate arrivals for a while, and follow each to its end; `which` quotas: default or asked."""
    default = {key: limit.quota for key, limit in LIMITS.items()}
    shrink = SHRINK[which][per_second]
    plan = profile.plan(profile.asked(per_second) if which == "asked" else default, shrink)
    run = simulate(plan, poisson(per_second / shrink, window_seconds, SEED), SEED)
    accepted = [journey for journey in run.journeys if not journey.turned_away]
    answered = [(journey, journey.done) for journey in accepted if journey.done is not None]
    text = [journey.ended[REPLY] - journey.arrived for journey, _ in answered]
    whole = [done - journey.arrived for journey, done in answered]
    heard = [journey.heard_after for journey, _ in answered if journey.heard_after is not None]
    degraded = Counter(step for journey, _ in answered for step in journey.degraded)
    met_first, met_at = next(iter(profile.met_at().items()))
    retries_usd = _retries_usd(profile, accepted)
    usd = profile.usd_per_message() + retries_usd
    return Row(
        per_second=per_second,
        profile=profile.name,
        speech=profile.speech,
        quotas=which,
        met_first=met_first,
        met_at_per_second=met_at,
        requests=len(run.journeys) * shrink,
        turned_away_share=1 - len(accepted) / len(run.journeys),
        failed_share=1 - len(answered) / len(accepted),
        degraded_share=sum(bool(journey.degraded) for journey, _ in answered) / len(accepted),
        degraded_steps={step: count / len(accepted) for step, count in degraded.items()},
        lasting_full_share=1.0 if which == "asked" else min(1.0, met_at / per_second),
        text_p50=_percentile(text, 50),
        text_p95=_percentile(text, 95),
        answer_p50=_percentile(whole, 50),
        answer_p95=_percentile(whole, 95),
        heard_p95=_percentile(heard, 95) if len(heard) > 1 else None,
        drained_after_seconds=max(0.0, max(done for _, done in answered) - window_seconds),
        most_open=run.most_open * shrink,
        retries_per_request=statistics.mean(journey.retries for journey in accepted),
        refused={key: count * shrink for key, count in run.refused.most_common() if count},
        usd_per_request=usd,
        usd_of_retries=retries_usd,
        usd_per_hour=usd * 3600 * per_second,
        usd_per_month=usd * 3600 * HOURS_A_MONTH * per_second,
    )


def _percentile(seconds: Sequence[float], percent: int) -> float:
    return statistics.quantiles(seconds, n=100, method="inclusive")[percent - 1]


def _retries_usd(profile: Profile, journeys: Sequence[Journey]) -> float:
    """Return what retries cost per request: transitions, runs of functions, and their time."""
    states = len(profile.steps)
    extra = {
        "states_transitions": statistics.mean(each.transitions for each in journeys) - 2 - states,
        "lambda_calls": statistics.mean(each.invocations for each in journeys) - 1 - states,
        "lambda_mb_ms": _MEMORY_MB
        * 1000
        * (statistics.mean(each.function_seconds for each in journeys) - profile.needs["functions"]),
    }
    costs = lines({counter: max(0.0, amount) for counter, amount in extra.items()}, "us-east-1")
    if costs is None:
        raise ValueError("a price is missing")
    return sum(costs.values()) if any(each.retries for each in journeys) else 0.0
