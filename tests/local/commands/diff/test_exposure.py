"""What can be reached from outside."""

from typing import Any

import pytest

from local.commands.diff.exposure import exposure_lines
from local.commands.diff.names import Names
from local.commands.diff.report import Line

METHOD = {"HttpMethod": "GET", "ResourceId": {"Ref": "Path"}, "AuthorizationType": "NONE"}
PATH = {
    "Type": "AWS::ApiGateway::Resource",
    "Properties": {"PathPart": "a", "ParentId": {"Fn::GetAtt": ["Api", "Root"]}},
}


def template(kind: str, **properties: Any) -> dict[str, Any]:
    return {"Resources": {"One": {"Type": kind, "Properties": properties}, "Path": PATH}}


@pytest.mark.parametrize(
    ("kind", "old", "new", "expected"),
    [
        (
            "AWS::ApiGateway::Method",
            METHOD | {"ApiKeyRequired": True},
            METHOD,
            Line("~", "`GET /a`", "an API key, no authorization", "no API key, no authorization"),
        ),
        (
            "AWS::ApiGateway::Method",
            METHOD,
            METHOD | {"AuthorizationType": "COGNITO_USER_POOLS"},
            Line(
                "~",
                "`GET /a`",
                "no API key, no authorization",
                "no API key, authorization by a Cognito user pool",
            ),
        ),
        (
            "AWS::ApiGateway::RestApi",
            {"DisableExecuteApiEndpoint": True},
            {"SecurityPolicy": "TLS_1_2", "Policy": {"Version": "1"}},
            Line(
                "~",
                "the API `One`",
                "EDGE endpoint, without its execute-api address, TLS policy API Gateway's default, "
                "no resource policy",
                "EDGE endpoint, with its execute-api address, TLS policy TLS_1_2, "
                'resource policy {"Version": "1"}',
            ),
        ),
        (
            "AWS::Lambda::Url",
            {"TargetFunctionArn": "f", "AuthType": "AWS_IAM"},
            {"TargetFunctionArn": "f", "AuthType": "NONE", "Cors": {"AllowOrigins": ["*"]}},
            Line(
                "~",
                "the function URL of `f`",
                "IAM authorization; CORS origins: none",
                "no authorization; CORS origins: *",
            ),
        ),
        (
            "AWS::S3::Bucket",
            {"PublicAccessBlockConfiguration": {}},
            {},
            Line(
                "~",
                "public access to the bucket `One`",
                "not blocked: BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls, RestrictPublicBuckets",
                "S3's default",
            ),
        ),
        (
            "AWS::WAFv2::WebACL",
            {"DefaultAction": {"Block": {}}},
            {"DefaultAction": {"Allow": {}}, "Rules": [{"Name": "Common"}]},
            Line("~", "the web ACL `One`", "no rules; else block", "Common: as its group says; else allow"),
        ),
    ],
)
def test_what_is_reached_otherwise(kind: str, old: Any, new: Any, expected: Line) -> None:
    before, after = template(kind, **old), template(kind, **new)
    assert exposure_lines(before, after, Names({"One": "One"})) == (expected,)


def test_what_is_new_and_what_is_gone() -> None:
    url = template("AWS::Lambda::Url", TargetFunctionArn="f", AuthType="NONE")
    told = "no authorization; CORS origins: `none`"
    assert exposure_lines({}, url, Names({})) == (Line("+", f"the function URL of `f`: {told}"),)
    assert exposure_lines(url, {}, Names({})) == (Line("-", f"the function URL of `f` (was: {told})"),)
