"""The findings as operations reads them: what is wrong first, each with what to do."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from assistant.aws.sns import MAX_SUBJECT_CHARACTERS, Notification
from assistant.text.normalized import one_line

from .finding import Finding, Status

ORDER: Final[tuple[Status, ...]] = ("problem", "warning", "unknown", "ok")


def tally(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings there are of each status."""
    counted = Counter(finding.status for finding in findings)
    return {status: counted[status] for status in ORDER}


def notification(environment: str, findings: Sequence[Finding]) -> Notification:
    """Return the report; what is in order is counted alone."""
    counts = tally(findings)
    subject = f"[{environment}] Doctor: {_number(counts, 'problem')}, {_number(counts, 'warning')}"
    parts = [
        f"{finding.status.upper()}: {finding.check} {finding.subject}: {finding.detail}.\n{finding.advice}"
        for status in ("problem", "warning", "unknown")
        for finding in findings
        if finding.status == status
    ]
    last = f"In order: {counts['ok']} findings. The whole table: make doctor ENV={environment}"
    return Notification(one_line(subject, MAX_SUBJECT_CHARACTERS), "\n\n".join([*parts, last]))


def _number(counts: dict[str, int], status: str) -> str:
    return f"{counts[status]} {status}{'' if counts[status] == 1 else 's'}"
