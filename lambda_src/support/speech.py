"""Having a reply spoken and stored, whoever asks for it: the workflow's step, or the first who listens."""

from typing import Protocol

from .aws.archive import Archive
from .aws.polly import Speaker
from .domain.record import StoredRequest
from .domain.voices import Voice


class Services(Protocol):
    """What speaking needs."""

    @property
    def archive(self) -> Archive:
        """The bucket."""

    @property
    def speaker(self) -> Speaker:
        """Polly."""


def speak(item: StoredRequest, voice: Voice, services: Services) -> None:
    """Have the reply of a request stored as an MP3, unless it is already.

    An earlier attempt may have stored the audio and failed after that: speech is paid for once. Looking
    first also shows that the bucket answers before anything is paid.

    Raises:
        ServiceError: Polly or the bucket failed.
    """
    if not services.archive.has_audio(item["pk"]):
        mp3 = services.speaker.speak(item["pk"], item["reply"]["text"], voice)
        services.archive.put_audio(item["pk"], mp3)
