"""RecordFailure: a request that cannot be answered is stored as failed, and the team is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from assistant.aws.table import RequestTable
from assistant.aws.topic import TeamTopic
from assistant.entrypoints import entry
from assistant.request.step import Step
from assistant.settings import RecordFailureSettings

from . import failures

NAME: Final = "RecordFailure"


@dataclass(frozen=True)
class Services:
    """Table and team topic."""

    requests: RequestTable
    team: TeamTopic
    pivot_language: str

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = RecordFailureSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name),
            team=TeamTopic(settings.topic_arn),
            pivot_language=settings.pivot_language,
        )


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
