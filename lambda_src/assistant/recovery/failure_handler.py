"""RecordFailure: a request that cannot be answered is stored as failed, and the team is notified."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from assistant.aws.sns import Topic
from assistant.cost.meter import Meter
from assistant.entrypoints import wrappers
from assistant.request.step import Step
from assistant.request.table import RequestTable
from assistant.settings import RecordFailureSettings

from . import failures

NAME: Final = "RecordFailure"


@dataclass(frozen=True)
class Services(failures.Services):
    """Table, team topic and meter."""

    meter: Meter

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = RecordFailureSettings.from_env(env)
        meter = Meter()
        return cls(
            requests=RequestTable(settings.table_name, meter),
            team=Topic(settings.topic_arn, meter.add),
            meter=meter,
            pivot_language=settings.pivot_language,
        )


def run(step: Step, services: Services) -> Step:
    """Record the failure of the step's request.

    Raises:
        NotFound, ServiceError: the workflow then sends the id to the dead-letter queue.
    """
    failures.record(step.request_id, step.reason, NAME, services)
    return step


handler = wrappers.workflow_step(NAME, run, Services.from_env)
