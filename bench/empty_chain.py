"""A chain of four Lambda tasks that do nothing: the time that the emulator itself takes."""

import io
import itertools
import json
import time
import zipfile
from typing import Any, Final

from local.environment.deployment import Deployment

_POLL_SECONDS: Final = 0.05
_UNWATCHED_SECONDS: Final = 0.4
"""Longer than it takes: polling while it runs would slow it down."""

# The emulator waits up to 50 ms for log lines that do not come; our tasks print some, so do these.
_TASK: Final = "def handler(event, context):\n    print('done')\n    return event\n"


class EmptyChain:
    """Creates the chain in a deployment's emulator, and runs it."""

    def __init__(self, deployment: Deployment) -> None:
        self._deployment = deployment
        self._states = deployment.clients.stepfunctions
        machine = self._states.describe_state_machine(stateMachineArn=deployment.state_machine_arn)
        self._role = machine["roleArn"]  # any role will do, the emulator asks for one
        names = [f"Empty{number}" for number in range(1, 5)]
        tasks = {name: self._task(deployment, name) for name in names}
        for name, following in itertools.pairwise(names):
            tasks[name]["Next"] = following
        tasks[names[-1]]["End"] = True
        self._arn = self._states.create_state_machine(
            name=f"bench-{time.time_ns():x}",
            definition=json.dumps({"StartAt": names[0], "States": tasks}),
            roleArn=self._role,
        )["stateMachineArn"]

    def run(self) -> float:
        """Run it once and return the seconds."""
        name, started_at = f"run-{time.time_ns():x}", time.time()
        self._states.start_execution(stateMachineArn=self._arn, name=name, input="{}")
        time.sleep(_UNWATCHED_SECONDS)
        return end_of(self._deployment, self._arn, name) - started_at

    def _task(self, deployment: Deployment, name: str) -> dict[str, Any]:
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as bundle:
            bundle.writestr("empty.py", _TASK)
        clients = deployment.clients
        function = clients.session.client("lambda", **clients.options).create_function(
            FunctionName=f"bench-{name}-{time.time_ns():x}",
            Runtime="python3.14",
            Role=self._role,
            Handler="empty.handler",
            MemorySize=512,
            Code={"ZipFile": archive.getvalue()},
        )
        return {"Type": "Task", "Resource": function["FunctionArn"]}


def end_of(deployment: Deployment, machine_arn: str, execution: str) -> float:
    """Return when an execution succeeded, in seconds since the epoch; the emulator's clock is this machine's.

    Raises:
        RuntimeError: it did not succeed.
    """
    states = deployment.clients.stepfunctions
    arn = f"{machine_arn.replace(':stateMachine:', ':execution:')}:{execution}"
    while (found := states.describe_execution(executionArn=arn))["status"] == "RUNNING":
        time.sleep(_POLL_SECONDS)
    if found["status"] != "SUCCEEDED":
        raise RuntimeError(f"the execution {execution} ended {found['status']}")
    return found["stopDate"].timestamp()
