"""The workflow in Step Functions."""

import json

import pytest
from botocore.stub import Stubber

from assistant.errors import ServiceRefused
from assistant.request.step import Workflow
from tests.assistant.stubs import refuse

MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:Support"
EXECUTION = "arn:aws:states:us-east-1:123456789012:execution:Support"


@pytest.mark.parametrize(("attempt", "name"), [(1, "req-1"), (3, "req-1-3")])
def test_an_execution_is_named_after_its_request_and_told_the_id_alone(
    stepfunctions: Stubber, attempt: int, name: str
) -> None:
    stepfunctions.add_response(
        "start_execution",
        {"executionArn": f"{EXECUTION}:{name}", "startDate": 0},
        {
            "stateMachineArn": MACHINE,
            "name": name,
            "input": json.dumps({"request_id": "req-1", "attempt": attempt}),
        },
    )
    Workflow(MACHINE, stepfunctions.client).start("req-1", attempt)


def test_an_execution_that_was_started_before_counts_as_started(stepfunctions: Stubber) -> None:
    refuse(stepfunctions, "start_execution", "ExecutionAlreadyExists")
    Workflow(MACHINE, stepfunctions.client).start("req-1", 1)


@pytest.mark.parametrize("status", ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"])
def test_an_execution_tells_how_it_is(stepfunctions: Stubber, status: str) -> None:
    answer = {
        "executionArn": f"{EXECUTION}:req-1-2",
        "stateMachineArn": MACHINE,
        "status": status,
        "startDate": 0,
    }
    stepfunctions.add_response("describe_execution", answer, {"executionArn": f"{EXECUTION}:req-1-2"})
    assert Workflow(MACHINE, stepfunctions.client).status("req-1", 2) == status


def test_an_execution_that_never_was_has_no_status(stepfunctions: Stubber) -> None:
    refuse(stepfunctions, "describe_execution", "ExecutionDoesNotExist")
    assert Workflow(MACHINE, stepfunctions.client).status("req-1", 1) is None


@pytest.mark.parametrize(("attempt", "name"), [(1, "req-1"), (2, "req-1-2")])
def test_an_execution_is_stopped(stepfunctions: Stubber, attempt: int, name: str) -> None:
    stepfunctions.add_response("stop_execution", {"stopDate": 0}, {"executionArn": f"{EXECUTION}:{name}"})
    Workflow(MACHINE, stepfunctions.client).stop("req-1", attempt)


@pytest.mark.parametrize("code", ["ExecutionDoesNotExist", "ValidationException"])
def test_an_execution_that_never_was_or_has_ended_counts_as_stopped(
    stepfunctions: Stubber, code: str
) -> None:
    refuse(stepfunctions, "stop_execution", code)
    Workflow(MACHINE, stepfunctions.client).stop("req-1", 1)


def test_an_execution_that_cannot_be_stopped_is_an_error(stepfunctions: Stubber) -> None:
    refuse(stepfunctions, "stop_execution", "AccessDeniedException")
    with pytest.raises(ServiceRefused):
        Workflow(MACHINE, stepfunctions.client).stop("req-1", 1)
