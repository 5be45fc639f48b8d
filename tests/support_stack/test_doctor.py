"""The weekly checkup: when it runs, and the little that it may do."""

from typing import Any

import pytest
from aws_cdk.assertions import Template

HAIKU, NOVA = "anthropic.claude-haiku-5-5", "amazon.nova-lite-v1:0"
HERE = "arn:aws:bedrock:eu-west-3:"


@pytest.fixture(scope="module")
def granted(template: Template) -> dict[str, list[Any]]:
    """The resources of each action that the function's role may do."""
    policies = template.find_resources("AWS::IAM::Policy").items()
    (policy,) = (one["Properties"] for name, one in policies if name.startswith("DoctorRole"))
    return {
        action: _list(statement["Resource"])
        for statement in policy["PolicyDocument"]["Statement"]
        for action in _list(statement["Action"])
    }


def test_it_runs_on_monday_mornings(template: Template) -> None:
    rules = template.find_resources("AWS::Events::Rule")
    (rule,) = (one["Properties"] for name, one in rules.items() if name.startswith("Doctor"))
    assert rule["ScheduleExpression"] == "cron(0 6 ? * MON *)"
    assert rule["Targets"][0]["Arn"]["Fn::GetAtt"][0].startswith("DoctorFunction")


def test_it_may_do_what_it_checks_and_nothing_else(granted: dict[str, list[Any]]) -> None:
    assert set(granted) == {
        "bedrock:GetFoundationModel",
        "bedrock:GetInferenceProfile",
        "bedrock:InvokeModel",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "polly:DescribeVoices",
        "servicequotas:ListAWSDefaultServiceQuotas",
        "servicequotas:ListServiceQuotas",
        "sns:ListSubscriptionsByTopic",
        "sns:Publish",
        "xray:PutTelemetryRecords",
        "xray:PutTraceSegments",
    }


def test_it_may_look_up_and_call_the_configured_models_alone(granted: dict[str, list[Any]]) -> None:
    assert set(granted["bedrock:GetFoundationModel"]) == {
        f"{HERE}:foundation-model/{HAIKU}",
        f"{HERE}:foundation-model/{NOVA}",
    }
    assert granted["bedrock:GetInferenceProfile"] == [f"{HERE}111122223333:inference-profile/global.{HAIKU}"]
    assert set(granted["bedrock:InvokeModel"]) == {
        f"{HERE}111122223333:inference-profile/global.{HAIKU}",
        f"arn:aws:bedrock:*::foundation-model/{HAIKU}",
        f"arn:aws:bedrock:::foundation-model/{HAIKU}",
        f"{HERE}:foundation-model/{NOVA}",
    }


def test_it_lists_both_topics_and_tells_operations_alone(granted: dict[str, list[Any]]) -> None:
    listed = sorted(one["Ref"] for one in granted["sns:ListSubscriptionsByTopic"])
    assert [name[:-8] for name in listed] == ["NotificationsOperations", "NotificationsTeam"]
    (told,) = granted["sns:Publish"]
    assert told["Ref"].startswith("NotificationsOperations")


def test_it_is_told_no_address(template: Template) -> None:
    functions = template.find_resources("AWS::Lambda::Function").items()
    (variables,) = (
        one["Properties"]["Environment"]["Variables"]
        for name, one in functions
        if name.startswith("DoctorFunction")
    )
    assert "o…@example.com" in variables["ADDRESSES"]
    assert "operations@" not in variables["ADDRESSES"]


def test_one_error_of_it_is_an_alarm(template: Template) -> None:
    alarms = template.find_resources("AWS::CloudWatch::Alarm").items()
    (alarm,) = (one["Properties"] for name, one in alarms if name.startswith("ObservabilityDoctorErrors"))
    assert alarm["Threshold"] == 1


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
