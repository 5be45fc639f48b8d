"""Amazon Polly: speech and voices."""

from io import BytesIO
from typing import Any

import pytest
from botocore.response import StreamingBody

from assistant.aws.polly import Polly
from assistant.cost.meter import Meter
from assistant.errors import ServiceBusy
from tests.assistant.stubs import Stub

SSML = "<speak>Bonjour</speak>"
ASKED = {
    "Text": SSML,
    "TextType": "ssml",
    "OutputFormat": "mp3",
    "SampleRate": "24000",
    "VoiceId": "Lea",
    "Engine": "neural",
    "LanguageCode": "fr-FR",
}


def spoken(audio: bytes, length: int | None = None, content_type: str = "audio/mpeg") -> dict[str, Any]:
    body = StreamingBody(BytesIO(audio), len(audio) if length is None else length)
    return {"AudioStream": body, "ContentType": content_type, "RequestCharacters": 7}


def test_a_text_is_spoken_and_its_billed_characters_are_counted(polly: Stub) -> None:
    meter = Meter()
    meter.start({})
    polly.add_response("synthesize_speech", spoken(b"mp3"), ASKED)
    speech = Polly(meter.add, polly.client).mp3(SSML, voice_id="Lea", engine="neural", language="fr-FR")
    assert speech == b"mp3"
    assert meter.used == {"polly_calls": 1, "polly_characters:neural": 7}


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (spoken(b""), "MalformedAnswer"),
        (spoken(b'{"cut short": ', content_type="application/json"), "MalformedAnswer"),
        (spoken(b"mp", length=3), "IncompleteReadError"),
    ],
    ids=["empty", "no MP3", "broken off"],
)
def test_audio_that_is_not_whole_may_come_whole_the_next_time(
    polly: Stub, answer: dict[str, Any], code: str
) -> None:
    polly.add_response("synthesize_speech", answer)
    with pytest.raises(ServiceBusy, match=code):
        Polly(client=polly.client).mp3(SSML, voice_id="Lea", engine="neural", language="fr-FR")
