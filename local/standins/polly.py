"""Polly: speech by espeak-ng under the names of Polly's voices, and their list."""

from __future__ import annotations

from typing import Any

from local.standins import speech
from local.standins.services import ServiceError
from local.standins.ssml import spoken_text
from local.standins.voices import LANGUAGES, VOICES, Voice

_MAX_BILLED, _MAX_TOTAL = 3_000, 6_000
_RATES = {"mp3": ("8000", "16000", "22050", "24000", "44100", "48000"), "pcm": ("8000", "16000")}
_CONTENT_TYPES = {"mp3": "audio/mpeg", "pcm": "audio/pcm"}
_VARIANTS = {"Female": "+f2", "Male": ""}


def synthesize_speech(params: dict[str, Any]) -> dict[str, Any]:
    """Speaks the text.

    Raises:
        ServiceError: what Polly refuses, under its names; NotStoodInFor for what only the real one can do.
    """
    voice = _voice(params["VoiceId"])
    engine = params.get("Engine", "standard")
    if engine not in voice.engines:
        message = f"This voice does not support the selected engine: {engine}"
        raise ServiceError("EngineNotSupportedException", message)
    language = params.get("LanguageCode", voice.languages[0])
    if language not in voice.languages:
        raise ServiceError("LanguageNotSupportedException", f"This voice does not speak {language}.")
    encoding, rate = _format(params, engine)
    text, ssml = params["Text"], params.get("TextType") == "ssml"
    if len(text) > _MAX_TOTAL:
        raise ServiceError("TextLengthExceededException", "Maximum text length has been exceeded")
    billed = spoken_text(text, engine) if ssml else text
    if len(billed) > _MAX_BILLED:
        raise ServiceError("TextLengthExceededException", "Maximum text length has been exceeded")
    if not billed.strip():
        raise ServiceError(
            "ValidationException", "1 validation error detected: Value at 'text' holds nothing to say"
        )
    espeak_voice = LANGUAGES[language][1] + _VARIANTS[voice.gender]
    try:
        audio = speech.synthesize(text, voice=espeak_voice, ssml=ssml, rate=rate, encoding=encoding)
    except speech.SpeechError as error:
        raise ServiceError("ServiceFailureException", str(error), 500) from error
    return {
        "AudioStream": audio,
        "ContentType": _CONTENT_TYPES[encoding],
        "RequestCharacters": len(billed),
    }


def describe_voices(params: dict[str, Any]) -> dict[str, Any]:
    """The voices that the stand-in has, filtered as asked."""
    if "NextToken" in params:
        raise ServiceError("InvalidNextTokenException", "The stand-in lists all voices at once.")
    engine, language = params.get("Engine"), params.get("LanguageCode")
    return {
        "Voices": [
            {
                "Id": voice.id,
                "Name": voice.id,
                "Gender": voice.gender,
                "LanguageCode": voice.languages[0],
                "LanguageName": LANGUAGES[voice.languages[0]][0],
                "AdditionalLanguageCodes": list(voice.languages[1:]),
                "SupportedEngines": list(voice.engines),
            }
            for voice in VOICES.values()
            if (engine is None or engine in voice.engines)
            and (
                language is None
                or language in _spoken(voice, bool(params.get("IncludeAdditionalLanguageCodes")))
            )
        ]
    }


def _voice(voice_id: str) -> Voice:
    if voice_id not in VOICES:  # botocore's list is newer than the table
        raise _not_stood_in_for(f"the voice {voice_id}")
    return VOICES[voice_id]


def _spoken(voice: Voice, additional: bool) -> tuple[str, ...]:
    return voice.languages if additional else voice.languages[:1]


def _format(params: dict[str, Any], engine: str) -> tuple[str, int]:
    encoding = params["OutputFormat"]
    if params.get("SpeechMarkTypes") and encoding != "json":
        raise ServiceError(
            "MarksNotSupportedForFormatException", "Speech marks are not supported for this format."
        )
    if params.get("LexiconNames"):
        raise ServiceError("LexiconNotFoundException", "The stand-in holds no lexicons.")
    if encoding not in _RATES:
        raise _not_stood_in_for(f"the output format {encoding}")
    default = "16000" if encoding == "pcm" else "22050" if engine == "standard" else "24000"
    rate = params.get("SampleRate", default)
    if rate not in _RATES[encoding]:
        message = f"Sample rate must be one of {', '.join(_RATES[encoding])}"
        raise ServiceError("InvalidSampleRateException", message)
    return encoding, int(rate)


def _not_stood_in_for(what: str) -> ServiceError:
    return ServiceError("NotStoodInFor", f"Polly has it, but the local stand-in lacks {what}.", 501)
