"""What an operator opens in the console: the dashboard, and the query that follows one request."""

from collections.abc import Mapping, Sequence
from typing import Final

from aws_cdk import Duration, Stack, aws_cloudwatch as cloudwatch, aws_lambda as lambda_, aws_logs as logs
from constructs import Construct

PERIOD: Final = Duration.minutes(5)
"""Of every metric that is shown or watched."""


def add_dashboard(
    scope: Construct, metrics: Mapping[str, cloudwatch.IMetric], functions: Sequence[lambda_.IFunction]
) -> None:
    """Show the named metrics, and the functions' errors and throttles."""

    def graph(title: str, *names: str) -> cloudwatch.GraphWidget:
        return cloudwatch.GraphWidget(title=title, left=[metrics[name] for name in names], width=8)

    cloudwatch.Dashboard(
        scope,
        "Dashboard",
        widgets=[
            [
                graph("Requests", "executions", "failed", "timed_out"),
                graph("Seconds to the answer (p95)", "seconds"),
                graph("Share answered in time, share degraded", "in_time", "degraded"),
            ],
            [
                cloudwatch.GraphWidget(
                    title="Function errors (left), throttles (right)",
                    left=[function.metric_errors(period=PERIOD) for function in functions],
                    right=[function.metric_throttles(period=PERIOD) for function in functions],
                    width=24,
                )
            ],
            [
                graph("Oldest open request (seconds)", "oldest"),
                graph("Past due, dead letters", "past_due", "dead_letters"),
                graph("API 5xx, models passed over", "server_errors", "passed_over"),
            ],
        ],
    )


def add_trace_query(scope: Construct, log_groups: Sequence[logs.ILogGroup]) -> None:
    """Save the query that shows every log line of one request, oldest first."""
    fields = ["@timestamp", "step", "attempt", "level", "message", "code", "milliseconds", "@message"]
    logs.QueryDefinition(
        scope,
        "TraceQuery",
        query_definition_name=f"{Stack.of(scope).stack_name}/trace one request",
        query_string=logs.QueryString(
            fields=fields,
            filter_statements=["@message like /req-REPLACE-WITH-THE-ID/"],
            sort="@timestamp asc",
        ),
        log_groups=list(log_groups),
    )
