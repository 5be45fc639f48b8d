"""The alarms that tell the operations team that something is wrong."""

from collections.abc import Mapping
from math import ceil
from typing import Final

from aws_cdk import (
    Stack,
    aws_cloudwatch as cloudwatch,
    aws_cloudwatch_actions as actions,
    aws_events as events,
    aws_events_targets as targets,
    aws_lambda as lambda_,
    aws_sns as sns,
)
from constructs import Construct

from support_stack.config import Environment

from .metrics import DAY, PERIOD

_RARE: Final = frozenset({"Doctor", "Sweep", "Watch"})
"""Functions that run so seldom that each error counts: every week, every few minutes."""

BURN_RATE: Final = 6
"""How many times as fast as promised the share of late answers is used up before somebody is called.

A month's share would be gone in five days. With the smallest `answer_share`, 0.85, it is nine answers in ten.
"""

_CALLS_A_MESSAGE: Final = 11
"""The POST, and the links of a page that waits for the answer and shows it."""

_PEAK: Final = 10
"""Times the mean that five minutes of a busy day may have."""

_QUIET_CALLS: Final = 20
"""In five minutes; fewer are never alarming."""

_NEVER: Final = 2
"""More than the watch's metric can be: what it is silent about is told, not what it says."""

_AT_LEAST: Final = cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD


class Alarms:
    """The alarms of one environment; each tells the operations topic when it is raised.

    None has an action for OK: each new alarm goes there from "insufficient data", and a deployment would send
    dozens of mails. `_tell_recoveries` tells what was raised and is over.
    """

    def __init__(self, scope: Construct, *, environment: Environment, operations: sns.ITopic) -> None:
        self.by_name: Final[dict[str, cloudwatch.IAlarm]] = {}
        self._scope = Construct(scope, "Alarms")
        self._windows = Construct(scope, "Windows")
        self._environment = environment
        self._action = actions.SnsAction(operations)
        # What CloudFormation's names of these alarms begin with.
        self._prefix = f"{Stack.of(scope).stack_name}-{scope.node.id}{self._scope.node.id}"
        self._tell_recoveries(operations)

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
            "A request has been waiting for its answer for too long; without data, the sweep does not run.",
            silent=True,
        )
        self._add("RequestsPastDue", metrics["past_due"], 1, "A request is past its due time.")
        self._add("ErasureUnfinished", metrics["erasures"], 1, "An erasure is not finished after an hour.")
        self._watch_promise(metrics)
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

    def _watch_promise(self, metrics: Mapping[str, cloudwatch.IMetric]) -> None:
        """Watch the share of answers in time, over an hour and over five minutes.

        An hour alone goes on alarming when all is well again; five minutes alone are a few unlucky requests.
        """
        target = self._environment.target
        least = round(1 - BURN_RATE * (1 - target.answer_share), 4)
        windows = [
            cloudwatch.Alarm(
                self._windows,
                construct_id,
                metric=metrics[name],
                threshold=least,
                evaluation_periods=1,
                comparison_operator=cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
                treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
                alarm_description=f"[{self._environment.name}] One window of the alarm AnsweredInTime.",
            )
            for construct_id, name in (("Hour", "in_time_hour"), ("Minutes", "in_time"))
        ]
        rules = [cloudwatch.AlarmRule.from_alarm(one, cloudwatch.AlarmState.ALARM) for one in windows]
        both = cloudwatch.CompositeAlarm(
            self._scope,
            "AnsweredInTime",
            # CDK gives composite alarms a name of its own making; this one begins as those of the others.
            composite_alarm_name=f"{self._prefix}AnsweredInTime",
            alarm_rule=cloudwatch.AlarmRule.all_of(*rules),
            alarm_description=(
                f"[{self._environment.name}] Over an hour, and still, fewer than {least:.0%} of the requests "
                f"were answered within {target.answer_seconds} s: {BURN_RATE} times as many are late as "
                "promised."
            ),
        )
        both.add_alarm_action(self._action)
        self.by_name["AnsweredInTime"] = both

    def _tell_recoveries(self, operations: sns.ITopic) -> None:
        """Tell operations of each alarm that was raised and is over."""
        name = events.EventField.from_path("$.detail.alarmName")
        text = f"[{self._environment.name}] {name} is over: it was in alarm, and is in order again."
        events.Rule(
            self._scope,
            "Recoveries",
            description="Tells operations of alarms that are over",
            event_pattern=events.EventPattern(
                source=["aws.cloudwatch"],
                detail_type=["CloudWatch Alarm State Change"],
                detail={
                    "alarmName": events.Match.prefix(self._prefix),
                    "previousState": {"value": ["ALARM"]},
                    "state": {"value": ["OK"]},
                },
            ),
            targets=[
                targets.SnsTopic(
                    operations,
                    message=events.RuleTargetInput.from_text(text),
                    # A role that may publish there alone; else the topic would admit rules of any account.
                    authorize_using_role=True,
                )
            ],
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

    def watch_watch(self, failed: cloudwatch.IMetric) -> None:
        """Watch what the watch finds: twice in a row that the desk does not answer, and that nobody looks."""
        self._add(
            "WatchFailed",
            failed,
            1,
            "Twice in a row a request of the watch was not answered: its log says which part failed.",
            periods=2,
        )
        self._add(
            "WatchSilent",
            failed,
            _NEVER,
            "The watch has not run for three of its intervals.",
            silent=True,
        )

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
        silent: bool = False,
        periods: int = 1,
    ) -> None:
        """Add an alarm, raised after so many `periods` in a row.

        With `silent`, a metric that always has data is missed after three periods without. It begins without
        data, which tells nobody: only the change to it does.
        """
        treatment = cloudwatch.TreatMissingData
        alarm = cloudwatch.Alarm(
            self._scope,
            construct_id,
            metric=metric,
            threshold=threshold,
            evaluation_periods=3 if silent else periods,
            comparison_operator=_AT_LEAST,
            treat_missing_data=treatment.MISSING if silent else treatment.NOT_BREACHING,
            alarm_description=f"[{self._environment.name}] {description}",
        )
        alarm.add_alarm_action(self._action)
        self.by_name[construct_id] = alarm
        if silent:
            alarm.add_insufficient_data_action(self._action)
