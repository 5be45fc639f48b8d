"""Having a reply spoken and stored."""

from dataclasses import dataclass, field

import pytest

from support import speech
from support.domain.voices import Voice
from support.errors import ServiceBusy
from tests.lambda_src import samples
from tests.lambda_src.fakes import BUSY, FakeArchive, FakeSpeaker

LEA = Voice("Lea", "neural", "fr-FR")


@dataclass
class Services:
    """The bucket and Polly."""

    archive: FakeArchive = field(default_factory=FakeArchive)
    speaker: FakeSpeaker = field(default_factory=FakeSpeaker)


def test_a_reply_is_spoken_as_it_is_and_stored() -> None:
    services = Services()
    speech.speak(samples.answered(), LEA, services)
    assert services.speaker.spoken == [(samples.REPLY, "Lea")]
    assert services.archive.objects == {("audio", samples.REQUEST_ID): b"\xff\xf3mp3"}


def test_what_is_stored_is_not_paid_for_again() -> None:
    services = Services()
    services.archive.put_audio(samples.REQUEST_ID, b"mp3")
    speech.speak(samples.answered(), LEA, services)
    assert services.speaker.calls == []
    assert services.archive.objects == {("audio", samples.REQUEST_ID): b"mp3"}


def test_nothing_is_paid_while_the_bucket_does_not_answer() -> None:
    services = Services()
    services.archive.errors["has_audio"] = [BUSY]
    with pytest.raises(ServiceBusy):
        speech.speak(samples.answered(), LEA, services)
    assert services.speaker.calls == []
