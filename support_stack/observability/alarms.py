"""The alarms that tell the operations team that something is wrong."""

from collections.abc import Mapping
from math import ceil
from typing import Final

from aws_cdk import (
    aws_cloudwatch as cloudwatch,
    aws_cloudwatch_actions as actions,
    aws_lambda as lambda_,
    aws_sns as sns,
)
from constructs import Construct

from support_stack.config import Environment

from .metrics import DAY, PERIOD

_RARE: Final = frozenset({"Doctor"})
"""Functions that run so seldom that each error counts."""

_CALLS_A_MESSAGE: Final = 11
"""The POST, and the links of a page that waits for the answer and shows it."""

_PEAK: Final = 10
"""Times the mean that five minutes of a busy day may have."""

_QUIET_CALLS: Final = 20
"""In five minutes; fewer are never alarming."""

_AT_LEAST: Final = cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD


class Alarms:
    """Adds alarms of one environment to a scope; each tells the operations topic of its changes."""

    def __init__(self, scope: Construct, *, environment: Environment, operations: sns.ITopic) -> None:
        self._scope = scope
        self._environment = environment
        self._action = actions.SnsAction(operations)

    def watch_requests(self, metrics: Mapping[str, cloudwatch.IMetric]) -> None:
        """Watch whether requests are answered, in time, by the whole product."""
        target = self._environment.target
        self._add("ExecutionsFailed", metrics["failed"], 1, "A request ended without an answer.")
        self._add("ExecutionsTimedOut", metrics["timed_out"], 1, "A request was given up after hours.")
        self._add("ApiServerErrors", metrics["server_errors"], 1, "The API answered a caller with 5xx.")
        self._add(
            "OldestOpenRequest",
            metrics["oldest"],
            target.oldest_open_minutes * 60,
            "A request has been waiting for its answer for too long, or the sweep does not run.",
            missing=cloudwatch.TreatMissingData.BREACHING,
        )
        self._add("RequestsPastDue", metrics["past_due"], 1, "A request is past its due time.")
        self._add("ErasureUnfinished", metrics["erasures"], 1, "An erasure is not finished after an hour.")
        self._add(
            "AnsweredInTime",
            metrics["in_time"],
            target.answer_share,
            f"Too few requests were answered within {target.answer_seconds} s.",
            comparison=cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
        )
        self._add(
            "DegradedUrgent",
            metrics["degraded_urgent"],
            1,
            "A HIGH or MEDIUM request got a fallback answer: somebody should look at it.",
        )
        self._add("DeadLetters", metrics["dead_letters"], 1, "A failure could not even be recorded.")
        self._add(
            "ModelPassedOver", metrics["passed_over"], 1, "A configured model is retired, denied or unknown."
        )

    def watch_callers(self, metrics: Mapping[str, cloudwatch.IMetric]) -> None:
        """Watch whether the API is called far more, or refuses far more, than the day's quota explains.

        The links need no key, so that the usage plan bounds neither. Numbers, not shares: of the few calls of
        a night one that is refused would be a large share.
        """
        day = self._environment.api.requests_per_day * _CALLS_A_MESSAGE
        periods = DAY.to_minutes() / PERIOD.to_minutes()
        mean = max(_QUIET_CALLS, ceil(day / periods))
        self._add(
            "ApiCalls", metrics["calls"], _PEAK * mean, "Far more calls than requests_per_day would bring."
        )
        self._add(
            "ApiClientErrors",
            metrics["client_errors"],
            mean,
            "As many calls are refused (4XX) as requests_per_day would bring: is somebody guessing links?",
        )

    def watch_functions(self, functions: Mapping[str, lambda_.IFunction]) -> None:
        """Watch each function's errors and throttles."""
        for name, function in functions.items():
            # A busy service that a step retries counts here too, so a few of them are normal.
            errors = function.metric_errors(period=PERIOD)
            self._add(f"{name}Errors", errors, 1 if name in _RARE else 10, f"{name} raises errors.")
            throttles = function.metric_throttles(period=PERIOD)
            self._add(f"{name}Throttles", throttles, 1, f"{name} is throttled by Lambda.")

    def watch_budget(self, metrics: Mapping[str, cloudwatch.IMetric]) -> None:
        """Watch what a day costs, and whether that is known.

        One metric counts all functions: an alarm on a sum of metrics is paid for by the metric, and misses a
        function that somebody forgets to add. Its window of 24 hours moves on with each evaluation, so it
        tells while the money is being spent; a calendar day would be known at midnight only.
        """
        name, usd = self._environment.name, self._environment.budget.daily_usd
        self._add(
            "Budget",
            metrics["day_usd"],
            usd,
            f"24 hours have cost {usd:g} USD or more: daily_usd under [budget] in environments/{name}.toml.",
        )
        # Without a price the alarm Budget would be silent. An alarm notifies only when its state changes, so
        # where no price is known, this one tells it once.
        self._add(
            "CostUnknown",
            metrics["cost_unknown"],
            1,
            "What was used has no known price in this Region: the alarm Budget sees a part of the cost.",
        )

    def _add(
        self,
        construct_id: str,
        metric: cloudwatch.IMetric,
        threshold: float,
        description: str,
        *,
        comparison: cloudwatch.ComparisonOperator = _AT_LEAST,
        missing: cloudwatch.TreatMissingData = cloudwatch.TreatMissingData.NOT_BREACHING,
    ) -> None:
        alarm = cloudwatch.Alarm(
            self._scope,
            construct_id,
            metric=metric,
            threshold=threshold,
            evaluation_periods=3 if missing is cloudwatch.TreatMissingData.BREACHING else 1,
            comparison_operator=comparison,
            treat_missing_data=missing,
            alarm_description=f"[{self._environment.name}] {description}",
        )
        alarm.add_alarm_action(self._action)
        alarm.add_ok_action(self._action)
