"""What Sweep uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.table import RequestTable
from support.aws.topic import TeamTopic
from support.aws.workflow import Workflow
from support.settings import SweepSettings


@dataclass(frozen=True)
class Services:
    """Table, team topic and workflow."""

    requests: RequestTable
    team: TeamTopic
    workflow: Workflow
    pivot_language: str

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = SweepSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name),
            team=TeamTopic(settings.topic_arn),
            workflow=Workflow(settings.state_machine_arn),
            pivot_language=settings.pivot_language,
        )
