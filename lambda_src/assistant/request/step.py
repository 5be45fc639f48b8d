"""What travels between the states of the workflow: ids and codes, never text, names or addresses."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self


@dataclass(frozen=True)
class Step:
    """The input of a step, and with its fields filled in, the output.

    `lesser` asks for the step's defined lesser result; `reason` is the code of the error that used up
    the retries, `alert_failed` that of an alert that could not be sent.
    """

    request_id: str
    attempt: int = 1
    priority: str = ""
    category: str = ""
    language: str = ""
    degraded: tuple[str, ...] = ()
    lesser: bool = False
    reason: str = ""
    alert_failed: str = ""

    @classmethod
    def from_event(cls, event: Mapping[str, Any]) -> Self:
        """Read a state's input; a state that asks for a lesser result wraps its input in `step`."""
        state = event.get("step", event)
        return cls(
            request_id=state["request_id"],
            attempt=state.get("attempt", 1),
            priority=state.get("priority", ""),
            category=state.get("category", ""),
            language=state.get("language", ""),
            degraded=tuple(state.get("degraded", ())),
            lesser=event.get("lesser", False),
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


def execution_name(request_id: str, attempt: int) -> str:
    """Return the execution's name: the request's id, with the attempt from the second on."""
    return request_id if attempt == 1 else f"{request_id}-{attempt}"
