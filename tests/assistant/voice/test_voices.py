"""The voice that reads a reply."""

from typing import Any

import boto3
import pytest

from assistant.language import languages
from assistant.voice import voices
from assistant.voice.voices import PollyVoice
from local.standins.polly.voices import LANGUAGES, VOICES

SPOKEN = {language.code: language.speech for language in languages.by_code().values() if language.speech}


@pytest.mark.parametrize(
    ("language", "wanted", "voice"),
    [
        ("fr", "neural", PollyVoice("Lea", "neural", "fr-FR")),
        ("fr", "generative", PollyVoice("Lea", "generative", "fr-FR")),
        ("fr-CA", "generative", PollyVoice("Gabrielle", "generative", "fr-CA")),
        ("en-AU", "neural", PollyVoice("Joanna", "neural", "en-US")),
        ("es-MX", "neural", PollyVoice("Mia", "neural", "es-MX")),
        ("pt-PT", "generative", PollyVoice("Ines", "neural", "pt-PT")),
        ("no", "neural", PollyVoice("Ida", "neural", "nb-NO")),
        ("ru", "neural", PollyVoice("Tatyana", "standard", "ru-RU")),
        ("ru", "generative", PollyVoice("Tatyana", "standard", "ru-RU")),
        ("zh", "neural", PollyVoice("Zhiyu", "neural", "cmn-CN")),
        ("zh-TW", "neural", PollyVoice("Zhiyu", "neural", "cmn-CN")),
    ],
)
def test_a_language_has_the_best_voice_that_the_environment_asks_for(
    language: str, wanted: str, voice: PollyVoice
) -> None:
    assert voices.voice_for(language, wanted) == voice


def test_neural_is_what_is_asked_for_if_nothing_is() -> None:
    assert voices.voice_for("fr") == voices.voice_for("fr", "neural")


@pytest.mark.parametrize("language", ["th", "sw", "xx", ""])
def test_where_there_is_no_voice_there_is_none(language: str) -> None:
    assert voices.voice_for(language) is None


@pytest.mark.parametrize("pivot", languages.PIVOT_LANGUAGES)
def test_every_pivot_language_is_spoken(pivot: str) -> None:
    assert voices.voice_for(pivot)


def test_every_voice_language_and_engine_is_one_of_pollys() -> None:
    model: Any = boto3.client("polly").meta.service_model
    voice_ids, codes, engines = (
        set(model.shape_for(shape).enum) for shape in ("VoiceId", "LanguageCode", "Engine")
    )
    for speech in SPOKEN.values():
        assert speech.voice_id in voice_ids
        assert speech.language in codes
        assert set(speech.engines) <= engines


def test_the_engines_are_those_that_the_voice_list_names() -> None:
    for speech in SPOKEN.values():
        listed = VOICES[speech.voice_id]
        assert speech.language in listed.languages
        assert set(speech.engines) == set(listed.engines) - {"long-form"}


def test_every_language_that_polly_speaks_is_spoken() -> None:
    named = {"nb": "no", "cmn": "zh", "arb": "ar"}
    polly = {named.get(code.split("-")[0], code.split("-")[0]) for code in LANGUAGES} - {"yue"}
    assert polly == {languages.base(code) for code in SPOKEN} - {"zh-TW"}
    assert len(SPOKEN) == 28
