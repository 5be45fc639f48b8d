"""What a check found."""

from dataclasses import dataclass
from typing import Literal

from assistant.errors import ServiceBusy, ServiceError

Status = Literal["ok", "warning", "problem", "unknown"]


@dataclass(frozen=True)
class Finding:
    """One line of what is, and one of what to do about it.

    A problem breaks something now; a warning will, or does under load. What could not be looked at is
    unknown, with the reason.
    """

    check: str
    subject: str
    status: Status
    detail: str
    advice: str = ""


def not_checked(check: str, subject: str, error: ServiceError) -> Finding:
    """Return the finding of a check that a service did not let happen."""
    if isinstance(error, ServiceBusy):
        advice = "Run the checkup again in a moment."
    else:
        advice = f"Let whoever runs the checkup call {error.service}:{error.operation}."
    return Finding(check, subject, "unknown", f"could not be asked ({error})", advice)
