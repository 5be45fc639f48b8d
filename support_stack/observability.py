"""What the operations team sees and is woken by."""

from collections.abc import Mapping, Sequence
from typing import Final

from aws_cdk import (
    aws_apigateway as apigateway,
    aws_cloudwatch as cloudwatch,
    aws_cloudwatch_actions as actions,
    aws_lambda as lambda_,
    aws_logs as logs,
    aws_sns as sns,
    aws_sqs as sqs,
    aws_stepfunctions as sfn,
)
from constructs import Construct

from .config import Environment
from .dashboard import PERIOD, add_dashboard, add_trace_query

NAMESPACE: Final = "SupportAssistant"
"""Of the functions' own metrics; `support/telemetry.py` writes there."""

_RARE: Final = frozenset({"Doctor"})
"""Functions that run so seldom that each error counts."""

_AT_LEAST: Final = cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD


class Observability(Construct):
    """Alarms to the operations topic, a dashboard, and a saved query that follows one request."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        environment: Environment,
        functions: Mapping[str, lambda_.IFunction],
        log_groups: Sequence[logs.ILogGroup],
        state_machine: sfn.StateMachine,
        dead_letters: sqs.IQueue,
        rest_api: apigateway.RestApi,
        operations: sns.ITopic,
    ) -> None:
        super().__init__(scope, construct_id)
        self._environment = environment
        self._action = actions.SnsAction(operations)
        target = environment.target
        metrics: dict[str, cloudwatch.IMetric] = {
            "executions": state_machine.metric_started(period=PERIOD),
            "failed": state_machine.metric_failed(period=PERIOD),
            "timed_out": state_machine.metric_timed_out(period=PERIOD),
            "in_time": self._own("SendResponse", "AnsweredInTime", "Average"),
            "seconds": self._own("SendResponse", "AnswerSeconds", "p95"),
            "degraded": self._own("SendResponse", "Degraded", "Average"),
            "degraded_urgent": self._own("SendResponse", "DegradedUrgent", "Sum"),
            "oldest": self._own("Sweep", "OldestOpenRequest", "Maximum"),
            "erasures": self._own("Sweep", "ErasureUnfinished", "Maximum"),
            "past_due": self._own("Sweep", "PastDueRequests", "Maximum"),
            "passed_over": self._own("GenerateAIResponse", "ModelPassedOver", "Sum"),
            "server_errors": rest_api.metric_server_error(period=PERIOD),
            "dead_letters": dead_letters.metric_approximate_number_of_messages_visible(period=PERIOD),
        }
        self._alarm("ExecutionsFailed", metrics["failed"], 1, "A request ended without an answer.")
        self._alarm("ExecutionsTimedOut", metrics["timed_out"], 1, "A request was given up after hours.")
        for name, function in functions.items():
            # A busy service that a step retries counts here too, so a handful is daily business.
            errors = function.metric_errors(period=PERIOD)
            self._alarm(f"{name}Errors", errors, 1 if name in _RARE else 10, f"{name} raises errors.")
            throttles = function.metric_throttles(period=PERIOD)
            self._alarm(f"{name}Throttles", throttles, 1, f"{name} is throttled by Lambda.")
        self._alarm("ApiServerErrors", metrics["server_errors"], 1, "The API answered a caller with 5xx.")
        self._alarm(
            "OldestOpenRequest",
            metrics["oldest"],
            target.oldest_open_minutes * 60,
            "A request has been waiting for its answer for too long, or the sweep does not run.",
            missing=cloudwatch.TreatMissingData.BREACHING,
        )
        self._alarm("RequestsPastDue", metrics["past_due"], 1, "A request is past its due time.")
        self._alarm("ErasureUnfinished", metrics["erasures"], 1, "An erasure is not finished after an hour.")
        self._alarm(
            "AnsweredInTime",
            metrics["in_time"],
            target.answer_share,
            f"Too few requests were answered within {target.answer_seconds} s.",
            comparison=cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
        )
        self._alarm(
            "DegradedUrgent",
            metrics["degraded_urgent"],
            1,
            "A HIGH or MEDIUM request got a lesser answer: somebody should look at it.",
        )
        self._alarm("DeadLetters", metrics["dead_letters"], 1, "A failure could not even be recorded.")
        self._alarm(
            "ModelPassedOver", metrics["passed_over"], 1, "A configured model is retired, denied or unknown."
        )
        add_dashboard(self, metrics, list(functions.values()))
        add_trace_query(self, log_groups)

    def _own(self, step: str, name: str, statistic: str) -> cloudwatch.Metric:
        return cloudwatch.Metric(
            namespace=NAMESPACE,
            metric_name=name,
            dimensions_map={"environment": self._environment.name, "step": step},
            statistic=statistic,
            period=PERIOD,
        )

    def _alarm(
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
            self,
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
