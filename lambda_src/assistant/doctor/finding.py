"""What a check found, and the findings as operations reads them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assistant.aws.sns import MAX_SUBJECT_CHARACTERS, Notification
from assistant.errors import ServiceBusy, ServiceError
from assistant.text.normalized import one_line

Status = Literal["ok", "warning", "problem", "unknown"]
ORDER: Final[tuple[Status, ...]] = ("problem", "warning", "unknown", "ok")


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


_UNREACHED: Final = frozenset({"ConnectTimeoutError", "EndpointConnectionError"})
"""How a name that does not resolve, or an address where nobody listens, shows in botocore."""


def unreachable(error: ServiceError) -> str:
    """Return what is to be said of a service that could not be connected to, else nothing."""
    return (
        f"is not offered in this Region, or cannot be reached ({error})" if error.code in _UNREACHED else ""
    )


def not_checked(check: str, subject: str, error: ServiceError) -> Finding:
    """Return the finding of a check that a service did not let happen."""
    advice = f"Let whoever runs the checkup call {error.service}:{error.operation}."
    if isinstance(error, ServiceBusy):
        advice = "Run the checkup again in a moment."
    detail = unreachable(error) or f"could not be asked ({error})"
    return Finding(check, subject, "unknown", detail, advice)


def tally(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings there are of each status."""
    counted = Counter(finding.status for finding in findings)
    return {status: counted[status] for status in ORDER}


def report(environment: str, findings: Sequence[Finding]) -> Notification:
    """Return the notification of all findings, the worst first; those in order are only counted."""
    counts = tally(findings)
    problems = "1 problem" if counts["problem"] == 1 else f"{counts['problem']} problems"
    warnings = "1 warning" if counts["warning"] == 1 else f"{counts['warning']} warnings"
    parts = [
        f"{finding.status.upper()}: {finding.check} {finding.subject}: {finding.detail}.\n{finding.advice}"
        for status in ORDER[:-1]
        for finding in findings
        if finding.status == status
    ]
    parts.append(f"In order: {counts['ok']} findings. The whole table: make doctor ENV={environment}")
    subject = f"[{environment}] Doctor: {problems}, {warnings}"
    return Notification(one_line(subject, MAX_SUBJECT_CHARACTERS), "\n\n".join(parts))
