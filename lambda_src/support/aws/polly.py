"""Amazon Polly: the spoken reply."""

from typing import TYPE_CHECKING, Final, cast

import boto3

from support.domain import text as texts
from support.domain.voices import SAMPLE_RATE_HZ, Voice

from .client import calling, config

if TYPE_CHECKING:
    from mypy_boto3_polly import PollyClient
    from mypy_boto3_polly.literals import LanguageCodeType, VoiceIdType

MAX_BYTES: Final = 3_000
"""SynthesizeSpeech takes 3,000 billed characters; counting bytes keeps every script under it."""


class Speaker:
    """Speaks texts of any length as one MP3."""

    def __init__(self, client: "PollyClient | None" = None) -> None:
        self._client = client or boto3.client("polly", config=config(15))

    def speak(self, text: str, voice: Voice) -> bytes:
        """Return the MP3; pieces are cut at sentence ends and joined, which MP3 frames allow."""
        return b"".join(self._piece(piece, voice) for piece in texts.split(texts.clean(text), MAX_BYTES))

    def _piece(self, piece: str, voice: Voice) -> bytes:
        with calling("polly", "SynthesizeSpeech"):
            answer = self._client.synthesize_speech(
                Text=piece,
                TextType="text",
                OutputFormat="mp3",
                SampleRate=str(SAMPLE_RATE_HZ),
                VoiceId=cast("VoiceIdType", voice.voice_id),
                Engine=voice.engine,
                LanguageCode=cast("LanguageCodeType", voice.language),
            )
            audio = answer["AudioStream"].read()
            if not audio or answer["ContentType"] != "audio/mpeg":
                raise ValueError("no audio")
            return audio
