"""Amazon Polly: speech."""

from typing import TYPE_CHECKING, Final, cast

from .client import Connection, Count, config

if TYPE_CHECKING:
    from mypy_boto3_polly import PollyClient
    from mypy_boto3_polly.literals import EngineType, LanguageCodeType, VoiceIdType

SAMPLE_RATE_HZ: Final = 24_000
"""The highest that MP3 has at Polly."""


class Polly:
    """Speaks one text a call."""

    def __init__(
        self,
        count: Count | None = None,
        client: "PollyClient | None" = None,
        *,
        read_timeout_seconds: int = 15,
    ) -> None:
        self._polly = Connection("polly", config(read_timeout_seconds), count=count, client=client)

    def mp3(self, ssml: str, *, voice_id: str, engine: str, language: str) -> bytes:
        """Return a text in SSML, spoken as MP3 by a voice in a language that it speaks."""
        with self._polly.calling("SynthesizeSpeech", polly_calls=1) as client:
            answer = client.synthesize_speech(
                Text=ssml,
                TextType="ssml",
                OutputFormat="mp3",
                SampleRate=str(SAMPLE_RATE_HZ),
                VoiceId=cast("VoiceIdType", voice_id),
                Engine=cast("EngineType", engine),
                LanguageCode=cast("LanguageCodeType", language),
            )
            self._polly.count({f"polly_characters:{engine}": answer["RequestCharacters"]})
            audio = answer["AudioStream"].read()
            if not audio or answer["ContentType"] != "audio/mpeg":
                raise ValueError("no audio")
            return audio
