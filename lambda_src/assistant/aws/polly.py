"""Amazon Polly: the spoken reply."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

from assistant.cost.meter import METER
from assistant.voice import ssml
from assistant.voice.voices import SAMPLE_RATE_HZ, Voice

from .client import calling, config, connect

if TYPE_CHECKING:
    from mypy_boto3_polly import PollyClient
    from mypy_boto3_polly.literals import LanguageCodeType, VoiceIdType


class Speaker:
    """Speaks texts of any length as one MP3.

    What was spoken of the last request is kept, so that a retry in the same process does not pay again.
    """

    def __init__(self, client: "PollyClient | None" = None, *, read_timeout_seconds: int = 15) -> None:
        self._read_timeout_seconds = read_timeout_seconds
        if client:
            self._client = client
        self._owner = ""
        self._kept: dict[tuple[str, Voice], bytes] = {}

    @cached_property
    def _client(self) -> "PollyClient":
        return cast("PollyClient", connect("polly", config(self._read_timeout_seconds)))

    def speak(self, request_id: str, text: str, voice: Voice) -> bytes:
        """Return the MP3 of a request; pieces are cut at sentence ends and joined, which MP3 frames allow."""
        if request_id != self._owner:
            self._owner, self._kept = request_id, {}
        return b"".join(self._once(piece, voice) for piece in ssml.pieces(text, voice.engine))

    def _once(self, piece: str, voice: Voice) -> bytes:
        audio = self._kept.get((piece, voice))
        if audio is None:
            audio = self._kept[piece, voice] = self._piece(piece, voice)
        return audio

    def _piece(self, piece: str, voice: Voice) -> bytes:
        with calling("polly", "SynthesizeSpeech"):
            answer = self._client.synthesize_speech(
                Text=piece,
                TextType="ssml",
                OutputFormat="mp3",
                SampleRate=str(SAMPLE_RATE_HZ),
                VoiceId=cast("VoiceIdType", voice.voice_id),
                Engine=voice.engine,
                LanguageCode=cast("LanguageCodeType", voice.language),
            )
            METER.add({f"polly_characters:{voice.engine}": answer["RequestCharacters"]})
            audio = answer["AudioStream"].read()
            if not audio or answer["ContentType"] != "audio/mpeg":
                raise ValueError("no audio")
            return audio
