"""RecordFailure: a request that cannot be answered is stored as failed, and the team is told."""

from typing import Final

from support import entry, failures
from support.domain.step import Step
from support.services.record_failure import Services

NAME: Final = "RecordFailure"


def run(step: Step, services: Services) -> Step:
    """Record the failure of the step's request.

    Raises:
        NotFound, ServiceError: the workflow then sends the id to the dead-letter queue.
    """
    failures.record(
        step.request_id,
        step.reason,
        NAME,
        requests=services.requests,
        team=services.team,
        pivot_language=services.pivot_language,
    )
    return step


handler = entry.workflow_step(NAME, run, Services.from_env)
