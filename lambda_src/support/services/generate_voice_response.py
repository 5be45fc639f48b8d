"""What GenerateVoiceResponse uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.archive import Archive
from support.aws.links import LinkSigner
from support.aws.polly import Speaker
from support.aws.table import RequestTable
from support.settings import GenerateVoiceResponseSettings


@dataclass(frozen=True)
class Services:
    """Table, archive, links and Polly."""

    requests: RequestTable
    archive: Archive
    links: LinkSigner
    speaker: Speaker

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = GenerateVoiceResponseSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name),
            archive=Archive(settings.bucket_name),
            links=LinkSigner(settings.link_key_id),
            speaker=Speaker(),
        )
