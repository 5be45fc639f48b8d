"""Saved Logs Insights queries: one request's way, what a week's answers cost and took, rejected drafts.

A function's metric is a line of its log: the value is a list of one, so Logs Insights knows it as `NAME.0`,
and its properties (category, language, ...) stand beside it. Logs are kept for a week.
"""

from collections.abc import Mapping, Sequence

from aws_cdk import Stack, aws_logs as logs
from constructs import Construct


def add_trace_query(scope: Construct, log_groups: Sequence[logs.ILogGroup]) -> None:
    """Save the query that shows every log line of one request, oldest first."""
    fields = ["@timestamp", "step", "attempt", "level", "message", "code", "milliseconds", "@message"]
    query = logs.QueryString(
        fields=fields,
        filter_statements=["@message like /req-REPLACE-WITH-THE-ID/"],
        sort="@timestamp asc",
    )
    _save(scope, "TraceQuery", "trace one request", query, log_groups)


def add_answer_queries(scope: Construct, log_groups: Mapping[str, logs.ILogGroup]) -> None:
    """Save the queries about answers and drafts; `log_groups` are those of the functions, by their names."""
    queries = {
        "CostQuery": ("cost by language and category", _COST, "SendResponse"),
        "SecondsQuery": ("seconds to the answer by language", _SECONDS, "SendResponse"),
        "SlowestQuery": ("slowest requests", _SLOWEST, "SendResponse"),
        "DegradedQuery": ("degraded by day and category", _DEGRADED, "SendResponse"),
        "RejectedQuery": ("drafts rejected by day and rule", _REJECTED, "GenerateAIResponse"),
    }
    for construct_id, (name, query, function) in queries.items():
        _save(scope, construct_id, name, query, [log_groups[function]])


_COST = logs.QueryString(
    filter_statements=["ispresent(RequestCostUsd.0)"],
    stats_statements=[
        "count(*) as requests, sum(RequestCostUsd.0) as usd, avg(RequestCostUsd.0) as usd_each, "
        "pct(RequestCostUsd.0, 95) as usd_p95 by language, category"
    ],
    sort="usd desc",
)

_SECONDS = logs.QueryString(
    filter_statements=["ispresent(AnswerSeconds.0)"],
    stats_statements=[
        "count(*) as requests, pct(AnswerSeconds.0, 50) as p50, pct(AnswerSeconds.0, 95) as p95, "
        "pct(AnswerSeconds.0, 99) as p99 by language"
    ],
    sort="p95 desc",
)

_SLOWEST = logs.QueryString(
    fields=["@timestamp", "request_id", "AnswerSeconds.0 as seconds", "language", "category"],
    filter_statements=["ispresent(AnswerSeconds.0)"],
    sort="seconds desc",
    limit=20,
)

_DEGRADED = logs.QueryString(
    filter_statements=["Degraded.0 > 0"],
    stats_statements=["count(*) as requests by bin(1d) as day, category, degraded_steps"],
    sort="day desc",
)

_REJECTED = logs.QueryString(
    filter_statements=["ispresent(DraftRejected.0)"],
    stats_statements=["count(*) as drafts by bin(1d) as day, rule"],
    sort="day desc",
)


def _save(
    scope: Construct,
    construct_id: str,
    name: str,
    query: logs.QueryString,
    log_groups: Sequence[logs.ILogGroup],
) -> None:
    logs.QueryDefinition(
        scope,
        construct_id,
        query_definition_name=f"{Stack.of(scope).stack_name}/{name}",
        query_string=query,
        log_groups=list(log_groups),
    )
