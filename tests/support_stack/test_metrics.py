"""Metrics are read where the functions write them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from aws_cdk.assertions import Template

from assistant import telemetry
from support_stack.observability import metrics

HANDLERS = Path(__file__).resolve().parents[2] / "lambda_src" / "assistant"
Written = Callable[[str], list[tuple[str, list[str]]]]


def test_the_namespace_is_the_functions() -> None:
    assert metrics.NAMESPACE == telemetry.NAMESPACE


def test_own_metrics_have_no_dimension_but_environment_and_step(template: Template) -> None:
    alarms = [one["Properties"] for one in template.find_resources("AWS::CloudWatch::Alarm").values()]
    own = [alarm for alarm in alarms if alarm.get("Namespace") == metrics.NAMESPACE]
    assert own
    for alarm in own:
        named = {dimension["Name"]: dimension["Value"] for dimension in alarm["Dimensions"]}
        assert named.pop("environment") == "prod"
        assert set(named) <= {"step"}


@pytest.mark.parametrize(
    ("region", "alarm", "name"),
    [("us-east-1", "Budget", "CostUsd"), ("xx-none-1", "CostUnknown", "CostUnknown")],
)
def test_a_cost_is_written_by_step_and_in_all_as_its_alarm_reads_it(
    written: Written, template: Template, region: str, alarm: str, name: str
) -> None:
    assert written(region) == [(name, ["environment", "step"]), (name, ["environment"])]
    found = template.find_resources("AWS::CloudWatch::Alarm").items()
    (read,) = (one["Properties"] for key, one in found if key.startswith(f"ObservabilityAlarms{alarm}"))
    assert (read["MetricName"], [one["Name"] for one in read["Dimensions"]]) == (name, ["environment"])


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Written:
    """The metrics, each with its dimensions, that a cost in a Region is written as."""

    def write(region: str) -> list[tuple[str, list[str]]]:
        monkeypatch.setenv("AWS_REGION", region)
        telemetry.count_cost("SendResponse", {"s3_puts": 1})
        (directive,) = json.loads(capsys.readouterr().out)["_aws"]["CloudWatchMetrics"]
        (metric,) = directive["Metrics"]
        return [(metric["Name"], names) for names in directive["Dimensions"]]

    return write


def test_a_function_that_counts_its_cost_is_shown() -> None:
    counting = {
        name.group(1).lower()
        for file in HANDLERS.glob("*/*handler.py")
        if any(call in file.read_text() for call in ("wrappers.workflow_step(", "http.handler("))
        and (name := re.search(r'^NAME: Final = "(\w+)"', file.read_text(), re.MULTILINE))
    }
    assert counting
    assert counting <= {step.lower() for step in metrics.COST_STEPS}
