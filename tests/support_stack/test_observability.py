import json
from typing import Any

from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion

from support import telemetry
from support_stack import observability
from support_stack.config import Environment


def _alarms(template: Template) -> dict[str, dict[str, Any]]:
    return {
        name.removeprefix("Observability")[:-8]: alarm["Properties"]
        for name, alarm in template.find_resources("AWS::CloudWatch::Alarm").items()
    }


def test_alarms(template: Template, snapshot_json: SnapshotAssertion) -> None:
    assert template.find_resources("AWS::CloudWatch::Alarm") == snapshot_json


def test_the_alarms_of_the_promise_are_there(template: Template) -> None:
    names = set(_alarms(template))
    assert {
        "ExecutionsFailed",
        "ApiServerErrors",
        "ErasureUnfinished",
        "OldestOpenRequest",
        "RequestsPastDue",
        "AnsweredInTime",
        "DeadLetters",
        "DegradedUrgent",
        "SendResponseErrors",
        "ProcessCustomerRequestThrottles",
    } <= names
    functions = len(template.find_resources("AWS::Lambda::Function"))
    assert len([name for name in names if name.endswith(("Errors", "Throttles"))]) == functions * 2 + 1


def test_every_alarm_goes_to_operations(template: Template) -> None:
    for alarm in _alarms(template).values():
        assert len(alarm["AlarmActions"]) == 1
        assert "NotificationsOperations" in json.dumps(alarm["AlarmActions"])


def test_the_target_stands_in_the_environment(template: Template, environment: Environment) -> None:
    alarms = _alarms(template)
    assert alarms["AnsweredInTime"]["Threshold"] == environment.target.answer_share
    assert alarms["AnsweredInTime"]["ComparisonOperator"] == "LessThanThreshold"
    assert alarms["OldestOpenRequest"]["Threshold"] == environment.target.oldest_open_minutes * 60


def test_a_sweep_that_does_not_run_is_an_alarm(template: Template) -> None:
    assert _alarms(template)["OldestOpenRequest"]["TreatMissingData"] == "breaching"


def test_metrics_are_read_where_the_functions_write_them(template: Template) -> None:
    assert observability.NAMESPACE == telemetry.NAMESPACE
    own = [alarm for alarm in _alarms(template).values() if alarm.get("Namespace") == observability.NAMESPACE]
    assert own
    for alarm in own:
        assert {dimension["Name"] for dimension in alarm["Dimensions"]} == {"environment", "step"}
