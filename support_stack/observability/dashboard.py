"""What an operator opens in the console."""

from collections.abc import Iterable, Mapping, Sequence

from aws_cdk import aws_cloudwatch as cloudwatch, aws_lambda as lambda_
from constructs import Construct

from .metrics import AI_STEPS, COST_STEPS, PERIOD

FORTNIGHT = "-P14D"
"""What a graph of days shows, whatever stretch the dashboard is set to."""


def add_dashboard(
    scope: Construct,
    metrics: Mapping[str, cloudwatch.IMetric],
    functions: Sequence[lambda_.IFunction],
    daily_usd: float,
) -> None:
    """Show the named metrics, the functions' errors and throttles, and the budget of a day in USD."""

    def of(names: Iterable[str]) -> list[cloudwatch.IMetric]:
        return [metrics[name] for name in names]

    def graph(title: str, *names: str) -> cloudwatch.GraphWidget:
        return cloudwatch.GraphWidget(title=title, left=of(names), width=8)

    budget = cloudwatch.HorizontalAnnotation(value=daily_usd, label="budget")
    cloudwatch.Dashboard(
        scope,
        "Dashboard",
        # Else the dashboard overrides the periods of a day.
        period_override=cloudwatch.PeriodOverride.INHERIT,
        widgets=[
            [
                graph("Requests", "executions", "failed", "timed_out"),
                graph("Seconds to the answer", "seconds_p50", "seconds_p95", "seconds_p99"),
                graph("Share answered in time, share degraded", "in_time", "degraded"),
            ],
            [
                graph("USD a request", "request_usd_average", "request_usd_p95"),
                cloudwatch.GraphWidget(
                    title="USD a day",
                    left=of(["day_usd"]),
                    left_annotations=[budget],
                    start=FORTNIGHT,
                    width=8,
                ),
                graph("Milliseconds per step (p95)", *(f"milliseconds_{step}" for step in AI_STEPS)),
            ],
            [
                cloudwatch.GraphWidget(
                    title="USD a day, by step",
                    left=of(f"day_usd_{step}" for step in COST_STEPS),
                    stacked=True,
                    start=FORTNIGHT,
                    width=16,
                ),
                cloudwatch.GraphWidget(
                    title="Drafts rejected, economy fallen back, costs unknown",
                    left=of(["rejected", "fell_back", "cost_unknown"]),
                    start=FORTNIGHT,
                    width=8,
                ),
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
            [
                cloudwatch.GraphWidget(
                    title="Share of replies from documents, by day",
                    left=of(["documented"]),
                    left_y_axis=cloudwatch.YAxisProps(min=0, max=1),
                    start=FORTNIGHT,
                    width=24,
                )
            ],
            *([_watch(metrics)] if "watch_failed" in metrics else []),
        ],
    )


def _watch(metrics: Mapping[str, cloudwatch.IMetric]) -> list[cloudwatch.IWidget]:
    failed = cloudwatch.GraphWidget(
        title="Watch: 1 is a request that was not answered", left=[metrics["watch_failed"]], width=8
    )
    seconds = cloudwatch.GraphWidget(
        title="Watch: seconds to text and audio",
        left=[metrics["watch_text"], metrics["watch_audio"]],
        width=16,
    )
    return [failed, seconds]
