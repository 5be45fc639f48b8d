from collections.abc import Callable
from typing import Any

import aws_cdk as cdk
import pytest
from aws_cdk import aws_lambda as lambda_
from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion

from assistant.intake.request_schema import SCHEMA
from support_stack.api import SupportApi
from support_stack.config import Environment


@pytest.fixture
def api(stack: cdk.Stack, environment: Environment) -> SupportApi:
    def function(name: str) -> lambda_.IFunction:
        return lambda_.Function.from_function_attributes(
            stack,
            name,
            function_arn=f"arn:aws:lambda:eu-west-1:111122223333:function:{name}",
            same_environment=True,
        )

    return SupportApi(
        stack,
        "Api",
        settings=environment.api,
        log_days=30,
        process_request=function("Process"),
        get_request=function("GetRequest"),
        get_audio=function("GetAudio"),
        erase_request=function("EraseRequest"),
    )


@pytest.mark.usefixtures("api")
def test_api(resources_of: Callable[[], dict[str, Any]], snapshot_json: SnapshotAssertion) -> None:
    assert resources_of() == snapshot_json


def test_only_post_needs_the_key(template: Template) -> None:
    methods = {
        (method["Properties"]["HttpMethod"], method["Properties"].get("ApiKeyRequired", False))
        for method in template.find_resources("AWS::ApiGateway::Method").values()
    }
    assert methods == {("POST", True), ("GET", False), ("HEAD", False), ("DELETE", False), ("OPTIONS", False)}


def test_the_published_model_is_the_one_schema(template: Template) -> None:
    (model,) = template.find_resources("AWS::ApiGateway::Model").values()
    assert model["Properties"]["Schema"] == SCHEMA


def test_access_logs_hold_no_query_string_and_no_caller(template: Template) -> None:
    (stage,) = template.find_resources("AWS::ApiGateway::Stage").values()
    log_format = stage["Properties"]["AccessLogSetting"]["Format"]
    assert "$context.path" in log_format
    assert not [word for word in ("query", "sourceIp", "userAgent", "requestOverride") if word in log_format]
    for setting in stage["Properties"]["MethodSettings"]:
        assert setting["DataTraceEnabled"] is False
        assert "LoggingLevel" not in setting


def test_what_needs_no_key_is_limited_by_the_stage(template: Template, environment: Environment) -> None:
    """By the limit of every method; POST, which has the usage plan, has one of its own."""
    (stage,) = template.find_resources("AWS::ApiGateway::Stage").values()
    limits = {
        (one["ResourcePath"], one["HttpMethod"]): (one["ThrottlingRateLimit"], one["ThrottlingBurstLimit"])
        for one in stage["Properties"]["MethodSettings"]
    }
    api = environment.api
    assert limits == {
        ("/*", "*"): (api.links_per_second, api.links_burst),
        ("/~1requests", "POST"): (api.requests_per_second, api.burst),
    }


def test_two_environments_do_not_share_their_metrics(template: Template) -> None:
    (api,) = template.find_resources("AWS::ApiGateway::RestApi").values()
    assert api["Properties"]["Name"] == "support-assistant-prod"


def test_the_usage_plan_comes_from_the_environment(template: Template, environment: Environment) -> None:
    (plan,) = template.find_resources("AWS::ApiGateway::UsagePlan").values()
    assert plan["Properties"]["Throttle"] == {
        "RateLimit": environment.api.requests_per_second,
        "BurstLimit": environment.api.burst,
    }
    assert plan["Properties"]["Quota"] == {"Limit": environment.api.requests_per_day, "Period": "DAY"}
