"""The executions of a state machine."""

import json

import pytest

from assistant.aws.stepfunctions import StateMachine
from assistant.errors import ServiceRefused
from tests.assistant.stubs import Stub, refuse

MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:Support"
EXECUTION = "arn:aws:states:us-east-1:123456789012:execution:Support:req-1"


def test_an_execution_is_started_with_its_input(stepfunctions: Stub) -> None:
    stepfunctions.add_response(
        "start_execution",
        {"executionArn": EXECUTION, "startDate": 0},
        {"stateMachineArn": MACHINE, "name": "req-1", "input": json.dumps({"attempt": 1})},
    )
    StateMachine(MACHINE, client=stepfunctions.client).start("req-1", {"attempt": 1})


def test_an_execution_that_was_started_before_counts_as_started(stepfunctions: Stub) -> None:
    refuse(stepfunctions, "start_execution", "ExecutionAlreadyExists")
    StateMachine(MACHINE, client=stepfunctions.client).start("req-1", {})


@pytest.mark.parametrize("status", ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"])
def test_an_execution_has_the_status_that_is_told(stepfunctions: Stub, status: str) -> None:
    answer = {"executionArn": EXECUTION, "stateMachineArn": MACHINE, "status": status, "startDate": 0}
    stepfunctions.add_response("describe_execution", answer, {"executionArn": EXECUTION})
    assert StateMachine(MACHINE, client=stepfunctions.client).status("req-1") == status


def test_an_execution_that_never_was_has_no_status(stepfunctions: Stub) -> None:
    refuse(stepfunctions, "describe_execution", "ExecutionDoesNotExist")
    assert StateMachine(MACHINE, client=stepfunctions.client).status("req-1") is None


def test_the_running_executions_come_from_every_page(stepfunctions: Stub) -> None:
    asked = {"stateMachineArn": MACHINE, "statusFilter": "RUNNING", "maxResults": 1_000}
    stepfunctions.add_response(
        "list_executions", {"executions": [listed("req-1")], "nextToken": "more"}, asked
    )
    stepfunctions.add_response(
        "list_executions", {"executions": [listed("req-2-2")]}, asked | {"nextToken": "more"}
    )
    assert StateMachine(MACHINE, client=stepfunctions.client).running() == {"req-1", "req-2-2"}


def listed(name: str) -> dict[str, object]:
    return {
        "executionArn": EXECUTION,
        "stateMachineArn": MACHINE,
        "name": name,
        "status": "RUNNING",
        "startDate": 0,
    }


def test_an_execution_is_stopped(stepfunctions: Stub) -> None:
    stepfunctions.add_response("stop_execution", {"stopDate": 0}, {"executionArn": EXECUTION})
    StateMachine(MACHINE, client=stepfunctions.client).stop("req-1")


@pytest.mark.parametrize("code", ["ExecutionDoesNotExist", "ValidationException"])
def test_an_execution_that_never_was_or_has_ended_counts_as_stopped(stepfunctions: Stub, code: str) -> None:
    refuse(stepfunctions, "stop_execution", code)
    StateMachine(MACHINE, client=stepfunctions.client).stop("req-1")


def test_an_execution_that_cannot_be_stopped_is_an_error(stepfunctions: Stub) -> None:
    refuse(stepfunctions, "stop_execution", "AccessDeniedException")
    with pytest.raises(ServiceRefused):
        StateMachine(MACHINE, client=stepfunctions.client).stop("req-1")


def test_an_alias_starts_executions_and_the_machine_knows_them_all(stepfunctions: Stub) -> None:
    started = {"stateMachineArn": f"{MACHINE}:live", "name": "req-1", "input": "{}"}
    stepfunctions.add_response("start_execution", {"executionArn": EXECUTION, "startDate": 0}, started)
    asked = {"stateMachineArn": MACHINE, "statusFilter": "RUNNING", "maxResults": 1_000}
    stepfunctions.add_response("list_executions", {"executions": [listed("req-1")]}, asked)
    stepfunctions.add_response("stop_execution", {"stopDate": 0}, {"executionArn": EXECUTION})
    machine = StateMachine(f"{MACHINE}:live", client=stepfunctions.client)
    machine.start("req-1", {})
    assert machine.running() == {"req-1"}
    machine.stop("req-1")
