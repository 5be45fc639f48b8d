"""Emptying and deleting stacks, on small ones of the emulator."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from botocore.exceptions import WaiterError
from typer.testing import CliRunner, Result

from local.commands import destroy as destroying
from local.commands.app import app
from local.environment.clients import Clients
from local.errors import LocalError

STACK = "support-assistant-dev"
Resources = dict[str, Any]


def resources(*, policy: str = "Delete", protected: bool = False) -> Resources:
    """Return what holds data, kept or not, and something that is never kept."""
    table = {
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
        "Replicas": [{"Region": "us-east-1", "DeletionProtectionEnabled": protected}],
    }
    return {
        "Bucket": {"Type": "AWS::S3::Bucket", "DeletionPolicy": policy},
        "Table": {"Type": "AWS::DynamoDB::GlobalTable", "DeletionPolicy": policy, "Properties": table},
        "Key": {"Type": "AWS::KMS::Key", "DeletionPolicy": policy},
        "Topic": {"Type": "AWS::SNS::Topic"},
    }


@pytest.fixture
def stack(clients: Clients, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., dict[str, str]]]:
    """Make the stack, with two objects in its bucket, and return its names."""
    cloudformation = clients.cloudformation

    def make(declared: Resources, *, protected: bool = False) -> dict[str, str]:
        cloudformation.create_stack(
            StackName=STACK,
            TemplateBody=json.dumps({"Resources": declared}),
            EnableTerminationProtection=protected,
        )
        cloudformation.get_waiter("stack_create_complete").wait(StackName=STACK, WaiterConfig={"Delay": 1})
        listed = cloudformation.describe_stack_resources(StackName=STACK)["StackResources"]
        names = {one["LogicalResourceId"]: one["PhysicalResourceId"] for one in listed}
        for number in range(2):
            clients.s3.put_object(Bucket=names["Bucket"], Key=f"audio/{number}", Body=b"mp3")
        return names

    monkeypatch.setattr(destroying, "find_stack", lambda _env, _state: (clients, STACK, None))
    yield make
    if exists(clients):
        cloudformation.update_termination_protection(StackName=STACK, EnableTerminationProtection=False)
        for page in cloudformation.get_paginator("list_stack_resources").paginate(StackName=STACK):
            for one in page["StackResourceSummaries"]:
                if one["ResourceType"] == "AWS::S3::Bucket":
                    destroying.empty(clients, one["PhysicalResourceId"])
                if one["ResourceType"] == "AWS::DynamoDB::GlobalTable":
                    clients.dynamodb.Table(one["PhysicalResourceId"]).update(DeletionProtectionEnabled=False)
        cloudformation.delete_stack(StackName=STACK)


def exists(clients: Clients) -> bool:
    pages = clients.cloudformation.get_paginator("list_stacks").paginate()
    stacks = [one for page in pages for one in page["StackSummaries"]]
    return any(one["StackName"] == STACK and one["StackStatus"] != "DELETE_COMPLETE" for one in stacks)


def buckets(clients: Clients) -> list[str]:
    return [one["Name"] for one in clients.s3.list_buckets()["Buckets"]]


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(
        app, ["destroy", "--env", "dev", *arguments], input=typed, catch_exceptions=False
    )


def test_an_environment_that_keeps_nothing_is_emptied_and_deleted(stack: Any, clients: Clients) -> None:
    names = stack(resources())
    result = run(typed=f"{STACK}\n")
    assert result.exit_code == 0
    assert not exists(clients)
    assert names["Bucket"] not in buckets(clients)
    assert names["Table"] not in clients.client("dynamodb").list_tables()["TableNames"]
    key = clients.client("kms").describe_key(KeyId=names["Key"])["KeyMetadata"]
    assert key["KeyState"] == "PendingDeletion"
    gone, stays = result.stdout.split("stays:")
    assert all(names[one] in gone for one in ("Bucket", "Table", "Key"))
    assert "after 30 days" in gone
    assert "1 other resources" in gone
    assert not any(name in stays for name in names.values())
    assert "2 objects were in its bucket" in stays


def test_what_is_kept_stays_and_is_named_with_the_way_to_delete_it(stack: Any, clients: Clients) -> None:
    names = stack(resources(policy="RetainExceptOnCreate"))
    said = json.loads(run("--yes", "--json").stdout)
    assert said["deleted"] == STACK
    assert said["objects"] == 0
    assert not exists(clients)
    assert len(clients.s3.list_objects_v2(Bucket=names["Bucket"])["Contents"]) == 2
    bucket, table, key = said["stays"]
    assert "keep_on_delete is true" in bucket
    assert f"aws s3 rb s3://{names['Bucket']} --force" in bucket
    assert f"aws dynamodb delete-table --table-name {names['Table']}" in table
    assert f"aws kms schedule-key-deletion --key-id {names['Key']}" in key
    clients.dynamodb.Table(names["Table"]).delete()
    destroying.empty(clients, names["Bucket"])
    clients.s3.delete_bucket(Bucket=names["Bucket"])


def test_nothing_is_deleted_without_the_stacks_name(stack: Any, clients: Clients) -> None:
    names = stack(resources())
    with pytest.raises(LocalError, match="nothing was deleted"):
        run(typed="yes\n")
    assert run(typed="").exit_code == 1
    assert exists(clients)
    assert len(clients.s3.list_objects_v2(Bucket=names["Bucket"])["Contents"]) == 2


@pytest.mark.parametrize(
    ("declared", "protected"),
    [(resources(), True), (resources(protected=True), False)],
    ids=["stack", "table"],
)
def test_what_is_protected_is_not_touched_and_the_key_to_change_is_named(
    stack: Any, clients: Clients, declared: Resources, protected: bool
) -> None:
    names = stack(declared, protected=protected)
    with pytest.raises(LocalError, match=r"protect = false in \[retention\] of environments/dev\.toml"):
        run("--yes")
    assert len(clients.s3.list_objects_v2(Bucket=names["Bucket"])["Contents"]) == 2


def test_what_is_written_meanwhile_is_deleted_too_and_said(
    stack: Any, clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = stack(resources())
    empty = destroying.empty

    def empty_and_write(clients: Clients, bucket: str) -> int:
        monkeypatch.setattr(destroying, "empty", empty)
        found = empty(clients, bucket)
        clients.s3.put_object(Bucket=bucket, Key="transcripts/late.txt", Body=b"late")
        return found

    monkeypatch.setattr(destroying, "empty", empty_and_write)
    result = run("--yes")
    assert "emptying the bucket once more" in result.stderr
    assert "3 objects were in its bucket" in result.stdout
    assert names["Bucket"] not in buckets(clients)


def test_what_a_failed_first_deployment_left_is_deleted_whatever_protects_it(
    stack: Any, clients: Clients
) -> None:
    fails = {"Type": "AWS::KMS::Key", "DependsOn": "Table", "Properties": {"KeySpec": "NONE"}}
    declared = resources(policy="RetainExceptOnCreate", protected=True)
    clients.cloudformation.create_stack(
        StackName=STACK,
        TemplateBody=json.dumps({"Resources": {"Table": declared["Table"], "Fails": fails}}),
        EnableTerminationProtection=True,
        DisableRollback=True,  # after a rollback that failed the emulator no longer lists what is left
    )
    with pytest.raises(WaiterError):
        clients.cloudformation.get_waiter("stack_create_complete").wait(
            StackName=STACK, WaiterConfig={"Delay": 1}
        )
    left = clients.cloudformation.describe_stack_resources(StackName=STACK)["StackResources"]
    table = next(one["PhysicalResourceId"] for one in left if one["LogicalResourceId"] == "Table")
    assert table in clients.client("dynamodb").list_tables()["TableNames"]
    result = run("--yes")
    assert "its first deployment failed" in result.stdout
    assert not exists(clients)
    assert table not in clients.client("dynamodb").list_tables()["TableNames"]


def test_many_objects_are_deleted_page_by_page(stack: Any, clients: Clients) -> None:
    names = stack(resources())
    clients.s3.put_bucket_versioning(Bucket=names["Bucket"], VersioningConfiguration={"Status": "Enabled"})
    for number in range(1, 1002):
        clients.s3.put_object(Bucket=names["Bucket"], Key=f"audio/{number}", Body=b"")
    clients.s3.delete_object(Bucket=names["Bucket"], Key="audio/0")
    assert destroying.empty(clients, names["Bucket"]) == 1004
