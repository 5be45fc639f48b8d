"""How a new version of the workflow takes over, as the template says it."""

from dataclasses import replace
from typing import Any, get_args

import aws_cdk as cdk
import pytest
from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion

from support_stack.config import Environment, Rollout
from support_stack.config.environment import RolloutAlarm
from support_stack.rollout import ALIAS
from support_stack.stack import SupportStack
from tests.support_stack.conftest import make_app, render

ALARMS = get_args(RolloutAlarm)


def only(template: Template, kind: str) -> tuple[str, dict[str, Any]]:
    """Return the one resource of a kind, with its logical id."""
    ((name, resource),) = template.find_resources(kind).items()
    return name, dict(resource)


@pytest.fixture(scope="module")
def version(template: Template) -> tuple[str, dict[str, Any]]:
    return only(template, "AWS::StepFunctions::StateMachineVersion")


@pytest.fixture(scope="module")
def alias(template: Template) -> tuple[str, dict[str, Any]]:
    return only(template, "AWS::StepFunctions::StateMachineAlias")


def test_version_and_alias(
    version: tuple[str, dict[str, Any]], alias: tuple[str, dict[str, Any]], snapshot_json: SnapshotAssertion
) -> None:
    assert {"version": version[1], "alias": alias[1]} == snapshot_json


def test_every_function_is_called_by_its_version(template: Template, definition: dict[str, Any]) -> None:
    called = {
        state["Resource"]
        for state in definition["States"].values()
        if "FunctionCurrentVersion" in state.get("Resource", "")
    }
    assert [one for one in definition["States"].values() if "Function" in one.get("Resource", "")] == [
        one for one in definition["States"].values() if one.get("Resource") in called
    ]
    published = template.find_resources("AWS::Lambda::Version")
    assert called == {render({"Ref": name}) for name in published}
    assert len(called) == 5


def test_a_version_outlives_its_replacement(template: Template, version: tuple[str, dict[str, Any]]) -> None:
    versions = [version[1], *template.find_resources("AWS::Lambda::Version").values()]
    assert {(one["DeletionPolicy"], one["UpdateReplacePolicy"]) for one in versions} == {("Retain", "Retain")}


def test_the_machine_may_call_the_versions_that_executions_began_with(template: Template) -> None:
    (policy,) = (
        one["Properties"]["PolicyDocument"]["Statement"]
        for name, one in template.find_resources("AWS::IAM::Policy").items()
        if name.startswith("WorkflowStateMachine")
    )
    (resources,) = (one["Resource"] for one in policy if one["Action"] == "lambda:InvokeFunction")
    versions = template.find_resources("AWS::Lambda::Version").values()
    functions = {one["Properties"]["FunctionName"]["Ref"] for one in versions}
    assert {f"<{name}.Arn>:*" for name in functions} <= {render(one) for one in resources}


@pytest.mark.parametrize(
    ("function", "by_alias"),
    [("ProcessCustomerRequest", True), ("Sweep", True), ("EraseRequest", False), ("EraseCustomer", False)],
)
def test_what_starts_requests_has_the_alias(
    template: Template, alias: tuple[str, dict[str, Any]], function: str, *, by_alias: bool
) -> None:
    (found,) = (
        one["Properties"]["Environment"]["Variables"]["STATE_MACHINE_ARN"]
        for name, one in template.find_resources("AWS::Lambda::Function").items()
        if name.startswith(f"{function}Function")
    )
    machine, _ = only(template, "AWS::StepFunctions::StateMachine")
    assert found == {"Ref": alias[0] if by_alias else machine}


def synthesized(environment: Environment, rollout: Rollout) -> Template:
    stack = SupportStack(
        make_app(),
        "support-assistant-prod",
        environment=replace(environment, rollout=rollout),
        env=cdk.Environment(account=environment.account, region=environment.region),
    )
    return Template.from_stack(stack)


@pytest.mark.parametrize(
    ("rollout", "preference"),
    [
        (Rollout(), {"Type": "ALL_AT_ONCE"}),
        (
            Rollout(kind="canary", percent=10, minutes=15, alarms=("DeadLetters",)),
            {"Type": "CANARY", "Percentage": 10, "Interval": 15, "Alarms": ["DeadLetters"]},
        ),
        (
            Rollout(kind="linear", percent=25, minutes=20, alarms=ALARMS),
            {"Type": "LINEAR", "Percentage": 25, "Interval": 20, "Alarms": [*ALARMS]},
        ),
    ],
)
def test_the_alias_shifts_as_the_environment_says(
    environment: Environment, rollout: Rollout, preference: dict[str, Any]
) -> None:
    template = synthesized(environment, rollout)  # which fails if an alarm leads back to what starts requests
    _, alias = only(template, "AWS::StepFunctions::StateMachineAlias")
    version, _ = only(template, "AWS::StepFunctions::StateMachineVersion")
    found = alias["Properties"]["DeploymentPreference"]
    if "Alarms" in found:
        # By their names: CloudFormation takes an ARN for an alarm that never rings.
        found["Alarms"] = [one["Ref"].removeprefix("ObservabilityAlarms")[:-8] for one in found["Alarms"]]
    assert found == {"StateMachineVersionArn": {"Ref": version}, **preference}
    assert alias["Properties"]["Name"] == ALIAS
