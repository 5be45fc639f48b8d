"""What GetAudio uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.archive import Archive
from support.aws.links import LinkSigner
from support.aws.table import RequestTable
from support.settings import GetAudioSettings


@dataclass(frozen=True)
class Services:
    """Table, links and archive."""

    requests: RequestTable
    links: LinkSigner
    archive: Archive
    allowed_origins: list[str]

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = GetAudioSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name),
            links=LinkSigner(settings.link_key_id),
            archive=Archive(settings.bucket_name),
            allowed_origins=settings.allowed_origins,
        )
