"""What SendResponse uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.archive import Archive
from support.aws.table import RequestTable
from support.aws.topic import TeamTopic
from support.settings import SendResponseSettings


@dataclass(frozen=True)
class Services:
    """Table, archive and team topic."""

    requests: RequestTable
    archive: Archive
    team: TeamTopic
    settings: SendResponseSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = SendResponseSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name),
            archive=Archive(settings.bucket_name),
            team=TeamTopic(settings.topic_arn),
            settings=settings,
        )
