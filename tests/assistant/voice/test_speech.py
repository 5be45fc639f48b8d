"""Speaking a reply, and storing it."""

import io
from typing import Any

import pytest
from mutagen.id3 import ID3

from assistant.errors import ServiceBusy
from assistant.voice import speech, ssml
from assistant.voice.speech import Speaker
from assistant.voice.voices import PollyVoice
from local.commands.audio import listen
from local.standins.polly.speech import synthesize
from tests.assistant import samples
from tests.assistant.fakes import BUSY, FakeArchive, FakeSpeaker

ANSWERED: Any = samples.answered()
LEA = PollyVoice("Lea", "neural", "fr-FR")

LONG = "".join(f"Voilà la phrase {number}. " for number in range(400))


class FakePolly:
    """Speaks a text as the text itself and the voice, and fails when told to."""

    def __init__(self) -> None:
        self.spoken: list[str] = []
        self.fails_at: int | None = None

    def mp3(self, document: str, *, voice_id: str, engine: str, language: str) -> bytes:
        if len(self.spoken) == self.fails_at:
            self.fails_at = None
            raise BUSY
        self.spoken.append(document)
        return f"{document} by {voice_id}, {engine}, {language};".encode()


def heard(text: str) -> bytes:
    return "".join(f"{piece} by Lea, neural, fr-FR;" for piece in ssml.pieces(text, "neural")).encode()


@pytest.fixture
def polly() -> Any:
    return FakePolly()


@pytest.mark.parametrize("text", ["Bonjour <Grace> & Cie, n° 4471-B", "Bon\x07jour\r\nGrace\x00", LONG])
def test_a_text_is_spoken_piece_by_piece_and_joined(polly: Any, text: str) -> None:
    pieces = ssml.pieces(text, "neural")
    assert (len(pieces) > 1) is (text is LONG)
    assert Speaker(polly).speak("req-1", text, LEA) == heard(text)
    assert polly.spoken == pieces


def test_a_second_attempt_pays_only_for_what_was_not_spoken(polly: Any) -> None:
    polly.fails_at = 1
    speaker = Speaker(polly)
    with pytest.raises(ServiceBusy):
        speaker.speak("req-1", LONG, LEA)
    assert speaker.speak("req-1", LONG, LEA) == heard(LONG)
    assert polly.spoken == ssml.pieces(LONG, "neural")


def test_a_text_is_spoken_by_each_voice_and_spelled_for_its_engine(polly: Any) -> None:
    speaker = Speaker(polly)
    text = "n° 4471-B"
    assert speaker.speak("req-1", text, LEA) == heard(text)
    speech = speaker.speak("req-1", text, PollyVoice("Lea", "generative", "fr-FR")).decode()
    assert speech == f"{ssml.speech(text, 'generative')} by Lea, generative, fr-FR;"


def test_what_was_spoken_is_kept_for_the_last_request_alone(polly: Any) -> None:
    speaker = Speaker(polly)
    for request_id, paid in (("req-1", 1), ("req-1", 1), ("req-2", 2), ("req-1", 3)):
        speaker.speak(request_id, "Bonjour", LEA)
        assert len(polly.spoken) == paid


def store(archive: FakeArchive, speaker: FakeSpeaker, *, marks_audio: bool = False) -> None:
    speech.speak(ANSWERED, LEA, archive, speaker, marks_audio=marks_audio)


def test_a_reply_is_spoken_as_it_is_and_stored(archive: FakeArchive, speaker: FakeSpeaker) -> None:
    store(archive, speaker)
    assert speaker.spoken == [(samples.REPLY, "Lea")]
    assert archive.objects == {("audio", samples.REQUEST_ID): b"\xff\xf3mp3"}


def test_what_is_stored_is_not_paid_for_again(archive: FakeArchive, speaker: FakeSpeaker) -> None:
    archive.put_audio(samples.REQUEST_ID, b"mp3")
    store(archive, speaker)
    assert speaker.calls == []
    assert archive.objects == {("audio", samples.REQUEST_ID): b"mp3"}


def test_nothing_is_paid_while_the_bucket_does_not_answer(archive: FakeArchive, speaker: FakeSpeaker) -> None:
    archive.errors["has_audio"] = [BUSY]
    with pytest.raises(ServiceBusy):
        store(archive, speaker)
    assert speaker.calls == []


def test_speech_says_that_a_machine_generated_it_and_is_heard_as_before() -> None:
    mp3 = synthesize("Bonjour Grace.", voice="fr")
    marked = speech.marked(mp3)
    tags = ID3(io.BytesIO(marked))
    assert tags["TXXX:DigitalSourceType"].text == [speech.SOURCE_TYPE]
    assert "AI-generated" in tags.getall("COMM")[0].text[0]
    assert marked.endswith(mp3)
    assert len(marked) - len(mp3) < 300
    assert listen(marked).seconds == pytest.approx(listen(mp3).seconds, abs=0.05)


def test_the_environment_decides_whether_it_does(speaker: FakeSpeaker) -> None:
    for marks_audio in (True, False):
        archive = FakeArchive()
        store(archive, speaker, marks_audio=marks_audio)
        (mp3,) = archive.objects.values()
        assert mp3.startswith(b"ID3") is marks_audio
