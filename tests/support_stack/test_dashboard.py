"""The dashboard shows what the promise is measured by, and what it costs."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from aws_cdk.assertions import Template

from support_stack.config import Environment
from support_stack.observability.metrics import AI_STEPS, COST_STEPS

from .conftest import render

Widgets = Mapping[str, Any]


@pytest.fixture(scope="module")
def body(template: Template) -> dict[str, Any]:
    """What the dashboard is made of."""
    (dashboard,) = template.find_resources("AWS::CloudWatch::Dashboard").values()
    return dict(json.loads(render(dashboard["Properties"]["DashboardBody"])))


@pytest.fixture(scope="module")
def widgets(body: dict[str, Any]) -> Widgets:
    """What each graph shows, by its title."""
    return {widget["properties"]["title"]: widget["properties"] for widget in body["widgets"]}


def shown(widget: Any) -> list[tuple[str, str]]:
    """The name and statistic of each metric of a graph; how it is shown comes last, unless it is as usual."""
    last = ((metric[1], metric[-1]) for metric in widget["metrics"])
    return [(name, how.get("stat", "Average") if isinstance(how, dict) else "Average") for name, how in last]


def steps(widget: Any) -> list[str]:
    return [metric[metric.index("step") + 1] for metric in widget["metrics"]]


@pytest.mark.parametrize(
    ("title", "metrics"),
    [
        (
            "Seconds to the answer",
            [("AnswerSeconds", "p50"), ("AnswerSeconds", "p95"), ("AnswerSeconds", "p99")],
        ),
        ("Share answered in time, share degraded", [("AnsweredInTime", "Average"), ("Degraded", "Average")]),
        ("USD a request", [("RequestCostUsd", "Average"), ("RequestCostUsd", "p95")]),
        ("USD a day", [("CostUsd", "Sum")]),
        (
            "Drafts rejected, economy fallen back, costs unknown",
            [("DraftRejected", "Sum"), ("EconomyFellBack", "Sum"), ("CostUnknown", "Sum")],
        ),
        ("Oldest open request (seconds)", [("OldestOpenRequest", "Maximum")]),
        ("Share of replies from documents, by day", [("Documented", "Average")]),
    ],
)
def test_what_a_graph_shows(widgets: Widgets, title: str, metrics: list[tuple[str, str]]) -> None:
    assert shown(widgets[title]) == metrics


def test_a_day_is_shown_beside_its_budget(widgets: Widgets, environment: Environment) -> None:
    day = widgets["USD a day"]
    assert [one["value"] for one in day["annotations"]["horizontal"]] == [environment.budget.daily_usd]
    assert day["metrics"][0][-1]["period"] == 86_400
    assert "step" not in day["metrics"][0]


def test_the_days_of_a_fortnight_are_shown_whatever_the_dashboard_shows(widgets: Widgets) -> None:
    days = {title for title, widget in widgets.items() if widget.get("start") == "-P14D"}
    assert days == {
        "USD a day",
        "USD a day, by step",
        "Drafts rejected, economy fallen back, costs unknown",
        "Share of replies from documents, by day",
    }


def test_a_day_stays_a_day_in_a_dashboard_of_hours(body: dict[str, Any]) -> None:
    assert body["periodOverride"] == "inherit"


def test_each_step_is_shown(widgets: Widgets) -> None:
    assert steps(widgets["USD a day, by step"]) == list(COST_STEPS)
    assert set(shown(widgets["USD a day, by step"])) == {("CostUsd", "Sum")}
    assert steps(widgets["Milliseconds per step (p95)"]) == list(AI_STEPS)
    assert set(shown(widgets["Milliseconds per step (p95)"])) == {("Milliseconds", "p95")}


def test_every_functions_errors_and_throttles_are_shown(widgets: Widgets, template: Template) -> None:
    functions = len(template.find_resources("AWS::Lambda::Function"))
    names = [name for name, _ in shown(widgets["Function errors (left), throttles (right)"])]
    assert names == ["Errors"] * functions + ["Throttles"] * functions
