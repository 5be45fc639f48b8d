"""CloudFormation's types of versions and aliases of state machines, as the launcher adds them."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from local.environment.clients import Clients
from tests.full.stack import until

STACK = "a-stack-that-keeps-versions"


def template(answer: str, *, broken: bool = False) -> str:
    """Return a template whose machine gives this answer; if `broken`, what comes after the alias fails."""
    states = {"Answer": {"Type": "Pass", "Result": answer, "End": True}}
    resources: dict[str, Any] = {
        "Machine": {
            "Type": "AWS::StepFunctions::StateMachine",
            "Properties": {
                "RoleArn": "arn:aws:iam::000000000000:role/any",
                "DefinitionString": json.dumps({"StartAt": "Answer", "States": states}),
            },
        },
        "Version": {
            "Type": "AWS::StepFunctions::StateMachineVersion",
            "DeletionPolicy": "Retain",
            "UpdateReplacePolicy": "Retain",
            "Properties": {
                "StateMachineArn": {"Ref": "Machine"},
                "StateMachineRevisionId": {"Fn::GetAtt": ["Machine", "StateMachineRevisionId"]},
            },
        },
        "Alias": {
            "Type": "AWS::StepFunctions::StateMachineAlias",
            "Properties": {
                "Name": "live",
                "DeploymentPreference": {
                    "Type": "LINEAR",
                    "Interval": 20,
                    "Percentage": 25,
                    "StateMachineVersionArn": {"Ref": "Version"},
                },
            },
        },
    }
    if broken:
        resources["Broken"] = {
            "Type": "AWS::Lambda::Function",
            "DependsOn": "Alias",
            "Properties": {"Environment": {"Variables": {"TOO_LARGE": "x" * 5000}}},
        }
    outputs = {"Machine": {"Value": {"Ref": "Machine"}}, "Alias": {"Value": {"Ref": "Alias"}}}
    return json.dumps({"Resources": resources, "Outputs": outputs})


@pytest.fixture
def deployed(clients: Clients) -> Iterator[dict[str, str]]:
    clients.cloudformation.create_stack(StackName=STACK, TemplateBody=template("first"))
    clients.cloudformation.get_waiter("stack_create_complete").wait(
        StackName=STACK, WaiterConfig={"Delay": 1}
    )
    (stack,) = clients.cloudformation.describe_stacks(StackName=STACK)["Stacks"]
    yield {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
    clients.cloudformation.delete_stack(StackName=STACK)
    clients.cloudformation.get_waiter("stack_delete_complete").wait(
        StackName=STACK, WaiterConfig={"Delay": 1}
    )


def update(clients: Clients, body: str) -> str:
    """Update the stack and return how that ended."""
    clients.cloudformation.update_stack(StackName=STACK, TemplateBody=body)

    def ended() -> str | None:
        (stack,) = clients.cloudformation.describe_stacks(StackName=STACK)["Stacks"]
        return None if stack["StackStatus"].endswith("IN_PROGRESS") else stack["StackStatus"]

    return until(ended)


def leads_to(clients: Clients, alias: str) -> list[tuple[str, int]]:
    """Return the numbers of the versions that an alias leads to, with their shares."""
    found = clients.stepfunctions.describe_state_machine_alias(stateMachineAliasArn=alias)
    return [
        (one["stateMachineVersionArn"].rpartition(":")[2], one["weight"])
        for one in found["routingConfiguration"]
    ]


def test_an_alias_leads_to_the_newest_version_at_once_and_the_former_is_kept(
    clients: Clients, deployed: dict[str, str]
) -> None:
    assert deployed["Alias"] == f"{deployed['Machine']}:live"
    assert leads_to(clients, deployed["Alias"]) == [("1", 100)]
    assert update(clients, template("second")) == "UPDATE_COMPLETE"
    assert leads_to(clients, deployed["Alias"]) == [("2", 100)]
    kept = clients.stepfunctions.list_state_machine_versions(stateMachineArn=deployed["Machine"])
    assert len(kept["stateMachineVersions"]) == 2


def test_an_execution_that_an_alias_starts_is_one_of_the_machine(
    clients: Clients, deployed: dict[str, str]
) -> None:
    states = clients.stepfunctions
    arn = states.start_execution(stateMachineArn=deployed["Alias"], name="by-alias")["executionArn"]
    assert arn == f"{deployed['Machine'].replace(':stateMachine:', ':execution:')}:by-alias"
    (listed,) = states.list_executions(stateMachineArn=deployed["Machine"])["executions"]
    assert listed["executionArn"] == arn
    until(lambda: states.describe_execution(executionArn=arn)["status"] == "SUCCEEDED" or None)
    ended = states.describe_execution(executionArn=arn)
    assert (ended["output"], ended["stateMachineVersionArn"]) == ('"first"', f"{deployed['Machine']}:1")


def test_a_deployment_that_fails_leads_the_alias_back(clients: Clients, deployed: dict[str, str]) -> None:
    assert update(clients, template("second", broken=True)) == "UPDATE_ROLLBACK_COMPLETE"
    assert leads_to(clients, deployed["Alias"]) == [("1", 100)]
    arn = clients.stepfunctions.start_execution(stateMachineArn=deployed["Alias"])["executionArn"]
    until(lambda: clients.stepfunctions.describe_execution(executionArn=arn)["status"] == "SUCCEEDED" or None)
    assert clients.stepfunctions.describe_execution(executionArn=arn)["output"] == '"first"'
    assert update(clients, template("third")) == "UPDATE_COMPLETE"
    assert leads_to(clients, deployed["Alias"]) != [("1", 100)]
