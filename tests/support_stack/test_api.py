from collections.abc import Callable
from dataclasses import replace
from typing import Any

import aws_cdk as cdk
import pytest
from aws_cdk import aws_lambda as lambda_
from aws_cdk.assertions import Annotations, Match, Template
from syrupy.assertion import SnapshotAssertion

from assistant.intake.request_schema import SCHEMA
from support_stack import api as api_module, config, problems
from support_stack.api import SupportApi
from support_stack.config import Environment
from support_stack.stack import SupportStack

from .conftest import make_app, render


def make_api(stack: cdk.Stack, settings: config.Api) -> SupportApi:
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
        settings=settings,
        log_days=30,
        process_request=function("Process"),
        get_request=function("GetRequest"),
        get_audio=function("GetAudio"),
        erase_request=function("EraseRequest"),
    )


def resources(settings: config.Api, kind: str) -> dict[str, Any]:
    """Return the resources of one type of an API with other settings."""
    env = cdk.Environment(account="111122223333", region="eu-west-1")
    stack = cdk.Stack(make_app(), "Test", env=env)
    make_api(stack, settings)
    return dict(Template.from_stack(stack).find_resources(kind))


@pytest.fixture
def api(stack: cdk.Stack, environment: Environment) -> SupportApi:
    return make_api(stack, environment.api)


@pytest.mark.usefixtures("api")
def test_api(resources_of: Callable[[], dict[str, Any]], snapshot_json: SnapshotAssertion) -> None:
    assert resources_of() == snapshot_json


def test_only_a_new_request_needs_the_key(template: Template) -> None:
    found = template.find_resources("AWS::ApiGateway::Resource")
    parts = {name: one["Properties"]["PathPart"] for name, one in found.items()}
    methods = {}
    for one in template.find_resources("AWS::ApiGateway::Method").values():
        method = one["Properties"]
        path = parts.get(method["ResourceId"].get("Ref"), "/")
        methods[path, method["HttpMethod"]] = method.get("ApiKeyRequired", False)
    assert [name for name, needs_key in methods.items() if needs_key] == [("requests", "POST")]
    assert {name for name in methods if name[1] != "OPTIONS"} == {
        ("requests", "POST"),
        *(("{request_id}", method) for method in ("GET", "HEAD", "DELETE")),
        *(("audio", method) for method in ("GET", "HEAD", "POST")),
    }


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


def deployment_of(settings: config.Api) -> str:
    (name,) = resources(settings, "AWS::ApiGateway::Deployment")
    return name


def test_what_a_deployment_copies_changes_it(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = deployment_of(environment.api)
    assert deployment_of(environment.api) == before
    with monkeypatch.context() as changed:
        changed.setattr(api_module, "SCHEMA", {**SCHEMA, "description": "Changed"})
        assert deployment_of(environment.api) != before, "another schema"
    with monkeypatch.context() as changed:
        changed.setattr(problems, "PROBLEMS", problems.PROBLEMS[:-1])
        assert deployment_of(environment.api) != before, "other answers of the gateway"
    base = replace(environment.api, public_base="https://support.example.com")
    assert deployment_of(base) != before, "the execute-api endpoint disabled"


def test_a_deployment_follows_its_model(template: Template) -> None:
    (deployment,) = template.find_resources("AWS::ApiGateway::Deployment").values()
    (model,) = template.find_resources("AWS::ApiGateway::Model")
    assert model in deployment["DependsOn"]


def test_nobody_speaks_less_than_tls_1_2(template: Template) -> None:
    template.has_resource_properties("AWS::ApiGateway::RestApi", {"SecurityPolicy": "TLS_1_2"})


def test_a_preflight_answers_each_allowed_origin(environment: Environment) -> None:
    origins = ("https://shop.example.com", "https://www.example.com")
    found = resources(replace(environment.api, allowed_origins=origins), "AWS::ApiGateway::Method")
    preflights = [one["Properties"] for one in found.values() if one["Properties"]["HttpMethod"] == "OPTIONS"]
    assert len(preflights) == 4
    for preflight in preflights:
        (answer,) = preflight["Integration"]["IntegrationResponses"]
        headers = answer["ResponseParameters"]
        assert headers["method.response.header.Access-Control-Allow-Origin"] == f"'{origins[0]}'"
        assert origins[1] in str(answer["ResponseTemplates"])


@pytest.mark.parametrize("allowed", [False, True])
def test_a_page_may_send_an_api_key_only_if_the_environment_says_so(
    environment: Environment, allowed: bool
) -> None:
    assert environment.api.browser_api_key is False
    found = resources(replace(environment.api, browser_api_key=allowed), "AWS::ApiGateway::Method")
    headers = {
        answer["ResponseParameters"]["method.response.header.Access-Control-Allow-Headers"]
        for one in found.values()
        for answer in one["Properties"]["Integration"].get("IntegrationResponses", ())
    }
    assert headers == {"'Content-Type,Idempotency-Key" + (",X-Api-Key'" if allowed else "'")}


def test_each_name_is_a_key_of_the_plan_and_removing_one_leaves_the_others(environment: Environment) -> None:
    both, second = (
        {
            kind: resources(replace(environment.api, keys=keys), f"AWS::ApiGateway::{kind}")
            for kind in ("ApiKey", "UsagePlanKey", "UsagePlan")
        }
        for keys in (("default", "next"), ("next",))
    )
    assert [len(both[kind]) for kind in both] == [2, 2, 1]
    for kind, kept in second.items():
        assert kept.items() <= both[kind].items(), kind
        assert len(kept) == 1


def test_links_start_with_the_apis_own_url(template: Template) -> None:
    assert public_base_of(template) == "https://{api_id}.execute-api.eu-west-1.<AWS::URLSuffix>/{stage}"
    template.has_resource_properties("AWS::ApiGateway::RestApi", {"DisableExecuteApiEndpoint": False})


def public_base_of(template: Template) -> str:
    """Return the intake function's PUBLIC_BASE."""
    found = template.find_resources("AWS::Lambda::Function")
    (intake,) = [one for name, one in found.items() if name.startswith("ProcessCustomerRequest")]
    return render(intake["Properties"]["Environment"]["Variables"]["PUBLIC_BASE"])


@pytest.mark.parametrize("override", ["", "http://127.0.0.1:4566/_aws/execute-api/{api_id}/{stage}"])
def test_with_a_domain_of_its_own_the_execute_api_endpoint_is_disabled(
    environment: Environment, override: str
) -> None:
    domain = "https://support.example.com"
    stack = SupportStack(
        make_app(),
        "Test",
        environment=replace(environment, api=replace(environment.api, public_base=domain)),
        env=cdk.Environment(account=environment.account, region=environment.region),
        public_base=override,
    )
    template = Template.from_stack(stack)
    assert public_base_of(template) == (override or domain)
    template.has_resource_properties("AWS::ApiGateway::RestApi", {"DisableExecuteApiEndpoint": True})
    template.has_output("ApiUrl", {"Value": f"{domain}/"})
    said = Match.string_like_regexp("has to be mapped to the API's stage v1")
    assert Annotations.from_stack(stack).find_info("*", said)


def test_the_emulators_address_leaves_the_endpoint_as_it_is(environment: Environment) -> None:
    base = "http://127.0.0.1:4566/_aws/execute-api/{api_id}/{stage}"
    stack = SupportStack(
        make_app(),
        "Test",
        environment=environment,
        env=cdk.Environment(account=environment.account, region=environment.region),
        public_base=base,
    )
    template = Template.from_stack(stack)
    assert public_base_of(template) == base
    template.has_resource_properties("AWS::ApiGateway::RestApi", {"DisableExecuteApiEndpoint": False})
