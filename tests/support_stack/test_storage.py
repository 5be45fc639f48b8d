from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import aws_cdk as cdk
import pytest
from aws_cdk.assertions import Match, Template
from syrupy.assertion import SnapshotAssertion

from support_stack.config import Environment
from support_stack.storage import LinkKeys, RequestStorage

from .conftest import make_app


def test_storage(
    stack: cdk.Stack,
    environment: Environment,
    resources_of: Callable[[], dict[str, Any]],
    snapshot_json: SnapshotAssertion,
) -> None:
    RequestStorage(stack, "Storage", retention=environment.retention)
    assert resources_of() == snapshot_json


def test_link_keys(
    stack: cdk.Stack, resources_of: Callable[[], dict[str, Any]], snapshot_json: SnapshotAssertion
) -> None:
    LinkKeys(stack, "Links", versions=(2, 1), keep_on_delete=True)
    assert resources_of() == snapshot_json


def test_a_key_keeps_its_logical_id_whatever_the_order_of_the_list() -> None:
    def keys_of(*versions: int) -> list[str]:
        stack = cdk.Stack(make_app(), "Test")
        keys = LinkKeys(stack, "Links", versions=versions, keep_on_delete=True).keys
        return [str(stack.get_logical_id(cast("cdk.CfnElement", key.node.default_child))) for key in keys]

    (first,) = keys_of(1)
    assert keys_of(1, 2)[0] == keys_of(2, 1)[1] == first


def test_every_prefix_expires_by_the_environment(template: Template, environment: Environment) -> None:
    retention = environment.retention
    rules = next(iter(template.find_resources("AWS::S3::Bucket").values()))["Properties"][
        "LifecycleConfiguration"
    ]["Rules"]
    assert {rule["Prefix"]: rule["ExpirationInDays"] for rule in rules} == {
        "incoming/": retention.incoming_days,
        "responses/": retention.responses_days,
        "audio-responses/": retention.audio_days,
        "transcripts/": retention.transcripts_days,
    }


def test_the_bucket_is_private_encrypted_and_tls_only(template: Template) -> None:
    template.has_resource_properties(
        "AWS::S3::Bucket",
        {
            "BucketEncryption": {
                "ServerSideEncryptionConfiguration": [
                    {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
                ]
            },
            "PublicAccessBlockConfiguration": {
                "BlockPublicAcls": True,
                "BlockPublicPolicy": True,
                "IgnorePublicAcls": True,
                "RestrictPublicBuckets": True,
            },
        },
    )
    template.has_resource_properties(
        "AWS::S3::BucketPolicy",
        {
            "PolicyDocument": Match.object_like(
                {
                    "Statement": Match.array_with(
                        [
                            Match.object_like(
                                {"Effect": "Deny", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
                            )
                        ]
                    )
                }
            )
        },
    )


def test_players_may_seek(template: Template) -> None:
    rule = next(iter(template.find_resources("AWS::S3::Bucket").values()))["Properties"]["CorsConfiguration"][
        "CorsRules"
    ][0]
    assert rule["AllowedMethods"] == ["GET"]
    assert rule["AllowedOrigins"] == ["*"]
    assert {"Accept-Ranges", "Content-Range"} <= set(rule["ExposedHeaders"])


def test_the_table_has_its_three_sparse_indexes(template: Template) -> None:
    table = next(iter(template.find_resources("AWS::DynamoDB::GlobalTable").values()))["Properties"]
    assert table["BillingMode"] == "PAY_PER_REQUEST"
    (replica,) = table["Replicas"]
    assert replica["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["TimeToLiveSpecification"] == {"AttributeName": "ttl", "Enabled": True}
    indexes = {
        index["IndexName"]: index["KeySchema"][0]["AttributeName"]
        for index in table["GlobalSecondaryIndexes"]
    }
    assert indexes == {"by_customer": "customer_hash", "by_open": "open_status", "by_gap": "gap_month"}


def test_no_index_carries_what_a_customer_wrote(template: Template) -> None:
    table = next(iter(template.find_resources("AWS::DynamoDB::GlobalTable").values()))["Properties"]
    projected = {
        index["IndexName"]: index["Projection"].get("NonKeyAttributes", [])
        for index in table["GlobalSecondaryIndexes"]
    }
    assert projected == {"by_customer": [], "by_open": ["attempt", "due_at"], "by_gap": ["gap"]}


@pytest.mark.parametrize(("keep", "policy"), [(True, "RetainExceptOnCreate"), (False, "Delete")])
def test_what_happens_when_the_stack_is_deleted(
    stack: cdk.Stack,
    environment: Environment,
    resources_of: Callable[[], dict[str, Any]],
    keep: bool,
    policy: str,
) -> None:
    RequestStorage(stack, "Storage", retention=replace(environment.retention, keep_on_delete=keep))
    policies = {
        resource["DeletionPolicy"]
        for resource in resources_of().values()
        if resource["Type"] in ("AWS::S3::Bucket", "AWS::DynamoDB::GlobalTable")
    }
    assert policies == {policy}


@pytest.mark.parametrize("protect", [True, False])
def test_the_table_is_protected_as_the_environment_says(
    stack: cdk.Stack, environment: Environment, resources_of: Callable[[], dict[str, Any]], protect: bool
) -> None:
    RequestStorage(stack, "Storage", retention=replace(environment.retention, protect=protect))
    (table,) = (one for one in resources_of().values() if one["Type"] == "AWS::DynamoDB::GlobalTable")
    assert [one["DeletionProtectionEnabled"] for one in table["Properties"]["Replicas"]] == [protect]
