from collections import Counter
from dataclasses import replace
from typing import Any

import aws_cdk as cdk
import pytest
from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion

from support_stack import config
from support_stack.config import Environment
from support_stack.stack import SupportStack
from support_stack.version import version
from tests.support_stack.conftest import make_app

OUTPUTS = {
    "ApiUrl",
    "ApiKeyId",
    "BucketName",
    "TableName",
    "TeamTopicArn",
    "OperationsTopicArn",
    "StateMachineArn",
    "StateMachineAliasArn",
    "EraseCustomerFunction",
    "VectorIndexArn",
    "IndexKnowledgeFunction",
}


def test_the_inventory(template: Template, snapshot_json: SnapshotAssertion) -> None:
    assert Counter(resource["Type"] for resource in template.to_json()["Resources"].values()) == snapshot_json


def test_the_outputs(template: Template) -> None:
    assert set(template.to_json()["Outputs"]) == OUTPUTS


TAGS = {
    "application": "support-assistant",
    "environment": "prod",
    "owner": "support team",
    "cost-center": "support",
}
UNTAGGED = {
    "AWS::ApiGateway::Account",
    "AWS::ApiGateway::Deployment",
    "AWS::ApiGateway::GatewayResponse",
    "AWS::ApiGateway::Method",
    "AWS::ApiGateway::Model",
    "AWS::ApiGateway::Resource",
    "AWS::ApiGateway::UsagePlanKey",
    "AWS::IAM::Policy",
    "AWS::Lambda::EventInvokeConfig",
    "AWS::Lambda::LayerVersion",
    "AWS::Lambda::Permission",
    "AWS::Lambda::Version",
    "AWS::Logs::QueryDefinition",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::Subscription",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueuePolicy",
    "AWS::StepFunctions::StateMachineAlias",
    "AWS::StepFunctions::StateMachineVersion",
}
"""Kinds that have no tags on AWS."""


def test_everything_that_can_have_tags_has_them(template: Template) -> None:
    tags = {
        name: _tags(resource["Properties"])
        for name, resource in template.to_json()["Resources"].items()
        if resource["Type"] not in UNTAGGED
    }
    assert {name: found for name, found in tags.items() if found != TAGS} == {}


def _tags(properties: dict[str, Any]) -> dict[str, str]:
    """Return a resource's tags; a global table's stand at its replica, some kinds have a mapping."""
    (holder,) = properties.get("Replicas", [properties])
    tags = holder.get("Tags", [])
    return tags if isinstance(tags, dict) else {tag["Key"]: tag["Value"] for tag in tags}


@pytest.mark.parametrize("protect", [True, False])
def test_the_stack_is_tagged_and_protected_as_the_environment_says(
    environment: Environment, protect: bool
) -> None:
    retention = replace(environment.retention, protect=protect)
    stack = SupportStack(
        make_app(),
        "support-assistant-prod",
        environment=replace(environment, retention=retention),
        env=cdk.Environment(account=environment.account, region=environment.region),
    )
    assert stack.termination_protection is protect
    assert stack.tags.tag_values() == TAGS


def test_nothing_has_a_physical_name(template: Template) -> None:
    named = [
        name
        for name, resource in template.to_json()["Resources"].items()
        for key in (
            "BucketName",
            "TableName",
            "FunctionName",
            "RoleName",
            "TopicName",
            "QueueName",
            "StateMachineName",
            "AlarmName",
            "DashboardName",
        )
        if key in resource.get("Properties", {}) and resource["Type"].split("::")[-1] + "Name" == key
    ]
    assert named == []


def test_the_products_version_stands_in_the_description_and_with_the_function_that_records_it(
    template: Template,
) -> None:
    stack = template.to_json()
    assert stack["Description"] == f"Multilingual support assistant {version()}, prod"
    (analysis,) = [
        one["Properties"]["Environment"]["Variables"]
        for name, one in template.find_resources("AWS::Lambda::Function").items()
        if name.startswith("TranslateAndAnalyze")
    ]
    assert analysis["VERSION"] == version()


def test_without_an_interval_there_is_no_watch() -> None:
    unwatched = SupportStack(
        make_app(), "Unwatched", environment=config.load("dev"), env=cdk.Environment(region="eu-west-1")
    )
    found = Template.from_stack(unwatched).to_json()["Resources"]
    assert not [name for name in found if name.startswith("Watch") or "AlarmsWatch" in name]
    (intake,) = [
        one["Properties"]["Environment"]["Variables"]
        for name, one in found.items()
        if name.startswith("ProcessCustomerRequestFunction")
    ]
    assert intake["WATCH_KEY_ID"] == ""


def test_the_watch_has_a_key_of_its_own_and_a_schedule(template: Template, environment: Environment) -> None:
    found = template.to_json()["Resources"]
    (key,) = [
        name for name, one in found.items() if one["Type"] == "AWS::ApiGateway::ApiKey" and "Watch" in name
    ]
    planned = [
        one["Properties"]["KeyId"]["Ref"]
        for one in template.find_resources("AWS::ApiGateway::UsagePlanKey").values()
    ]
    assert key in planned
    (rule,) = [
        one["Properties"]
        for name, one in found.items()
        if one["Type"] == "AWS::Events::Rule" and name.startswith("Watch")
    ]
    assert rule["ScheduleExpression"] == "rate(1 hour)"
    assert environment.watch.minutes == 60
    functions = {
        name[:-16]: one["Properties"]["Environment"]["Variables"]
        for name, one in template.find_resources("AWS::Lambda::Function").items()
    }
    assert (
        functions["Watch"]["WATCH_KEY_ID"]
        == functions["ProcessCustomerRequest"]["WATCH_KEY_ID"]
        == {"Ref": key}
    )
