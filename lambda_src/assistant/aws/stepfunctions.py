"""AWS Step Functions: the executions of one state machine."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from .client import Connection, Count, config

if TYPE_CHECKING:
    from mypy_boto3_stepfunctions import SFNClient

_PAGE: Final = 1_000
"""Executions in one answer, the most that there can be: Step Functions gives 100 unless asked for more."""

_PARTS: Final = 7
"""Of a state machine's ARN; that of an alias has its name as one more."""


class StateMachine:
    """Starts and stops executions by their names, and tells how they are.

    By the ARN of an alias, executions start with the version that it leads to. All that run are found,
    whatever version they began with.
    """

    def __init__(self, arn: str, count: Count | None = None, client: "SFNClient | None" = None) -> None:
        self._arn = arn
        self._machine = ":".join(arn.split(":")[:_PARTS])
        self._states = Connection("stepfunctions", config(5), count=count, client=client, whole_answers=True)

    def start(self, name: str, given: Mapping[str, Any]) -> None:
        """Start an execution; one that was started before counts as success."""
        with self._states.calling("StartExecution") as client:
            try:
                client.start_execution(stateMachineArn=self._arn, name=name, input=json.dumps(given))
            except client.exceptions.ExecutionAlreadyExists:
                return

    def status(self, name: str) -> str | None:
        """Return RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED; None if it was never started."""
        with self._states.calling("DescribeExecution") as client:
            try:
                return client.describe_execution(executionArn=self._execution(name))["status"]
            except client.exceptions.ExecutionDoesNotExist:
                return None

    def running(self) -> set[str]:
        """Return the names of the executions that run: a thousand a call, and perhaps some seconds old."""
        with self._states.calling("ListExecutions") as client:
            pages = client.get_paginator("list_executions").paginate(
                stateMachineArn=self._machine, statusFilter="RUNNING", PaginationConfig={"PageSize": _PAGE}
            )
            return {execution["name"] for page in pages for execution in page["executions"]}

    def stop(self, name: str) -> None:
        """Stop an execution; one that has ended or never was counts as stopped."""
        with self._states.calling("StopExecution") as client:
            try:
                client.stop_execution(executionArn=self._execution(name))
            except (client.exceptions.ExecutionDoesNotExist, client.exceptions.ValidationException):
                # Of an ARN that we made, nothing is invalid but that the execution no longer runs.
                return

    def _execution(self, name: str) -> str:
        return f"{self._machine.replace(':stateMachine:', ':execution:')}:{name}"
