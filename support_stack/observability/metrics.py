"""The metrics that are shown and watched, by name."""

from collections.abc import Mapping
from typing import Final

from aws_cdk import (
    Duration,
    aws_apigateway as apigateway,
    aws_cloudwatch as cloudwatch,
    aws_sqs as sqs,
    aws_stepfunctions as sfn,
)

NAMESPACE: Final = "SupportAssistant"
"""Of the functions' own metrics; `assistant/telemetry.py` writes there."""

PERIOD: Final = Duration.minutes(5)
"""Of every metric that is shown or watched, but for those of a day."""

HOUR: Final = Duration.hours(1)
DAY: Final = Duration.days(1)

AI_STEPS: Final = ("TranslateAndAnalyze", "GenerateAIResponse", "GenerateVoiceResponse")
"""The steps that call an AI service; their `Milliseconds` are what a request waits for."""

LINKS: Final = ("GetRequest", "GetAudio", "EraseRequest")
"""The functions behind a request's links, which anybody may call."""

COST_STEPS: Final = (
    "ProcessCustomerRequest",
    *AI_STEPS,
    "SendResponse",
    "RecordFailure",
    *LINKS,
    "IndexKnowledge",
)
"""The functions that tell what each of their invocations cost (`CostUsd`)."""


def named(
    environment: str,
    *,
    state_machine: sfn.StateMachine,
    rest_api: apigateway.RestApi,
    dead_letters: sqs.IQueue,
) -> Mapping[str, cloudwatch.IMetric]:
    """Return the metrics of an environment; seconds, USD, shares (0 to 1) and counts, as their names say.

    A label is for graphs alone: an alarm on a metric that has one is written as one on a sum of metrics,
    which the emulator refuses.
    """

    def own(
        step: str, name: str, statistic: str, *, label: str | None = None, period: Duration = PERIOD
    ) -> cloudwatch.Metric:
        return _own(name, statistic, {"environment": environment, "step": step}, label, period)

    def in_all(name: str, period: Duration = DAY) -> cloudwatch.Metric:
        return _own(name, "Sum", {"environment": environment}, None, period)

    return {
        "executions": state_machine.metric_started(period=PERIOD),
        "failed": state_machine.metric_failed(period=PERIOD),
        "timed_out": state_machine.metric_timed_out(period=PERIOD),
        "in_time": own("SendResponse", "AnsweredInTime", "Average"),
        "documented": own("SendResponse", "Documented", "Average", period=DAY),
        "in_time_hour": own("SendResponse", "AnsweredInTime", "Average", period=HOUR),
        **{f"seconds_{p}": own("SendResponse", "AnswerSeconds", p, label=p) for p in ("p50", "p95", "p99")},
        **{f"milliseconds_{step}": own(step, "Milliseconds", "p95", label=step) for step in AI_STEPS},
        "degraded": own("SendResponse", "Degraded", "Average"),
        "degraded_urgent": own("SendResponse", "DegradedUrgent", "Sum"),
        "request_usd_average": own("SendResponse", "RequestCostUsd", "Average", label="average"),
        "request_usd_p95": own("SendResponse", "RequestCostUsd", "p95", label="p95"),
        "day_usd": in_all("CostUsd"),
        **{f"day_usd_{step}": own(step, "CostUsd", "Sum", label=step, period=DAY) for step in COST_STEPS},
        "cost_unknown": in_all("CostUnknown"),
        "fell_back": own("TranslateAndAnalyze", "EconomyFellBack", "Sum", period=DAY),
        "rejected": own("GenerateAIResponse", "DraftRejected", "Sum", period=DAY),
        "oldest": own("Sweep", "OldestOpenRequest", "Maximum"),
        "erasures": own("Sweep", "ErasureUnfinished", "Maximum"),
        "past_due": own("Sweep", "PastDueRequests", "Maximum"),
        "passed_over": in_all("ModelPassedOver", PERIOD),
        "calls": rest_api.metric_count(period=PERIOD),
        "client_errors": rest_api.metric_client_error(period=PERIOD),
        "server_errors": rest_api.metric_server_error(period=PERIOD),
        "dead_letters": dead_letters.metric_approximate_number_of_messages_visible(period=PERIOD),
    }


def of_watch(environment: str, minutes: int) -> Mapping[str, cloudwatch.IMetric]:
    """Return what the watch measures, by periods as long as its interval."""
    dimensions, period = {"environment": environment, "step": "Watch"}, Duration.minutes(minutes)
    return {
        "watch_failed": _own("WatchFailed", "Maximum", dimensions, None, period),
        "watch_text": _own("WatchTextSeconds", "Maximum", dimensions, "text", period),
        "watch_audio": _own("WatchAudioSeconds", "Maximum", dimensions, "audio", period),
    }


def _own(
    name: str, statistic: str, dimensions: Mapping[str, str], label: str | None, period: Duration
) -> cloudwatch.Metric:
    return cloudwatch.Metric(
        namespace=NAMESPACE,
        metric_name=name,
        dimensions_map=dimensions,
        statistic=statistic,
        label=label,
        period=period,
    )
