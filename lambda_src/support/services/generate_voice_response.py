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
    """Table, archive, links and Polly; `settings` name the engine."""

    requests: RequestTable
    archive: Archive
    links: LinkSigner
    speaker: Speaker
    settings: GenerateVoiceResponseSettings

    @property
    def marks_audio(self) -> bool:
        """Whether an MP3 says that it is synthetic."""
        return self.settings.marks_audio

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = GenerateVoiceResponseSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name),
            # Speech that cannot be stored was paid for in vain: more tries, and shorter ones to fit a run.
            archive=Archive(settings.bucket_name, attempts=4, read_timeout_seconds=4),
            links=LinkSigner(settings.link_key_id),
            speaker=Speaker(),
            settings=settings,
        )
