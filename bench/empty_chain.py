"""A chain of four Lambda tasks that do nothing: what the platform itself costs on this emulator."""

import io
import itertools
import json
import time
import zipfile
from typing import Any, Final

from local.deployment import Deployment

_POLL_SECONDS: Final = 0.005

# The emulator waits up to 50 ms for log lines that do not come; our tasks print some, so do these.
_TASK: Final = "def handler(event, context):\n    print('done')\n    return event\n"


class EmptyChain:
    """The chain, made in a running deployment's emulator."""

    def __init__(self, deployment: Deployment) -> None:
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
        started = time.monotonic()
        arn = self._states.start_execution(stateMachineArn=self._arn, input="{}")["executionArn"]
        while (status := self._states.describe_execution(executionArn=arn)["status"]) == "RUNNING":
            time.sleep(_POLL_SECONDS)
        if status != "SUCCEEDED":
            raise RuntimeError(f"the empty chain ended {status}")
        return time.monotonic() - started

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
