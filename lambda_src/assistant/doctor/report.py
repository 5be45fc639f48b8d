"""The findings as operations reads them: what is wrong first, each with what to do."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from assistant.delivery.notification import MAX_SUBJECT_CHARACTERS
from assistant.text.text import one_line

from .finding import Finding, Status

ORDER: Final[tuple[Status, ...]] = ("problem", "warning", "unknown", "ok")


def tally(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings there are of each status."""
    counted = Counter(finding.status for finding in findings)
    return {status: counted[status] for status in ORDER}


def subject(environment: str, findings: Sequence[Finding]) -> str:
    """Return the subject of the report."""
    counts = tally(findings)
    text = f"[{environment}] Doctor: {_number(counts, 'problem')}, {_number(counts, 'warning')}"
    return one_line(text, MAX_SUBJECT_CHARACTERS)


def text(environment: str, findings: Sequence[Finding]) -> str:
    """Return the report; what is in order is counted alone."""
    parts = [
        f"{finding.status.upper()}: {finding.check} {finding.subject}: {finding.detail}.\n{finding.advice}"
        for status in ("problem", "warning", "unknown")
        for finding in findings
        if finding.status == status
    ]
    counts = tally(findings)
    last = f"In order: {counts['ok']} findings. The whole table: make doctor ENV={environment}"
    return "\n\n".join([*parts, last])


def _number(counts: dict[str, int], status: str) -> str:
    return f"{counts[status]} {status}{'' if counts[status] == 1 else 's'}"
