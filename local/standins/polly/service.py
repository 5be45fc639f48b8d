"""Polly: speech by espeak-ng under the names of Polly's voices, and their list."""

from typing import Any
from xml.etree import ElementTree

from local.standins.polly import speech
from local.standins.polly.kana import to_kana
from local.standins.polly.voices import LANGUAGES, VOICES
from local.standins.services import ServiceError

_MAX_BILLED, _MAX_TOTAL = 3_000, 6_000
_RATES = ("8000", "16000", "22050", "24000", "44100", "48000")
_VARIANTS = {"Female": "+f2", "Male": ""}  # of espeak-ng
# What Polly accepts as SSML.
_NAMES = (
    "speak break emphasis lang mark p phoneme prosody s say-as sub w amazon:auto-breaths amazon:breath "
    "amazon:domain amazon:effect"
)
_TAGS = frozenset(_NAMES.split())
_STANDARD_ONLY = frozenset({"emphasis", "amazon:auto-breaths", "amazon:breath"})


def answer(operation: str, params: dict[str, Any]) -> dict[str, Any]:
    """Speak a text, or list the voices.

    Raises ServiceError: what Polly refuses, under its names; NotStoodInFor for what only the real one can do.
    """
    return _speech(params) if operation == "SynthesizeSpeech" else _voices(params)


def _speech(params: dict[str, Any]) -> dict[str, Any]:
    voice = VOICES.get(params["VoiceId"])
    if voice is None:  # botocore's list is newer than the table
        raise _unavailable(f"the voice {params['VoiceId']}")
    engine = params.get("Engine", "standard")
    if engine not in voice.engines:
        message = f"This voice does not support the selected engine: {engine}"
        raise ServiceError("EngineNotSupportedException", message)
    language = params.get("LanguageCode", voice.languages[0])
    if language not in voice.languages:
        raise ServiceError("LanguageNotSupportedException", f"This voice does not speak {language}.")
    rate = _rate(params, engine)
    text, ssml = params["Text"], params.get("TextType") == "ssml"
    billed = spoken_text(text, engine) if ssml and len(text) <= _MAX_TOTAL else text
    if len(text) > _MAX_TOTAL or len(billed) > _MAX_BILLED:
        raise ServiceError("TextLengthExceededException", "Maximum text length has been exceeded")
    if not billed.strip():
        message = "1 validation error detected: Value at 'text' holds nothing to say"
        raise ServiceError("ValidationException", message)
    espeak = LANGUAGES[language].espeak
    if espeak == "ja":
        text, ssml = to_kana(text, ssml=ssml), True
    espeak_voice = espeak + _VARIANTS[voice.gender]
    try:
        audio = speech.synthesize(text, voice=espeak_voice, ssml=ssml, rate=rate)
    except speech.SpeechError as error:
        raise ServiceError("ServiceFailureException", str(error), 500) from error
    return {"AudioStream": audio, "ContentType": "audio/mpeg", "RequestCharacters": len(billed)}


def _rate(params: dict[str, Any], engine: str) -> int:
    """Return the samples a second of an MP3, the one format that the stand-in has."""
    others = [name for name in ("SpeechMarkTypes", "LexiconNames") if params.get(name)]
    if params["OutputFormat"] != "mp3" or others:
        raise _unavailable(", ".join(others) or f"the output format {params['OutputFormat']}")
    rate = params.get("SampleRate", "22050" if engine == "standard" else "24000")
    if rate not in _RATES:
        raise ServiceError("InvalidSampleRateException", f"Sample rate must be one of {', '.join(_RATES)}")
    return int(rate)


def _voices(params: dict[str, Any]) -> dict[str, Any]:
    if "NextToken" in params:
        raise ServiceError("InvalidNextTokenException", "The stand-in lists all voices at once.")
    engine, language = params.get("Engine"), params.get("LanguageCode")
    spoken = None if params.get("IncludeAdditionalLanguageCodes") else 1
    return {
        "Voices": [
            {
                "Id": voice.id,
                "Name": voice.id,
                "Gender": voice.gender,
                "LanguageCode": voice.languages[0],
                "LanguageName": LANGUAGES[voice.languages[0]].name,
                "AdditionalLanguageCodes": list(voice.languages[1:]),
                "SupportedEngines": list(voice.engines),
            }
            for voice in VOICES.values()
            if engine in (None, *voice.engines) and language in (None, *voice.languages[:spoken])
        ]
    }


def _unavailable(what: str) -> ServiceError:
    return ServiceError("NotStoodInFor", f"Polly has it, but the local stand-in lacks {what}.", 501)


def spoken_text(ssml: str, engine: str) -> str:
    """Return the text between the tags, which is what is billed.

    Raises ServiceError: InvalidSsmlException for broken XML, declarations, unknown or unsupported tags.
    """
    # expat expands entities: without declarations there are none but the five of XML
    if len(ssml) > _MAX_TOTAL or "<!" in ssml:
        raise _invalid("Invalid SSML request")
    try:
        root = ElementTree.fromstring(ssml.replace("<speak", '<speak xmlns:amazon="amazon"', 1))  # noqa: S314
    except ElementTree.ParseError as error:
        raise _invalid("Invalid SSML request") from error
    tags = {element.tag.replace("{amazon}", "amazon:") for element in root.iter()}
    if root.tag != "speak" or not tags <= _TAGS:
        raise _invalid("Invalid SSML request")
    if engine != "standard" and tags & _STANDARD_ONLY:
        raise _invalid("Unsupported Neural feature")
    return "".join(root.itertext())


def _invalid(message: str) -> ServiceError:
    return ServiceError("InvalidSsmlException", message)
