"""What happens to a resource, on small templates that the real library compares."""

from typing import Any

import pytest

from local.commands.diff.changes import read_changes
from local.commands.diff.comparison import compare
from local.commands.diff.names import Names
from local.commands.diff.report import Change


def changes(old: dict[str, Any], new: dict[str, Any]) -> tuple[Change, ...]:
    before, after = {"Resources": old}, {"Resources": new}
    return read_changes(compare(before, after).resources, Names.of(before, after))


def one(kind: str, path: str = "", **more: Any) -> dict[str, Any]:
    return {"Type": kind, "Metadata": {"aws:cdk:path": f"stack/{path or 'One'}"}, **more}


@pytest.mark.parametrize(
    ("kind", "old", "new", "impact", "names"),
    [
        ("AWS::S3::Bucket", {"BucketName": "a"}, {"BucketName": "b"}, "replaced", ["BucketName"]),
        ("AWS::S3Vectors::Index", {"Dimension": 3}, {"Dimension": 4}, "replaced", ["Dimension"]),
        (
            "AWS::EC2::Instance",
            {"InstanceType": "t4g.nano"},
            {"InstanceType": "t4g.micro"},
            "may be replaced",
            ["InstanceType"],
        ),
        (
            "AWS::Lambda::Function",
            {"Environment": {"Variables": {"A": "1", "B": "1"}}},
            {"Environment": {"Variables": {"A": "1", "C": "1"}}},
            "changed",
            ["Environment.Variables.B", "Environment.Variables.C"],
        ),
        # What the library's table does not know is a change all the same.
        ("Custom::Thing", {"A": 1}, {"A": True}, "changed", ["A"]),
    ],
)
def test_what_a_property_means(kind: str, old: Any, new: Any, impact: str, names: list[str]) -> None:
    (change,) = changes({"One": one(kind, Properties=old)}, {"One": one(kind, Properties=new)})
    assert (change.impact, [each.name for each in change.properties]) == (impact, names)


def test_a_policy_of_deletion_is_told() -> None:
    (change,) = changes(
        {"One": one("AWS::SQS::Queue")}, {"One": one("AWS::SQS::Queue", DeletionPolicy="Retain")}
    )
    (told,) = change.properties
    assert (change.impact, told.name, told.was, told.now) == ("changed", "DeletionPolicy", None, "Retain")


def test_metadata_alone_is_no_change() -> None:
    assert changes({"One": one("AWS::SQS::Queue")}, {"One": one("AWS::SQS::Queue", path="Other")}) == ()


def test_another_logical_id_is_a_replacement_and_what_refers_to_it_follows() -> None:
    def template(id_: str) -> dict[str, Any]:
        topic = {"TopicName": {"Ref": id_}}
        return {
            id_: one("AWS::SQS::Queue", "Queue"),
            "Other": one("AWS::SNS::Subscription", "Other", Properties=topic, DependsOn=[id_]),
        }

    queue, other = changes(template("First"), template("Second"))
    (told,) = queue.properties
    assert (queue.path, queue.impact, queue.loses_state) == ("Queue", "replaced", True)
    assert (told.was, told.now) == ("First", "Second")
    assert (other.path, other.impact, other.follows) == ("Other", "changed", True)


def test_what_refers_to_a_replaced_one_may_be_replaced_too() -> None:
    def template(kms: str) -> dict[str, Any]:
        encryption = {"EncryptionConfiguration": {"KmsKeyArn": kms}}
        return {
            "B": one("AWS::S3Vectors::VectorBucket", "Bucket", Properties=encryption),
            "I": one("AWS::S3Vectors::Index", "Index", Properties={"VectorBucketName": {"Ref": "B"}}),
        }

    bucket, index = changes(template("a"), template("b"))
    assert (bucket.impact, index.impact) == ("replaced", "replaced")
    (told,) = index.properties
    assert (told.was, told.now, told.replaces) == ("Bucket", "Bucket (replaced)", True)


def test_two_of_the_same_path_and_other_types_are_no_pair() -> None:
    found = changes({"A": one("AWS::SQS::Queue")}, {"B": one("AWS::SNS::Topic")})
    assert [(each.kind, each.impact) for each in found] == [("queue", "removed"), ("topic", "added")]


def test_of_lists_only_what_differs_is_told() -> None:
    def role(*statements: str) -> dict[str, Any]:
        return {
            "One": one("AWS::IAM::Policy", Properties={"PolicyDocument": {"Statement": list(statements)}})
        }

    (change,) = changes(role("a", "b"), role("b", "c"))
    (told,) = change.properties
    assert (told.was, told.now) == ('["a"]', '["c"]')


def test_what_the_cdk_notes_for_itself_is_not_told() -> None:
    assert changes({}, {"CDKMetadata": one("AWS::CDK::Metadata")}) == ()
