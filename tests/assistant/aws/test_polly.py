"""The spoken reply."""

from io import BytesIO

import pytest
from botocore.exceptions import IncompleteReadError
from botocore.response import StreamingBody
from botocore.stub import Stubber

from assistant.errors import ServiceBusy
from assistant.voice import ssml
from assistant.voice.speech import Speaker
from assistant.voice.voices import Voice
from tests.assistant.stubs import refuse

ID = "req-1"
LEA = Voice("Lea", "neural", "fr-FR")


def queue(
    stub: Stubber,
    text: str,
    audio: bytes,
    length: int | None = None,
    *,
    content_type: str = "audio/mpeg",
    voice: Voice = LEA,
) -> None:
    body = StreamingBody(BytesIO(audio), len(audio) if length is None else length)
    stub.add_response(
        "synthesize_speech",
        {"AudioStream": body, "ContentType": content_type, "RequestCharacters": 7},
        {
            "Text": f"<speak>{text}</speak>",
            "TextType": "ssml",
            "OutputFormat": "mp3",
            "SampleRate": "24000",
            "VoiceId": voice.voice_id,
            "Engine": voice.engine,
            "LanguageCode": voice.language,
        },
    )


def test_a_reply_is_spoken_as_it_is(polly: Stubber) -> None:
    queue(polly, "Bonjour &lt;Grace&gt; &amp; Cie", b"mp3")
    assert Speaker(polly.client).speak(ID, "Bonjour <Grace> & Cie", LEA) == b"mp3"


def test_control_characters_are_not_spoken(polly: Stubber) -> None:
    queue(polly, "Bonjour\nGrace", b"mp3")
    assert Speaker(polly.client).speak(ID, "Bon\x07jour\r\nGrace\x00", LEA) == b"mp3"


def test_codes_are_spelled_as_the_engine_can(polly: Stubber) -> None:
    generative = Voice("Lea", "generative", "fr-FR")
    queue(polly, 'n° 4 4 7 1 <break time="200ms"/>B', b"neural")
    spelled = '<say-as interpret-as="characters">4471-</say-as><break time="200ms"/>'
    queue(polly, f'n° {spelled}<say-as interpret-as="characters">B</say-as>', b"other", voice=generative)
    speaker = Speaker(polly.client)
    assert speaker.speak(ID, "n° 4471-B", LEA) == b"neural"
    assert speaker.speak(ID, "n° 4471-B", generative) == b"other"


def test_a_long_reply_is_spoken_in_pieces_and_joined(polly: Stubber) -> None:
    text = numbered(400)
    assert len(queue_pieces(polly, text)) > 1
    assert Speaker(polly.client).speak(ID, text, LEA) == b"".join(queued(text))


def test_a_second_attempt_pays_only_for_what_was_not_spoken(polly: Stubber) -> None:
    text = numbered(400)
    others = queue_pieces(polly, text, most=1)[1:]
    refuse(polly, "synthesize_speech", "ThrottlingException")
    speaker = Speaker(polly.client)
    with pytest.raises(ServiceBusy):
        speaker.speak(ID, text, LEA)
    for number, piece in enumerate(others, start=1):
        queue(polly, piece, b"%d;" % number)
    assert speaker.speak(ID, text, LEA) == b"".join(queued(text))


def test_nothing_is_kept_beyond_its_request(polly: Stubber) -> None:
    speaker = Speaker(polly.client)
    for request_id in ("req-1", "req-2", "req-1"):
        queue(polly, "Bonjour", request_id.encode())
        assert speaker.speak(request_id, "Bonjour", LEA) == request_id.encode()
    assert speaker.speak("req-1", "Bonjour", LEA) == b"req-1"


def numbered(sentences: int) -> str:
    return "".join(f"Voilà la phrase {number}. " for number in range(sentences))


def queued(text: str) -> list[bytes]:
    return [b"%d;" % number for number in range(len(ssml.pieces(text, "neural")))]


def queue_pieces(stub: Stubber, text: str, most: int | None = None) -> list[str]:
    pieces = [piece.removeprefix("<speak>").removesuffix("</speak>") for piece in ssml.pieces(text, "neural")]
    for number, piece in enumerate(pieces[:most]):
        queue(stub, piece, b"%d;" % number)
    return pieces


def test_no_audio_is_no_answer(polly: Stubber) -> None:
    queue(polly, "Bonjour", b"")
    with pytest.raises(ServiceBusy, match="MalformedAnswer"):
        Speaker(polly.client).speak(ID, "Bonjour", LEA)


def test_audio_that_breaks_off_may_come_whole_the_next_time(polly: Stubber) -> None:
    queue(polly, "Bonjour", b"mp", length=3)
    with pytest.raises(ServiceBusy, match=IncompleteReadError.__name__):
        Speaker(polly.client).speak(ID, "Bonjour", LEA)


def test_what_is_not_an_mp3_is_no_answer(polly: Stubber) -> None:
    queue(polly, "Bonjour", b'{"cut short": ', content_type="application/json")
    with pytest.raises(ServiceBusy, match="MalformedAnswer"):
        Speaker(polly.client).speak(ID, "Bonjour", LEA)


def test_what_is_billed_is_counted(polly: Stubber) -> None:
    METER.start({})
    queue(polly, "Bonjour", b"mp3")
    Speaker(polly.client).speak(ID, "Bonjour", LEA)
    assert METER.used == {"polly_calls": 1, "polly_characters:neural": 7}
