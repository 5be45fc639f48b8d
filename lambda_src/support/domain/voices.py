"""The voice that reads a reply, by the reply's language."""

from dataclasses import dataclass
from typing import Final, Literal

from . import languages

SAMPLE_RATE_HZ: Final = 24_000


@dataclass(frozen=True)
class Voice:
    """One Polly voice: its id, the engine that we use it with, and its language code at Polly."""

    voice_id: str
    engine: Literal["standard", "neural"]
    language: str


# Source: the voice list of Amazon Polly. Neural wherever the voice has that engine.
_VOICES: Final = {
    "ar": Voice("Hala", "neural", "ar-AE"),
    "de": Voice("Vicki", "neural", "de-DE"),
    "en": Voice("Joanna", "neural", "en-US"),
    "es": Voice("Lucia", "neural", "es-ES"),
    "es-MX": Voice("Mia", "neural", "es-MX"),
    "fr": Voice("Lea", "neural", "fr-FR"),
    "fr-CA": Voice("Gabrielle", "neural", "fr-CA"),
    "hi": Voice("Kajal", "neural", "hi-IN"),
    "it": Voice("Bianca", "neural", "it-IT"),
    "ja": Voice("Takumi", "neural", "ja-JP"),
    "ko": Voice("Seoyeon", "neural", "ko-KR"),
    "nl": Voice("Laura", "neural", "nl-NL"),
    "pl": Voice("Ola", "neural", "pl-PL"),
    "pt": Voice("Camila", "neural", "pt-BR"),
    "pt-PT": Voice("Ines", "neural", "pt-PT"),
    "tr": Voice("Burcu", "neural", "tr-TR"),
    "zh": Voice("Zhiyu", "neural", "cmn-CN"),
}


def voice_for(language: str) -> Voice | None:
    """Return the voice for a language, or None where Polly has none that we use."""
    return _VOICES.get(language) or _VOICES.get(languages.base(language))
