"""What constructs and references are called."""

from typing import Any

import pytest

from local.commands.diff.names import Names, code, excerpts, is_stateful, word

TEMPLATE = {
    "Resources": {
        "BucketAB12": {
            "Type": "AWS::S3::Bucket",
            "Metadata": {"aws:cdk:path": "stack/Storage/Bucket/Resource"},
        },
        "Plain": {"Type": "AWS::SNS::Topic"},
    }
}
NAMES = Names.of({}, TEMPLATE)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"Ref": "BucketAB12"}, "Storage/Bucket"),
        ({"Ref": "Plain"}, "Plain"),
        ({"Ref": "AWS::Region"}, "${AWS::Region}"),
        ({"Fn::GetAtt": ["BucketAB12", "Arn"]}, "Storage/Bucket"),
        ({"Fn::GetAtt": ["BucketAB12", "DomainName"]}, "Storage/Bucket.DomainName"),
        ({"Fn::GetAtt": "BucketAB12.Arn"}, "Storage/Bucket"),
        ({"Fn::Sub": "${BucketAB12}/x"}, "Storage/Bucket/x"),
        (
            {
                "Fn::Join": [
                    "",
                    ["arn:", {"Ref": "AWS::Partition"}, ":", {"Fn::GetAtt": ["BucketAB12", "Arn"]}],
                ]
            },
            "arn:aws:Storage/Bucket",
        ),
        ([{"a": {"Ref": "BucketAB12"}}, 3], [{"a": "Storage/Bucket"}, 3]),
    ],
)
def test_references_are_texts(value: Any, expected: Any) -> None:
    assert NAMES.resolved(value) == expected


def test_a_finding_of_cdk_nag_names_its_resource() -> None:
    assert NAMES.in_text("IAM5[Resource::<BucketAB12.Arn>/*]") == "IAM5[Resource::Storage/Bucket/*]"


@pytest.mark.parametrize(
    ("kind", "expected", "stateful"),
    [
        ("AWS::S3::Bucket", "bucket", True),
        ("AWS::S3Vectors::Index", "vector index", True),
        ("AWS::Logs::LogGroup", "log group", True),
        ("AWS::SNS::Topic", "topic", True),
        ("AWS::Lambda::Function", "function", False),
        ("AWS::Glue::Job", "Glue Job", False),
    ],
)
def test_types_have_words(kind: str, expected: str, stateful: bool) -> None:
    assert (word(kind), is_stateful(kind)) == (expected, stateful)


def test_of_long_values_what_differs_is_shown() -> None:
    was, now = excerpts("a" * 500 + "old" + "b" * 500, "a" * 500 + "new" + "b" * 500)
    assert was.startswith("…" + "a" * 60 + "old")
    assert now.startswith("…" + "a" * 60 + "new")
    assert len(was) == len(now) == 302


def test_a_literal_word_is_one_line_and_ends_where_it_ends() -> None:
    assert code("a `b`\n  c") == "`a 'b' c`"
