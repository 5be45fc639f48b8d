"""No task of the workflow fails silently."""

import json
from typing import Any

import pytest
from aws_cdk.assertions import Template

from tests.support_stack.conftest import render


@pytest.fixture(scope="module")
def states(template: Template) -> dict[str, Any]:
    (machine,) = template.find_resources("AWS::StepFunctions::StateMachine").values()
    return dict(json.loads(render(machine["Properties"]["DefinitionString"]))["States"])


def test_every_task_retries_and_every_one_but_the_last_resort_has_a_catch(states: dict[str, Any]) -> None:
    tasks = {name: state for name, state in states.items() if state["Type"] == "Task"}
    assert all(state["Retry"] for state in tasks.values())
    assert [name for name, state in tasks.items() if "Catch" not in state] == ["SendToDeadLetters"]


def test_nothing_ends_well_that_did_not_answer(states: dict[str, Any]) -> None:
    into_success = [name for name, state in states.items() if state.get("Next") == "Answered"]
    assert into_success == ["SendResponse"]
    assert not [name for name, state in states.items() if state.get("End")]


def test_no_customer_data_travels(states: dict[str, Any]) -> None:
    text = json.dumps(states)
    assert not [word for word in ("$.message", "$.name", "$.email", "$.text", "$.reply") if word in text]


# What CDK adds for logging and tracing, which the emulator does not do; none names a resource.
MACHINE_EXTRAS = {
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
    "xray:GetSamplingRules",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
}


def test_the_machines_role_may_do_what_its_states_do(template: Template, states: dict[str, Any]) -> None:
    resources = [state["Resource"] for state in states.values() if state["Type"] == "Task"]
    actions = {
        action
        for resource in resources
        for part, action in (
            ("Function", "lambda:InvokeFunction"),
            (":sns:publish", "sns:Publish"),
            (":sqs:sendMessage", "sqs:SendMessage"),
        )
        if part in resource
    }
    (policy,) = [
        policy["Properties"]["PolicyDocument"]
        for name, policy in template.find_resources("AWS::IAM::Policy").items()
        if name.startswith("WorkflowStateMachine")
    ]
    granted = {
        action
        for statement in policy["Statement"]
        for action in ([statement["Action"]] if isinstance(statement["Action"], str) else statement["Action"])
    }
    assert granted - MACHINE_EXTRAS == actions
