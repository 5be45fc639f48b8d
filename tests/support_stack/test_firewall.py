"""The web ACL that an environment may ask for."""

from dataclasses import replace
from typing import Any

import aws_cdk as cdk
import cdk_nag
import pytest
from aws_cdk.assertions import Template

from support_stack.config import Environment
from support_stack.stack import SupportStack
from tests.support_stack.conftest import make_app


@pytest.fixture(scope="module")
def guarded(environment: Environment) -> Template:
    """The whole stack, with a firewall and cdk-nag, which would fail it."""
    app = make_app()
    wanted = replace(environment, api=replace(environment.api, waf=True, waf_rate_per_5_minutes=500))
    stack = SupportStack(
        app, "Guarded", environment=wanted, env=cdk.Environment(account="111122223333", region="eu-west-3")
    )
    cdk.Validations.of(app).add_plugins(cdk_nag.AwsSolutionsChecks(app))
    return Template.from_stack(stack)


def test_there_is_none_unless_it_is_wanted(template: Template) -> None:
    assert not template.find_resources("AWS::WAFv2::WebACL")


def test_an_address_may_call_the_links_so_often(guarded: Template) -> None:
    (acl,) = guarded.find_resources("AWS::WAFv2::WebACL").values()
    (rule,) = acl["Properties"]["Rules"]
    limit = rule["Statement"]["RateBasedStatement"]
    assert (acl["Properties"]["Scope"], acl["Properties"]["DefaultAction"]) == ("REGIONAL", {"Allow": {}})
    assert (rule["Action"], limit["AggregateKeyType"]) == ({"Block": {}}, "IP")
    assert (limit["Limit"], limit["EvaluationWindowSec"]) == (500, 300)


def test_systems_that_post_from_one_address_are_left_alone(guarded: Template) -> None:
    (acl,) = guarded.find_resources("AWS::WAFv2::WebACL").values()
    limit = acl["Properties"]["Rules"][0]["Statement"]["RateBasedStatement"]
    match: Any = limit["ScopeDownStatement"]["NotStatement"]["Statement"]["ByteMatchStatement"]
    assert (match["FieldToMatch"], match["SearchString"]) == ({"Method": {}}, "POST")


def test_it_keeps_no_request_and_with_it_no_token(guarded: Template) -> None:
    (acl,) = guarded.find_resources("AWS::WAFv2::WebACL").values()
    for one in (acl["Properties"], *acl["Properties"]["Rules"]):
        assert one["VisibilityConfig"]["SampledRequestsEnabled"] is False


def test_it_stands_before_the_deployed_stage(guarded: Template) -> None:
    ((acl, _),) = guarded.find_resources("AWS::WAFv2::WebACL").items()
    ((stage, _),) = guarded.find_resources("AWS::ApiGateway::Stage").items()
    (association,) = guarded.find_resources("AWS::WAFv2::WebACLAssociation").values()
    assert association["Properties"]["WebACLArn"] == {"Fn::GetAtt": [acl, "Arn"]}
    assert {"Ref": stage} in association["Properties"]["ResourceArn"]["Fn::Join"][1]
