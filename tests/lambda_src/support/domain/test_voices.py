"""The voice that reads a reply."""

import boto3
import pytest

from support.domain import languages, voices


@pytest.mark.parametrize(
    ("language", "voice_id", "spoken"),
    [
        ("fr", "Lea", "fr-FR"),
        ("fr-CA", "Gabrielle", "fr-CA"),
        ("en", "Joanna", "en-US"),
        ("en-AU", "Joanna", "en-US"),
        ("es-MX", "Mia", "es-MX"),
        ("zh", "Zhiyu", "cmn-CN"),
    ],
)
def test_a_language_has_its_voice(language: str, voice_id: str, spoken: str) -> None:
    assert voices.voice_for(language) == voices.Voice(voice_id, "neural", spoken)


@pytest.mark.parametrize("language", ["th", "sw", "xx", ""])
def test_where_there_is_no_voice_there_is_none(language: str) -> None:
    assert voices.voice_for(language) is None


@pytest.mark.parametrize("pivot", languages.PIVOT_LANGUAGES)
def test_every_pivot_language_is_spoken(pivot: str) -> None:
    assert voices.voice_for(pivot)


def test_every_voice_and_language_is_one_of_pollys() -> None:
    model = boto3.client("polly").meta.service_model
    voice_ids, codes, engines = (
        set(model.shape_for(shape).enum) for shape in ("VoiceId", "LanguageCode", "Engine")
    )
    spoken = [voice for voice in map(voices.voice_for, languages.BY_CODE) if voice]
    assert len(spoken) >= 17
    for voice in spoken:
        assert voice.voice_id in voice_ids
        assert voice.language in codes
        assert voice.engine in engines


def test_audio_has_24_kilohertz() -> None:
    assert voices.SAMPLE_RATE_HZ == 24_000
