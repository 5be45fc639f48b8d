"""Doctor: every week, whether what the product depends on is there, alive and large enough."""

from typing import Final

from support import clock, entry
from support.checkup import report
from support.checkup.checkup import examine
from support.domain.address import mask
from support.services.doctor import Services
from support.telemetry import count, logger

NAME: Final = "Doctor"


def run(services: Services) -> dict[str, int]:
    """Examine the environment; tell operations if anything is wrong, and nobody if nothing is.

    Raises:
        SupportError: the report could not be published.
    """
    findings = examine(services.patient, services.instruments, clock.now(), mask)
    for finding in findings:
        # Not the detail: it can name an address.
        logger.info(
            "checked",
            extra={"check": finding.check, "subject": finding.subject, "status": finding.status},
        )
    counts = report.tally(findings)
    count(NAME, "DoctorProblems", counts["problem"])
    if counts["problem"] or counts["warning"]:
        services.operations.publish(
            report.subject(services.environment, findings), report.text(services.environment, findings)
        )
    return counts


handler = entry.scheduled(NAME, run, Services.from_env)
