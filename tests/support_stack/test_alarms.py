"""What an alarm watches, from which value on, and whom it tells."""

import json
from math import ceil
from typing import Any

import pytest
from aws_cdk.assertions import Match, Template
from syrupy.assertion import SnapshotAssertion

from support_stack.config import Environment

Alarms = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def alarms(template: Template) -> Alarms:
    """The alarms that tell operations, by their ids in the source; `promise` tells of the composite one."""
    return {
        name.removeprefix("ObservabilityAlarms")[:-8]: alarm["Properties"]
        for name, alarm in template.find_resources("AWS::CloudWatch::Alarm").items()
        if name.startswith("ObservabilityAlarms")
    }


@pytest.fixture(scope="module")
def promise(template: Template) -> dict[str, Any]:
    """The alarm on the share that is answered in time."""
    (alarm,) = template.find_resources("AWS::CloudWatch::CompositeAlarm").values()
    return dict(alarm["Properties"])


@pytest.fixture(scope="module")
def windows(template: Template) -> Alarms:
    """The two that it looks at, by their ids in the source."""
    return {
        name.removeprefix("ObservabilityWindows")[:-8]: alarm["Properties"]
        for name, alarm in template.find_resources("AWS::CloudWatch::Alarm").items()
        if name.startswith("ObservabilityWindows")
    }


def test_alarms(template: Template, snapshot_json: SnapshotAssertion) -> None:
    alarms = template.find_resources("AWS::CloudWatch::Alarm")
    for alarm in alarms.values():
        del alarm["Properties"]["Tags"]  # the same on everything: test_stack
    assert alarms == snapshot_json


def test_the_alarms_of_the_promise_are_there(template: Template, alarms: Alarms) -> None:
    assert {
        "ExecutionsFailed",
        "ApiCalls",
        "ApiClientErrors",
        "ApiServerErrors",
        "ErasureUnfinished",
        "OldestOpenRequest",
        "RequestsPastDue",
        "DeadLetters",
        "DegradedUrgent",
        "Budget",
        "CostUnknown",
        "SendResponseErrors",
        "ProcessCustomerRequestThrottles",
    } <= set(alarms)
    functions = len(template.find_resources("AWS::Lambda::Function"))
    assert len([name for name in alarms if name.endswith(("Errors", "Throttles"))]) == functions * 2 + 2


def test_every_alarm_goes_to_operations(alarms: Alarms, promise: dict[str, Any]) -> None:
    for alarm in (*alarms.values(), promise):
        assert len(alarm["AlarmActions"]) == 1
        assert "NotificationsOperations" in json.dumps(alarm["AlarmActions"])


def test_a_new_stack_sends_no_wave_of_mails(template: Template, alarms: Alarms) -> None:
    """Each alarm goes from "insufficient data" to OK, or to ALARM if missing data count as breaching."""
    every = {
        **template.find_resources("AWS::CloudWatch::Alarm"),
        **template.find_resources("AWS::CloudWatch::CompositeAlarm"),
    }
    assert not [name for name, alarm in every.items() if "OKActions" in alarm["Properties"]]
    assert not [name for name, alarm in alarms.items() if alarm["TreatMissingData"] == "breaching"]


def test_what_was_raised_and_is_over_is_told(
    template: Template, alarms: Alarms, promise: dict[str, Any]
) -> None:
    rules = template.find_resources("AWS::Events::Rule", {"Properties": {"EventPattern": Match.any_value()}})
    (rule,) = (found["Properties"] for found in rules.values())
    detail = rule["EventPattern"]["detail"]
    assert (detail["previousState"], detail["state"]) == ({"value": ["ALARM"]}, {"value": ["OK"]})
    (prefix,) = (one["prefix"] for one in detail["alarmName"])
    # CloudFormation names an alarm after its stack and its id: those of the windows begin differently.
    names = [f"support-assistant-prod-{name}" for name in template.find_resources("AWS::CloudWatch::Alarm")]
    assert len([name for name in names if name.startswith(prefix)]) == len(alarms)
    assert promise["AlarmName"].startswith(prefix)
    assert "NotificationsOperations" in json.dumps(rule["Targets"][0]["Arn"])
    assert "<detail-alarmName> is over" in rule["Targets"][0]["InputTransformer"]["InputTemplate"]


def test_the_rule_may_publish_to_operations_alone(template: Template) -> None:
    policies = template.find_resources("AWS::IAM::Policy")
    (policy,) = (found for name, found in policies.items() if "EventsRole" in name)
    (statement,) = policy["Properties"]["PolicyDocument"]["Statement"]
    assert (statement["Action"], statement["Effect"]) == ("sns:Publish", "Allow")
    assert "NotificationsOperations" in json.dumps(statement["Resource"])


def test_every_alarm_names_its_environment(alarms: Alarms, windows: Alarms, promise: dict[str, Any]) -> None:
    for alarm in (*alarms.values(), *windows.values(), promise):
        assert alarm["AlarmDescription"].startswith("[prod] ")


def test_the_target_stands_in_the_environment(alarms: Alarms, environment: Environment) -> None:
    assert alarms["OldestOpenRequest"]["Threshold"] == environment.target.oldest_open_minutes * 60


@pytest.mark.parametrize(("name", "errors"), [("Sweep", 1), ("Doctor", 1), ("SendResponse", 10)])
def test_each_error_counts_of_a_function_that_runs_seldom(alarms: Alarms, name: str, errors: int) -> None:
    assert alarms[f"{name}Errors"]["Threshold"] == errors


def test_a_sweep_that_does_not_run_is_an_alarm(alarms: Alarms) -> None:
    oldest = alarms["OldestOpenRequest"]
    assert (oldest["TreatMissingData"], oldest["EvaluationPeriods"]) == ("missing", 3)
    assert oldest["InsufficientDataActions"] == oldest["AlarmActions"]
    assert [name for name, alarm in alarms.items() if "InsufficientDataActions" in alarm] == [
        "OldestOpenRequest",
        "WatchSilent",
    ]


def test_the_promise_is_watched_over_two_windows(
    windows: Alarms, promise: dict[str, Any], environment: Environment
) -> None:
    """Six times as many late answers as promised, over an hour and still over the last five minutes."""
    assert {name: alarm["Period"] for name, alarm in windows.items()} == {"Hour": 3600, "Minutes": 300}
    for alarm in windows.values():
        assert alarm["Threshold"] == pytest.approx(1 - 6 * (1 - environment.target.answer_share))
        assert alarm["ComparisonOperator"] == "LessThanThreshold"
        assert alarm["TreatMissingData"] == "notBreaching"
        assert "AlarmActions" not in alarm
    rule = json.dumps(promise["AlarmRule"])
    assert rule.count("ALARM(") == 2
    assert " AND " in rule


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
