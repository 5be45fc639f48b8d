"""What Sweep uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.archive import Archive
from support.aws.erasable_table import ErasableTable
from support.aws.topic import TeamTopic
from support.aws.workflow import Workflow
from support.settings import SweepSettings


@dataclass(frozen=True)
class Services:
    """Table, archive, team topic and workflow."""

    requests: ErasableTable
    archive: Archive
    team: TeamTopic
    workflow: Workflow
    pivot_language: str

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = SweepSettings.from_env(env)
        return cls(
            requests=ErasableTable(settings.table_name),
            archive=Archive(settings.bucket_name),
            team=TeamTopic(settings.topic_arn),
            workflow=Workflow(settings.state_machine_arn),
            pivot_language=settings.pivot_language,
        )
