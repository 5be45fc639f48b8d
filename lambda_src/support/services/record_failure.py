"""What RecordFailure uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.table import RequestTable
from support.aws.topic import TeamTopic
from support.settings import RecordFailureSettings


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
