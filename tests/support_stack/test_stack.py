from collections import Counter

from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion

OUTPUTS = {
    "ApiUrl",
    "ApiKeyId",
    "BucketName",
    "TableName",
    "TeamTopicArn",
    "OperationsTopicArn",
    "StateMachineArn",
    "EraseCustomerFunction",
}


def test_the_inventory(template: Template, snapshot_json: SnapshotAssertion) -> None:
    assert Counter(resource["Type"] for resource in template.to_json()["Resources"].values()) == snapshot_json


def test_the_outputs(template: Template) -> None:
    assert set(template.to_json()["Outputs"]) == OUTPUTS


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
