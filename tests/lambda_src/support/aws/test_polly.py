"""The spoken reply."""

from io import BytesIO

import pytest
from botocore.exceptions import IncompleteReadError
from botocore.response import StreamingBody
from botocore.stub import Stubber

from support.aws.polly import MAX_BYTES, Speaker
from support.domain.text import split
from support.domain.voices import Voice
from support.errors import ServiceBusy

LEA = Voice("Lea", "neural", "fr-FR")


def queue(
    stub: Stubber, text: str, audio: bytes, length: int | None = None, content_type: str = "audio/mpeg"
) -> None:
    body = StreamingBody(BytesIO(audio), len(audio) if length is None else length)
    stub.add_response(
        "synthesize_speech",
        {"AudioStream": body, "ContentType": content_type},
        {
            "Text": text,
            "TextType": "text",
            "OutputFormat": "mp3",
            "SampleRate": "24000",
            "VoiceId": "Lea",
            "Engine": "neural",
            "LanguageCode": "fr-FR",
        },
    )


def test_a_reply_is_spoken_as_it_is(polly: Stubber) -> None:
    queue(polly, "Bonjour <Grace> & Cie", b"mp3")
    assert Speaker(polly.client).speak("Bonjour <Grace> & Cie", LEA) == b"mp3"


def test_control_characters_are_not_spoken(polly: Stubber) -> None:
    queue(polly, "Bonjour\nGrace", b"mp3")
    assert Speaker(polly.client).speak("Bon\x07jour\r\nGrace\x00", LEA) == b"mp3"


def test_a_long_reply_is_spoken_in_pieces_and_joined(polly: Stubber) -> None:
    text = "Voilà une phrase. " * 400
    pieces = split(text, MAX_BYTES)
    assert len(pieces) > 1
    for number, piece in enumerate(pieces):
        assert len(piece) <= 3_000
        queue(polly, piece, b"%d;" % number)
    assert Speaker(polly.client).speak(text, LEA) == b"".join(b"%d;" % n for n in range(len(pieces)))


def test_no_audio_is_no_answer(polly: Stubber) -> None:
    queue(polly, "Bonjour", b"")
    with pytest.raises(ServiceBusy, match="MalformedAnswer"):
        Speaker(polly.client).speak("Bonjour", LEA)


def test_audio_that_breaks_off_may_come_whole_the_next_time(polly: Stubber) -> None:
    queue(polly, "Bonjour", b"mp", length=3)
    with pytest.raises(ServiceBusy, match=IncompleteReadError.__name__):
        Speaker(polly.client).speak("Bonjour", LEA)


def test_what_is_not_an_mp3_is_no_answer(polly: Stubber) -> None:
    queue(polly, "Bonjour", b'{"cut short": ', content_type="application/json")
    with pytest.raises(ServiceBusy, match="MalformedAnswer"):
        Speaker(polly.client).speak("Bonjour", LEA)
