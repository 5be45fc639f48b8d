"""Deleting a stack fails on the emulator where it fails on AWS."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from local.environment.clients import Clients

STACK = "short-lived"


def table(*, protected: bool) -> dict[str, Any]:
    return {
        "Type": "AWS::DynamoDB::GlobalTable",
        "Properties": {
            "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
            "Replicas": [{"Region": "us-east-1", "DeletionProtectionEnabled": protected}],
        },
    }


class ShortLived:
    """A stack of a test's own."""

    def __init__(self, clients: Clients) -> None:
        self.cloudformation = clients.cloudformation

    def create(self, resources: dict[str, Any]) -> dict[str, str]:
        template = json.dumps({"Resources": resources})
        self.cloudformation.create_stack(StackName=STACK, TemplateBody=template)
        self._wait("stack_create_complete")
        return self.resources()

    def update(self, resources: dict[str, Any]) -> None:
        self.cloudformation.update_stack(StackName=STACK, TemplateBody=json.dumps({"Resources": resources}))
        self._wait("stack_update_complete")

    def delete(self) -> str:
        stack_id = self.cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]["StackId"]
        self.cloudformation.delete_stack(StackName=STACK)
        while True:
            status = self.cloudformation.describe_stacks(StackName=stack_id)["Stacks"][0]["StackStatus"]
            if status != "DELETE_IN_PROGRESS":
                return status

    def resources(self) -> dict[str, str]:
        found = self.cloudformation.describe_stack_resources(StackName=STACK)["StackResources"]
        return {one["LogicalResourceId"]: one["PhysicalResourceId"] for one in found}

    def _wait(self, state: Any) -> None:
        self.cloudformation.get_waiter(state).wait(StackName=STACK, WaiterConfig={"Delay": 1})


@pytest.fixture
def stack(clients: Clients) -> Iterator[ShortLived]:
    yield ShortLived(clients)
    clients.cloudformation.delete_stack(StackName=STACK)


def test_a_bucket_that_holds_objects_is_not_deleted(stack: ShortLived, clients: Clients) -> None:
    bucket = stack.create({"Bucket": {"Type": "AWS::S3::Bucket"}})["Bucket"]
    clients.s3.put_object(Bucket=bucket, Key="left", Body=b"behind")
    assert stack.delete() == "DELETE_FAILED"
    clients.s3.delete_object(Bucket=bucket, Key="left")
    assert stack.delete() == "DELETE_COMPLETE"
    assert bucket not in [one["Name"] for one in clients.s3.list_buckets()["Buckets"]]


def test_a_protected_table_is_not_deleted(stack: ShortLived, clients: Clients) -> None:
    name = stack.create({"Table": table(protected=True)})["Table"]
    assert clients.dynamodb.Table(name).deletion_protection_enabled
    assert stack.delete() == "DELETE_FAILED"
    clients.dynamodb.Table(name).update(DeletionProtectionEnabled=False)
    assert stack.delete() == "DELETE_COMPLETE"


def test_a_deployment_can_lift_the_protection_of_a_table(stack: ShortLived, clients: Clients) -> None:
    name = stack.create({"Table": table(protected=True)})["Table"]
    stack.update({"Table": table(protected=False)})
    assert not clients.dynamodb.Table(name).deletion_protection_enabled
    assert stack.delete() == "DELETE_COMPLETE"
