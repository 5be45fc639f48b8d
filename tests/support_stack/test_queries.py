"""Saved queries read what the functions' log lines hold, in the logs that hold them."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from aws_cdk.assertions import Template

from assistant.telemetry import count

PREFIX = "support-assistant-prod/"
ANSWERS = {
    "cost by language and category": "RequestCostUsd",
    "seconds to the answer by language": "AnswerSeconds",
    "slowest requests": "AnswerSeconds",
    "degraded by day and category": "Degraded",
    "drafts rejected by day and rule": "DraftRejected",
}


@pytest.fixture(scope="module")
def queries(template: Template) -> Mapping[str, Any]:
    """The saved queries by name."""
    found = [one["Properties"] for one in template.find_resources("AWS::Logs::QueryDefinition").values()]
    assert all(query["Name"].startswith(PREFIX) for query in found)
    return {query["Name"].removeprefix(PREFIX): query for query in found}


def test_one_query_follows_one_request_through_every_log(
    queries: Mapping[str, Any], template: Template
) -> None:
    functions = len(template.find_resources("AWS::Lambda::Function"))
    assert len(queries["trace one request"]["LogGroupNames"]) == functions


def test_the_others_read_the_log_that_tells_of_answers_or_of_drafts(queries: Mapping[str, Any]) -> None:
    assert set(queries) == {"trace one request", *ANSWERS}
    for name in ANSWERS:
        (group,) = queries[name]["LogGroupNames"]
        function = "GenerateAIResponse" if "drafts" in name else "SendResponse"
        assert group["Ref"].startswith(f"{function}Logs")


@pytest.mark.parametrize("name", ANSWERS)
def test_a_metric_is_read_by_the_name_that_logs_insights_gives_it(
    queries: Mapping[str, Any], capsys: pytest.CaptureFixture[str], name: str
) -> None:
    metric = ANSWERS[name]
    count("SendResponse", metric, 1)
    (value,) = json.loads(capsys.readouterr().out)[metric]
    assert value == 1
    assert set(re.findall(r"\w*[A-Z]\w*(?:\.\d)?", queries[name]["QueryString"])) == {f"{metric}.0"}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("cost by language and category", ["sum(", "avg(", "pct(", "by language, category"]),
        ("seconds to the answer by language", ["50) as p50", "95) as p95", "99) as p99", "by language"]),
        ("slowest requests", ["request_id", "sort seconds desc", "limit 20"]),
        ("degraded by day and category", ["> 0", "bin(1d) as day, category, degraded_steps"]),
        ("drafts rejected by day and rule", ["count(*) as drafts", "bin(1d) as day, rule"]),
    ],
)
def test_what_a_query_answers(queries: Mapping[str, Any], name: str, parts: list[str]) -> None:
    for part in parts:
        assert part in queries[name]["QueryString"]
