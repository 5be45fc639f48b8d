import pytest

from local.standins.polly.voices import LANGUAGES, VOICES
from local.standins.services import service_model

NEEDED = (
    "en-US en-GB fr-FR fr-CA es-ES es-US de-DE it-IT pt-BR pt-PT ja-JP cmn-CN arb ar-AE nl-NL tr-TR hi-IN "
    "ko-KR pl-PL ru-RU sv-SE nb-NO da-DK fi-FI"
)


def enum(name: str) -> set[str]:
    return set(service_model("polly").shape_for(name).metadata["enum"])


def test_the_table_agrees_with_the_service_model() -> None:
    engines = {engine for voice in VOICES.values() for engine in voice.engines}
    assert set(VOICES) <= enum("VoiceId")
    assert set(LANGUAGES) == enum("LanguageCode")
    assert engines == enum("Engine")


@pytest.mark.parametrize("language", [*NEEDED.split(), *LANGUAGES])
def test_every_language_has_a_voice(language: str) -> None:
    assert any(language in voice.languages for voice in VOICES.values())


@pytest.mark.parametrize(
    ("voice", "engines"),
    [
        ("Lea", {"standard", "neural", "generative"}),
        ("Mathieu", {"standard"}),
        ("Suvi", {"neural"}),
        ("Tatyana", {"standard"}),
    ],
)
def test_not_every_voice_has_every_engine(voice: str, engines: set[str]) -> None:
    assert set(VOICES[voice].engines) == engines
