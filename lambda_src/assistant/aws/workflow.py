"""The workflow in Step Functions."""

import json
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from assistant.request.step import execution_name

from .client import calling, config, connect, expected, whole_answers

if TYPE_CHECKING:
    from mypy_boto3_stepfunctions import SFNClient


class Workflow:
    """Starts and stops executions, one per attempt at a request, and tells how they are."""

    def __init__(self, state_machine_arn: str, client: "SFNClient | None" = None) -> None:
        self._arn = state_machine_arn
        self._client = client or whole_answers(connect("stepfunctions", config(5)))

    def start(self, request_id: str, attempt: int) -> None:
        """Start the execution; one that was started before counts as success."""
        with calling("states", "StartExecution"):
            try:
                self._client.start_execution(
                    stateMachineArn=self._arn,
                    name=execution_name(request_id, attempt),
                    input=json.dumps({"request_id": request_id, "attempt": attempt}),
                )
            except ClientError as error:
                if not expected(error, ("ExecutionAlreadyExists",)):
                    raise

    def status(self, request_id: str, attempt: int) -> str | None:
        """Return RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED; None if it was never started."""
        with calling("states", "DescribeExecution"):
            try:
                answer = self._client.describe_execution(executionArn=self._execution(request_id, attempt))
            except ClientError as error:
                if expected(error, ("ExecutionDoesNotExist",)):
                    return None
                raise
            return answer["status"]

    def stop(self, request_id: str, attempt: int) -> None:
        """Stop the execution; one that has ended or never was counts as stopped."""
        with calling("states", "StopExecution"):
            try:
                self._client.stop_execution(executionArn=self._execution(request_id, attempt))
            except ClientError as error:
                # Of an ARN that we made, nothing is invalid but that the execution no longer runs.
                if not expected(error, ("ExecutionDoesNotExist", "ValidationException")):
                    raise

    def _execution(self, request_id: str, attempt: int) -> str:
        prefix = self._arn.replace(":stateMachine:", ":execution:")
        return f"{prefix}:{execution_name(request_id, attempt)}"
