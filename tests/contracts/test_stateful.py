"""What holds data keeps its logical id: another id would be another, empty, resource."""

from typing import Final

from aws_cdk.assertions import Template

FROZEN: Final = {
    "AWS::S3::Bucket": "StorageBucket5CB7C8EA",
    "AWS::DynamoDB::GlobalTable": "StorageTableB43FDCE7",
    "AWS::KMS::Key": "LinksKey1EF05A4EA",
    "AWS::SQS::Queue": "WorkflowDeadLettersE3F2B813",
}


def test_stateful_logical_ids_are_frozen(template: Template) -> None:
    found = {kind: list(template.find_resources(kind)) for kind in FROZEN}
    assert found == {kind: [name] for kind, name in FROZEN.items()}


def test_what_production_holds_outlives_its_stack(template: Template) -> None:
    for kind in ("AWS::S3::Bucket", "AWS::DynamoDB::GlobalTable", "AWS::KMS::Key"):
        for resource in template.find_resources(kind).values():
            policies = resource["DeletionPolicy"], resource["UpdateReplacePolicy"]
            assert policies == ("RetainExceptOnCreate", "Retain")


VERSIONS: Final = {"AWS::Lambda::Version", "AWS::StepFunctions::StateMachineVersion"}
"""Kept for the executions that began with them; AWS deletes them with their function or state machine."""


def test_a_first_deployment_that_fails_leaves_nothing_behind(template: Template) -> None:
    resources = template.to_json()["Resources"].values()
    assert {one["Type"] for one in resources if one.get("DeletionPolicy") == "Retain"} == VERSIONS
