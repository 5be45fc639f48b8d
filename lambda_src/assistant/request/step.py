"""What travels between the states of the workflow: ids, codes and the team's words for two of the codes.

Nothing that a customer wrote, no name and no address.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from assistant.aws.stepfunctions import StateMachine


@dataclass(frozen=True)
class Step:
    """The input of a step, and with its fields filled in, the output.

    `category_label` and `language_name` are the team's words for the codes beside them; AlertTeam publishes
    them, and no function reads them: the category may still change after the alert.
    `fallback` asks for the step's fallback result; `reason` is the code of the error that used up
    the retries, `alert_failed` that of an alert that could not be sent.
    """

    request_id: str
    attempt: int = 1
    priority: str = ""
    category: str = ""
    language: str = ""
    category_label: str = ""
    language_name: str = ""
    degraded: tuple[str, ...] = ()
    fallback: bool = False
    reason: str = ""
    alert_failed: str = ""

    @classmethod
    def from_event(cls, event: Mapping[str, Any]) -> Self:
        """Read a state's input; a state that asks for a fallback result wraps its input in `step`."""
        state = event.get("step", event)
        return cls(
            request_id=state["request_id"],
            attempt=state.get("attempt", 1),
            priority=state.get("priority", ""),
            category=state.get("category", ""),
            language=state.get("language", ""),
            degraded=tuple(state.get("degraded", ())),
            fallback=event.get("fallback", False),
            reason=_reason(state.get("error", {})),
            alert_failed=state.get("alert", {}).get("Error", ""),
        )

    def travelling(self) -> dict[str, Any]:
        """Return the output of a state: the input of the next."""
        return {
            "request_id": self.request_id,
            "attempt": self.attempt,
            "priority": self.priority,
            "category": self.category,
            "language": self.language,
            "category_label": self.category_label,
            "language_name": self.language_name,
            "degraded": list(self.degraded),
        }

    def with_degraded(self, *steps: str) -> Self:
        """Return the step with further degraded parts, each named once."""
        return replace(self, degraded=tuple(dict.fromkeys((*self.degraded, *steps))))


def _reason(error: Mapping[str, str]) -> str:
    """Return an error's code: our own messages are codes, of other errors the name alone is taken."""
    name = error.get("Error", "")
    if "." in name or not name:
        return name
    try:
        cause = json.loads(error.get("Cause", ""))
    except ValueError:
        return name
    return str(cause.get("errorMessage") or name) if isinstance(cause, dict) else name


class Workflow:
    """The executions of the workflow, one per attempt at a request."""

    def __init__(self, state_machine: StateMachine) -> None:
        self._state_machine = state_machine

    def start(self, request_id: str, attempt: int) -> None:
        """Start the execution; one that was started before counts as success."""
        self._state_machine.start(
            execution_name(request_id, attempt), {"request_id": request_id, "attempt": attempt}
        )

    def status(self, request_id: str, attempt: int) -> str | None:
        """Return RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED; None if it was never started."""
        return self._state_machine.status(execution_name(request_id, attempt))

    def running(self) -> set[str]:
        """Return the names of the executions that run, by `execution_name`; it may be some seconds old."""
        return self._state_machine.running()

    def stop(self, request_id: str, attempt: int) -> None:
        """Stop the execution; one that has ended or never was counts as stopped."""
        self._state_machine.stop(execution_name(request_id, attempt))


def execution_name(request_id: str, attempt: int) -> str:
    """Return the execution's name: the request's id, with the attempt from the second on."""
    return request_id if attempt == 1 else f"{request_id}-{attempt}"
