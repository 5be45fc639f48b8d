from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import aws_cdk as cdk
import pytest
from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion

from assistant.settings import GetRequestSettings
from support_stack.config import Environment
from support_stack.functions import EnvironmentTooLargeError, FunctionLayer, SupportFunction
from support_stack.stack import SupportStack

from .conftest import make_app


def test_support_function(
    stack: cdk.Stack, resources_of: Callable[[], dict[str, Any]], snapshot_json: SnapshotAssertion
) -> None:
    SupportFunction(
        stack,
        "GetRequest",
        handler="assistant.status.handler",
        description="Shows a request",
        settings=GetRequestSettings(
            environment="test", table_name="table", link_key_ids=["11111111-key"], allowed_origins=["*"]
        ),
        libraries=FunctionLayer(stack, "Libraries"),
        log_days=30,
    )
    assert resources_of() == snapshot_json


@pytest.mark.parametrize(("length", "fits"), [(3_800, True), (3_900, False)])
def test_an_environment_that_lambda_refuses_is_refused_at_synth(
    stack: cdk.Stack, length: int, fits: bool
) -> None:
    """A table's name, known to the deployment alone, counts with what it may take."""
    table = cdk.aws_dynamodb.TableV2(
        stack,
        "Table",
        partition_key=cdk.aws_dynamodb.Attribute(name="pk", type=cdk.aws_dynamodb.AttributeType.STRING),
    )
    settings = GetRequestSettings(
        environment="x" * length, table_name=table.table_name, link_key_ids=["key"], allowed_origins=["*"]
    )
    with (
        nullcontext()
        if fits
        else pytest.raises(
            EnvironmentTooLargeError,
            match=r"the settings of GetRequest take \d+ bytes, of 4096 .* largest is ENVIRONMENT with 3911",
        )
    ):
        SupportFunction(
            stack,
            "GetRequest",
            handler="assistant.status.handler",
            description="Shows a request",
            settings=settings,
            libraries=FunctionLayer(stack, "Libraries"),
            log_days=30,
        )


def test_all_functions_are_alike(template: Template) -> None:
    functions = [one["Properties"] for one in template.find_resources("AWS::Lambda::Function").values()]
    assert len(functions) == 14
    alike = {
        (one["Runtime"], *one["Architectures"], one["MemorySize"], one["TracingConfig"]["Mode"])
        for one in functions
    }
    assert alike == {("python3.14", "arm64", 512, "Active")}
    # The doctor waits for CloudFormation, indexing for thousands of passages, the watch for an answer.
    assert sorted(one["Timeout"] for one in functions) == [60] * 11 + [300] * 3
    roles = [one["Role"]["Fn::GetAtt"][0] for one in functions]
    assert len(set(roles)) == 14


def test_public_functions_may_have_concurrency_of_their_own(
    template: Template, environment: Environment
) -> None:
    """None by default: an account that has few executions refuses to reserve any."""
    reserving = replace(environment, api=replace(environment.api, reserved_concurrency=20))
    stack = SupportStack(make_app(), "Reserving", environment=reserving, env=cdk.Environment())
    reserved = {
        name.removesuffix(name[-16:]): one["Properties"].get("ReservedConcurrentExecutions")
        for name, one in Template.from_stack(stack).find_resources("AWS::Lambda::Function").items()
    }
    public = {"ProcessCustomerRequest", "GetRequest", "GetAudio", "EraseRequest"}
    assert {name for name, number in reserved.items() if number == 20} == public
    assert {number for name, number in reserved.items() if name not in public} == {None}
    usual = template.find_resources("AWS::Lambda::Function").values()
    assert not [one for one in usual if "ReservedConcurrentExecutions" in one["Properties"]]


@pytest.mark.parametrize(
    ("function", "schedule"), [("Sweep", "rate(5 minutes)"), ("Doctor", "cron(0 6 ? * MON *)")]
)
def test_a_schedule_calls_its_function(template: Template, function: str, schedule: str) -> None:
    rules = template.find_resources("AWS::Events::Rule").items()
    (rule,) = (rule["Properties"] for name, rule in rules if name.startswith(function))
    assert rule["ScheduleExpression"] == schedule
    (target,) = rule["Targets"]
    assert target["Arn"]["Fn::GetAtt"][0].startswith(f"{function}Function")


def test_every_log_group_keeps_what_the_environment_says(template: Template) -> None:
    groups = template.find_resources("AWS::Logs::LogGroup").values()
    assert len(groups) == 14 + 2
    assert {group["Properties"]["RetentionInDays"] for group in groups} == {30}


def test_no_function_carries_a_managed_policy(template: Template) -> None:
    for name, role in template.find_resources("AWS::IAM::Role").items():
        if "CloudWatchRole" not in name:
            assert "ManagedPolicyArns" not in role["Properties"]
