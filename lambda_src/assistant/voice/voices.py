"""The voice that reads a reply, by the reply's language."""

from dataclasses import dataclass

from assistant.language import languages
from assistant.language.languages import Engine


@dataclass(frozen=True)
class PollyVoice:
    """One Polly voice: its id, the engine that we use it with, and its language code at Polly."""

    voice_id: str
    engine: Engine
    language: str


def voice_for(language: str, engine: str = "neural") -> PollyVoice | None:
    """Return the voice for a language, or None where Polly has none.

    Args:
        language: a code of the table of languages, or a region of one.
        engine: what the environment asks for; a voice without it speaks neural, else standard.
    """
    speech = languages.speech(language)
    if speech is None:
        return None
    best = min(speech.engines, key=(engine, "neural", "standard", *speech.engines).index)
    return PollyVoice(speech.voice_id, best, speech.language)
