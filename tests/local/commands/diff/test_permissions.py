"""IAM statements as sentences, read by the real library."""

from typing import Any

import pytest

from local.commands.diff.comparison import compare
from local.commands.diff.names import Names
from local.commands.diff.permissions import permission_lines, policy_lines

Statement = dict[str, Any]
ALLOW = {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"}


def role_template(*statements: Statement, managed: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return a template with one role that may do this."""
    return {
        "Resources": {
            "Role": {
                "Type": "AWS::IAM::Role",
                "Properties": {
                    "AssumeRolePolicyDocument": {"Statement": []},
                    "Policies": [{"PolicyName": "p", "PolicyDocument": {"Statement": list(statements)}}],
                    "ManagedPolicyArns": list(managed),
                },
                "Metadata": {"aws:cdk:path": "stack/Send/Role/Resource"},
            }
        }
    }


def lines(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str]]:
    comparison = compare(old, new)
    names = Names.of(old, new)
    iam = comparison.old_iam, comparison.new_iam
    return [(one.mark, one.text) for one in (*permission_lines(*iam, names), *policy_lines(*iam, names))]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([ALLOW], [ALLOW], []),
        # Another way to write the same is no change.
        (
            [{**ALLOW, "Action": ["s3:GetObject", "s3:PutObject"]}],
            [ALLOW, {**ALLOW, "Action": "s3:PutObject"}],
            [],
        ),
        (
            [ALLOW],
            [{**ALLOW, "Action": ["s3:GetObject", "s3:PutObject"]}],
            [("+", "the role of `Send` may now `s3:PutObject` on `everything (*)`")],
        ),
        ([ALLOW], [], [("-", "the role of `Send` may no longer `s3:GetObject` on `everything (*)`")]),
        (
            [],
            [{**ALLOW, "Action": "*"}],
            [("!", "the role of `Send` may now `*` on `everything (*)`")],
        ),
        (
            [],
            [{"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::a"}],
            [("+", "the role of `Send` is now denied `s3:*` on `arn:aws:s3:::a`")],
        ),
        (
            [],
            [{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}],
            [("+", "the role of `Send` may now `all but iam:*` on `everything (*)`")],
        ),
        (
            [],
            [{**ALLOW, "Condition": {"StringEquals": {"aws:SourceAccount": "1"}}}],
            [
                (
                    "+",
                    "the role of `Send` may now `s3:GetObject` on `everything (*)`, "
                    "if `StringEquals aws:SourceAccount is 1`",
                )
            ],
        ),
    ],
)
def test_what_a_role_may_do(old: list[Statement], new: list[Statement], expected: list[Any]) -> None:
    assert lines(role_template(*old), role_template(*new)) == expected


def test_managed_policies_are_told() -> None:
    policy = "arn:aws:iam::aws:policy/AdministratorAccess"
    assert lines(role_template(), role_template(managed=(policy,))) == [
        ("+", f"the role of `Send` has now the managed policy `{policy}`")
    ]


def test_who_may_take_a_role_on_is_told() -> None:
    new = role_template()
    trust = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}
    new["Resources"]["Role"]["Properties"]["AssumeRolePolicyDocument"]["Statement"] = [trust]
    assert lines(role_template(), new) == [
        ("+", "lambda.amazonaws.com may now `sts:AssumeRole` on `Send/Role`")
    ]


def permission(**properties: Any) -> dict[str, Any]:
    call = {"FunctionName": "f", "Action": "lambda:InvokeFunction", **properties}
    return {"Resources": {"P": {"Type": "AWS::Lambda::Permission", "Properties": call}}}


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        (
            {"Principal": "events.amazonaws.com", "SourceArn": {"Ref": "P"}},
            (
                "+",
                "events.amazonaws.com may now `lambda:InvokeFunction` on `f`, for resources of this stack",
            ),
        ),
        (
            {"Principal": "sns.amazonaws.com", "SourceArn": "arn:aws:sns:eu-west-1:444455556666:a"},
            (
                "+",
                "sns.amazonaws.com may now `lambda:InvokeFunction` on `f`, "
                "if `ArnLike AWS:SourceArn is arn:aws:sns:eu-west-1:444455556666:a`",
            ),
        ),
        (
            {"Principal": "444455556666"},
            ("+", "arn:aws:iam::444455556666:root may now `lambda:InvokeFunction` on `f`"),
        ),
        ({"Principal": "*"}, ("!", "anybody may now `lambda:InvokeFunction` on `f`")),
    ],
)
def test_who_may_call_a_function(properties: dict[str, str], expected: tuple[str, str]) -> None:
    assert lines({}, permission(**properties)) == [expected]


def test_one_more_source_of_the_stack_is_no_news_and_one_of_elsewhere_is() -> None:
    own = {"Principal": "events.amazonaws.com", "SourceArn": {"Ref": "P"}}
    both = permission(**own)
    both["Resources"]["Q"] = permission(**own | {"SourceArn": {"Ref": "Q"}})["Resources"]["P"]
    assert lines(permission(**own), both) == []
    elsewhere = permission(**own | {"SourceArn": "arn:aws:events:eu-west-1:444455556666:rule/a"})
    assert [mark for mark, _ in lines(permission(**own), elsewhere)] == ["+", "-"]


def test_a_statement_that_is_not_written_out_is_told_as_it_is() -> None:
    condition = {"Fn::If": ["IsProd", ALLOW, {"Ref": "AWS::NoValue"}]}
    ((mark, told),) = lines(role_template(), role_template(condition))
    assert mark == "+"
    assert "Fn::If" in told
