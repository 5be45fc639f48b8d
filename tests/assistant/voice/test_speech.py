"""Having a reply spoken and stored."""

import io
from dataclasses import dataclass, field

import pytest
from mutagen.id3 import ID3

from assistant.errors import ServiceBusy
from assistant.voice import speech
from assistant.voice.voices import Voice
from local.audio import listen
from local.standins.speech import synthesize
from tests.assistant import samples
from tests.assistant.fakes import BUSY, FakeArchive, FakeSpeaker

LEA = Voice("Lea", "neural", "fr-FR")


@dataclass
class Services:
    """The bucket and Polly."""

    archive: FakeArchive = field(default_factory=FakeArchive)
    speaker: FakeSpeaker = field(default_factory=FakeSpeaker)
    marks_audio: bool = False


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


def test_speech_says_that_a_machine_generated_it_and_is_heard_as_before() -> None:
    mp3 = synthesize("Bonjour Grace.", voice="fr")
    marked = speech.marked(mp3)
    tags = ID3(io.BytesIO(marked))
    assert tags["TXXX:DigitalSourceType"].text == [speech.SOURCE_TYPE]
    assert "AI-generated" in tags.getall("COMM")[0].text[0]
    assert marked.endswith(mp3)
    assert len(marked) - len(mp3) < 300
    assert listen(marked).seconds == pytest.approx(listen(mp3).seconds, abs=0.05)


def test_the_environment_decides_whether_it_does() -> None:
    for marks_audio in (True, False):
        services = Services(marks_audio=marks_audio)
        speech.speak(samples.answered(), LEA, services)
        (mp3,) = services.archive.objects.values()
        assert mp3.startswith(b"ID3") is marks_audio
