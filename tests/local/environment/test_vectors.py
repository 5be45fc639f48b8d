"""CloudFormation's types of S3 Vectors: each makes a thing of the stand-in's."""

import json
import re
import time
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from local.environment.clients import Clients

STACK = "a-stack-that-keeps-vectors"
HIDDEN = {"NonFilterableMetadataKeys": ["text"]}


def template(*, named: bool = False, tag: str = "first", **index: Any) -> str:
    bucket: dict[str, Any] = {
        "Type": "AWS::S3Vectors::VectorBucket",
        "Properties": {
            "EncryptionConfiguration": {"SseType": "AES256"},
            "Tags": [{"Key": "release", "Value": tag}],
            **({"VectorBucketName": "my-own-name"} if named else {}),
        },
    }
    found = {
        "Type": "AWS::S3Vectors::Index",
        "Properties": {
            "VectorBucketArn": {"Fn::GetAtt": ["Bucket", "VectorBucketArn"]},
            "DataType": "float32",
            "Dimension": 2,
            "DistanceMetric": "cosine",
            "MetadataConfiguration": HIDDEN,
            **index,
        },
    }
    outputs = {
        "BucketRef": {"Ref": "Bucket"},
        "BucketArn": {"Fn::GetAtt": ["Bucket", "VectorBucketArn"]},
        "BucketTime": {"Fn::GetAtt": ["Bucket", "CreationTime"]},
        "IndexRef": {"Ref": "Index"},
        "IndexArn": {"Fn::GetAtt": ["Index", "IndexArn"]},
        "IndexTime": {"Fn::GetAtt": ["Index", "CreationTime"]},
    }
    return json.dumps(
        {
            "Resources": {"Bucket": bucket, "Index": found},
            "Outputs": {name: {"Value": value} for name, value in outputs.items()},
        }
    )


class Stack:
    """A stack with a bucket and an index."""

    def __init__(self, clients: Clients) -> None:
        self.cloudformation = clients.cloudformation

    def create(self, body: str) -> dict[str, str]:
        self.cloudformation.create_stack(StackName=STACK, TemplateBody=body)
        return self.outputs("CREATE_COMPLETE")

    def update(self, body: str, expected: str = "UPDATE_COMPLETE") -> dict[str, str]:
        self.cloudformation.update_stack(StackName=STACK, TemplateBody=body)
        return self.outputs(expected)

    def delete(self) -> str:
        stack_id = self.described(STACK)["StackId"]
        self.cloudformation.delete_stack(StackName=STACK)
        return str(self.described(stack_id)["StackStatus"])

    def outputs(self, expected: str) -> dict[str, str]:
        stack = self.described(STACK)
        assert stack["StackStatus"] == expected, self.reasons()
        return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}

    def reasons(self) -> str:
        events = self.cloudformation.describe_stack_events(StackName=STACK)["StackEvents"]
        return " / ".join(event.get("ResourceStatusReason", "") for event in events)

    def described(self, name: str) -> Any:
        while True:
            stack = self.cloudformation.describe_stacks(StackName=name)["Stacks"][0]
            if not stack["StackStatus"].endswith("IN_PROGRESS"):
                return stack


@pytest.fixture
def s3vectors(clients: Clients, vectors_url: str) -> Any:
    return clients.client("s3vectors", url=vectors_url)


@pytest.fixture
def stack(clients: Clients, s3vectors: Any) -> Iterator[Stack]:
    yield Stack(clients)
    clients.cloudformation.delete_stack(StackName=STACK)
    deadline = time.monotonic() + 10
    while s3vectors.list_vector_buckets()["vectorBuckets"]:
        assert time.monotonic() < deadline, "a bucket is left"


def test_a_bucket_and_its_index_are_made_with_names_of_the_stacks(stack: Stack, s3vectors: Any) -> None:
    made = stack.create(template())
    bucket = s3vectors.get_vector_bucket(vectorBucketArn=made["BucketArn"])["vectorBucket"]
    index = s3vectors.get_index(indexArn=made["IndexArn"])["index"]
    for name in (bucket["vectorBucketName"], index["indexName"]):
        assert re.fullmatch(r"a-stack-that-keeps-vectors-(bucket|index)-[0-9a-f]{13}", name)
    assert (index["dimension"], index["distanceMetric"]) == (2, "cosine")
    assert index["metadataConfiguration"] == {"nonFilterableMetadataKeys": ["text"]}
    assert bucket["encryptionConfiguration"] == {"sseType": "AES256"}
    assert (made["BucketRef"], made["IndexRef"]) == (made["BucketArn"], made["IndexArn"])
    assert datetime.fromisoformat(made["BucketTime"]) == bucket["creationTime"]
    assert datetime.fromisoformat(made["IndexTime"]) == index["creationTime"]


def keys(s3vectors: Any, index: str) -> list[str]:
    return [one["key"] for one in s3vectors.list_vectors(indexArn=index)["vectors"]]


@pytest.mark.parametrize(
    "change",
    [
        {"Dimension": 3},
        {"DistanceMetric": "euclidean"},
        {"MetadataConfiguration": {"NonFilterableMetadataKeys": ["text", "title"]}},
    ],
    ids=str,
)
def test_another_kind_of_index_replaces_the_one_before(
    stack: Stack, s3vectors: Any, change: dict[str, Any]
) -> None:
    before = stack.create(template())
    s3vectors.put_vectors(
        indexArn=before["IndexArn"], vectors=[{"key": "a", "data": {"float32": [1.0, 0.0]}}]
    )
    after = stack.update(template(**change))
    assert after["BucketArn"] == before["BucketArn"]
    assert after["IndexArn"] != before["IndexArn"]
    listed = s3vectors.list_indexes(vectorBucketArn=after["BucketArn"])["indexes"]
    assert [one["indexArn"] for one in listed] == [after["IndexArn"]]
    assert keys(s3vectors, after["IndexArn"]) == []


def test_other_changes_leave_what_is_there(stack: Stack, s3vectors: Any) -> None:
    before = stack.create(template())
    s3vectors.put_vectors(
        indexArn=before["IndexArn"], vectors=[{"key": "a", "data": {"float32": [1.0, 0.0]}}]
    )
    assert stack.update(template(tag="second")) == before
    assert keys(s3vectors, before["IndexArn"]) == ["a"]


def test_a_given_name_is_taken_and_then_not_replaced(stack: Stack) -> None:
    made = stack.create(template(named=True, IndexName="french", Dimension="2"))
    assert made["IndexArn"].endswith(":bucket/my-own-name/index/french")
    stack.update(template(named=True, IndexName="french", Dimension=3), "UPDATE_ROLLBACK_COMPLETE")
    assert "custom-named resource" in stack.reasons()
    renamed = stack.update(template(named=True, IndexName="french-3", Dimension=3))
    assert renamed["IndexArn"].endswith("/index/french-3")


def test_what_the_service_refuses_fails_the_stack_with_its_reason(stack: Stack) -> None:
    stack.cloudformation.create_stack(StackName=STACK, TemplateBody=template(Dimension=5000))
    while "ROLLBACK_COMPLETE" not in stack.described(STACK)["StackStatus"]:
        pass
    assert re.search(r"ValidationException: .*'dimension'.*at most 4096", stack.reasons())


def test_a_bucket_with_another_index_in_it_is_not_deleted(stack: Stack, s3vectors: Any) -> None:
    made = stack.create(template())
    named = {"vectorBucketArn": made["BucketArn"], "indexName": "by-hand"}
    s3vectors.create_index(**named, dataType="float32", dimension=2, distanceMetric="cosine")
    assert stack.delete() == "DELETE_FAILED"
    s3vectors.delete_index(indexArn=f"{made['BucketArn']}/index/by-hand")
    assert stack.delete() == "DELETE_COMPLETE"


def test_what_is_gone_already_is_deleted(stack: Stack, s3vectors: Any) -> None:
    made = stack.create(template())
    s3vectors.put_vectors(indexArn=made["IndexArn"], vectors=[{"key": "a", "data": {"float32": [1.0, 0.0]}}])
    s3vectors.delete_index(indexArn=made["IndexArn"])
    assert stack.delete() == "DELETE_COMPLETE"
