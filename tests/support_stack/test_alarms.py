"""What an alarm watches, from which value on, and whom it tells."""

import json
from math import ceil
from typing import Any

import pytest
from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion

from support_stack.config import Environment

Alarms = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def alarms(template: Template) -> Alarms:
    """The alarms by their ids in the source."""
    return {
        name.removeprefix("Observability")[:-8]: alarm["Properties"]
        for name, alarm in template.find_resources("AWS::CloudWatch::Alarm").items()
    }


def test_alarms(template: Template, snapshot_json: SnapshotAssertion) -> None:
    assert template.find_resources("AWS::CloudWatch::Alarm") == snapshot_json


def test_the_alarms_of_the_promise_are_there(template: Template, alarms: Alarms) -> None:
    assert {
        "ExecutionsFailed",
        "ApiCalls",
        "ApiClientErrors",
        "ApiServerErrors",
        "ErasureUnfinished",
        "OldestOpenRequest",
        "RequestsPastDue",
        "AnsweredInTime",
        "DeadLetters",
        "DegradedUrgent",
        "Budget",
        "CostUnknown",
        "SendResponseErrors",
        "ProcessCustomerRequestThrottles",
    } <= set(alarms)
    functions = len(template.find_resources("AWS::Lambda::Function"))
    assert len([name for name in alarms if name.endswith(("Errors", "Throttles"))]) == functions * 2 + 2


def test_every_alarm_goes_to_operations(alarms: Alarms) -> None:
    for alarm in alarms.values():
        assert len(alarm["AlarmActions"]) == 1
        assert "NotificationsOperations" in json.dumps(alarm["AlarmActions"])


def test_every_alarm_names_its_environment(alarms: Alarms) -> None:
    for alarm in alarms.values():
        assert alarm["AlarmDescription"].startswith("[prod] ")


def test_the_target_stands_in_the_environment(alarms: Alarms, environment: Environment) -> None:
    assert alarms["AnsweredInTime"]["Threshold"] == environment.target.answer_share
    assert alarms["AnsweredInTime"]["ComparisonOperator"] == "LessThanThreshold"
    assert alarms["OldestOpenRequest"]["Threshold"] == environment.target.oldest_open_minutes * 60


def test_a_sweep_that_does_not_run_is_an_alarm(alarms: Alarms) -> None:
    assert alarms["OldestOpenRequest"]["TreatMissingData"] == "breaching"


@pytest.mark.parametrize("name", ["Budget", "CostUnknown"])
def test_costs_are_summed_over_a_day(alarms: Alarms, name: str) -> None:
    alarm = alarms[name]
    assert (alarm["Statistic"], alarm["Period"], alarm["EvaluationPeriods"]) == ("Sum", 86_400, 1)
    assert alarm["TreatMissingData"] == "notBreaching"
    assert alarm["ComparisonOperator"] == "GreaterThanOrEqualToThreshold"


def test_the_budget_stands_in_the_environment_and_its_alarm_says_where(
    alarms: Alarms, environment: Environment
) -> None:
    budget = alarms["Budget"]
    assert budget["Threshold"] == environment.budget.daily_usd
    for part in (f"{environment.budget.daily_usd:g} USD", "daily_usd", "[budget]", "environments/prod.toml"):
        assert part in budget["AlarmDescription"]


def test_calls_are_measured_by_the_days_quota(alarms: Alarms, environment: Environment) -> None:
    mean = ceil(environment.api.requests_per_day * 11 / 288)
    calls, refused = alarms["ApiCalls"], alarms["ApiClientErrors"]
    assert (calls["MetricName"], calls["Statistic"], calls["Threshold"]) == (
        "Count",
        "SampleCount",
        10 * mean,
    )
    assert (refused["MetricName"], refused["Statistic"], refused["Threshold"]) == ("4XXError", "Sum", mean)
    assert {one["TreatMissingData"] for one in (calls, refused)} == {"notBreaching"}


def test_one_unknown_cost_is_enough(alarms: Alarms) -> None:
    assert alarms["CostUnknown"]["Threshold"] == 1


def test_one_error_of_a_function_that_runs_once_a_week_is_enough(alarms: Alarms) -> None:
    assert alarms["DoctorErrors"]["Threshold"] == 1
    assert alarms["SendResponseErrors"]["Threshold"] > 1


def test_every_alarm_is_on_one_plain_metric(alarms: Alarms) -> None:
    """One on a sum is paid for by the metric, and the emulator deploys none; a label makes it one too."""
    assert not [name for name, alarm in alarms.items() if "Metrics" in alarm]
