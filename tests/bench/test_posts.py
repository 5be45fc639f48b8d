"""How the workflow is held back while many callers are measured."""

import json
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bench.posts import workflow_held_back
from local.environment.deployment import Deployment

OWN = json.dumps({"StartAt": "TranslateAndAnalyze"})


class StepFunctions:
    """Holds one state machine."""

    definition = OWN

    def describe_state_machine(self, **_: Any) -> dict[str, str]:
        return {"definition": self.definition}

    def update_state_machine(self, *, definition: str, **_: Any) -> None:
        self.definition = definition


def test_the_workflow_waits_meanwhile_and_is_itself_again_afterwards() -> None:
    states = StepFunctions()
    deployment = SimpleNamespace(clients=SimpleNamespace(stepfunctions=states), state_machine_arn="arn")

    def interrupted() -> None:
        with workflow_held_back(cast("Deployment", deployment)):
            held_back = json.loads(states.definition)
            assert [state["Type"] for state in held_back["States"].values()] == ["Wait"]
            raise InterruptedError

    with pytest.raises(InterruptedError):
        interrupted()
    assert states.definition == OWN
