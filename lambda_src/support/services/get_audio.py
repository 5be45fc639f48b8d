"""What GetAudio uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from support.aws.archive import Archive
from support.aws.links import LinkSigner
from support.aws.polly import Speaker
from support.aws.table import RequestTable
from support.settings import GetAudioSettings


@dataclass(frozen=True)
class Services:
    """Table, links, archive and Polly, which speaks where speech is on demand."""

    requests: RequestTable
    links: LinkSigner
    archive: Archive
    speaker: Speaker
    allowed_origins: list[str]
    marks_audio: bool

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = GetAudioSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name),
            links=LinkSigner(settings.link_key_id),
            # API Gateway gives up after 29 s: two tries of each service have to fit (support/on_demand.py).
            archive=Archive(settings.bucket_name, read_timeout_seconds=3),
            speaker=Speaker(read_timeout_seconds=7),
            allowed_origins=settings.allowed_origins,
            marks_audio=settings.marks_audio,
        )
