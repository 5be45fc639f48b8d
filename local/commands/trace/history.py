"""The executions of one request: which states ran, how often, and which errors came between."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError

from local.environment.clients import Clients


@dataclass
class Step:
    """One state of an execution; more calls than one are retries, each for one of the errors."""

    state: str
    entered: datetime
    left: datetime | None = None
    calls: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Execution:
    """One attempt at a request; `version` is the number of the workflow's version that it runs."""

    name: str
    status: str
    started: datetime
    stopped: datetime | None
    error: str | None
    steps: list[Step]
    version: str | None = None


def executions(clients: Clients, state_machine_arn: str, request_id: str) -> list[Execution]:
    """Return the attempts in their order: `ID`, `ID-2`, `ID-3` and so on."""
    prefix = state_machine_arn.replace(":stateMachine:", ":execution:")
    found: list[Execution] = []
    while True:
        attempt = len(found) + 1
        name = request_id if attempt == 1 else f"{request_id}-{attempt}"
        execution = _execution(clients, f"{prefix}:{name}")
        if execution is None:
            return found
        found.append(execution)


def steps(events: Iterable[Mapping[str, Any]]) -> list[Step]:
    """Read the states from an execution's events, which the workflow emits one after the other."""
    found: list[Step] = []
    for event in events:
        kind, at = event["type"], event["timestamp"]
        details: Mapping[str, Any] = next(
            (value for key, value in event.items() if key.endswith("EventDetails")), {}
        )
        if kind.endswith("StateEntered"):
            if found and found[-1].left is None:
                found[-1].left = at  # a state that is left by its Catch may end without an event of its own
            found.append(Step(details["name"], at))
        elif not found:
            continue
        elif kind.endswith("StateExited"):
            found[-1].left = at
        elif kind in ("TaskScheduled", "LambdaFunctionScheduled"):
            found[-1].calls += 1
        elif not kind.startswith("Execution") and details.get("error"):
            found[-1].errors.append(details["error"])
    return found


def _execution(clients: Clients, arn: str) -> Execution | None:
    try:
        described = clients.stepfunctions.describe_execution(executionArn=arn)
    except ClientError as error:
        if error.response["Error"]["Code"] == "ExecutionDoesNotExist":
            return None
        raise
    pages = clients.stepfunctions.get_paginator("get_execution_history").paginate(
        executionArn=arn, includeExecutionData=False
    )
    return Execution(
        name=described["name"],
        status=described["status"],
        started=described["startDate"],
        stopped=described.get("stopDate"),
        error=described.get("error"),
        steps=steps(event for page in pages for event in page["events"]),
        version=described.get("stateMachineVersionArn", "").rpartition(":")[2] or None,
    )
