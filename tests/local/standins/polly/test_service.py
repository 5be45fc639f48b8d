from typing import Any

import pytest

from local.commands.audio import listen
from local.standins.polly.service import spoken_text
from local.standins.services import ServiceError
from tests.local.standins.support import refused

LEA = {"Text": "Bonjour, votre colis arrive demain.", "VoiceId": "Lea", "OutputFormat": "mp3"}


@pytest.mark.parametrize(
    ("changes", "kind", "characters"),
    [
        ({"Engine": "neural"}, "audio/mpeg", 35),
        ({"SampleRate": "16000"}, "audio/mpeg", 35),
        ({"LanguageCode": "fr-FR"}, "audio/mpeg", 35),
        (
            {"TextType": "ssml", "Text": "<speak>Bon<break time='100ms'/>jour &amp; merci</speak>"},
            "audio/mpeg",
            15,
        ),
        ({"VoiceId": "Kajal", "Engine": "neural", "LanguageCode": "hi-IN", "Text": "नमस्ते"}, "audio/mpeg", 6),
    ],
)
def test_speech_comes_with_its_billed_characters(
    polly: Any, changes: dict[str, str], kind: str, characters: int
) -> None:
    answer = polly.synthesize_speech(**LEA | changes)
    assert (answer["ContentType"], answer["RequestCharacters"]) == (kind, characters)
    assert len(answer["AudioStream"].read()) > 2_000


def test_speech_is_clearly_louder_than_silence(polly: Any) -> None:
    sound = listen(polly.synthesize_speech(**LEA)["AudioStream"].read())
    assert 1.0 < sound.seconds < 6.0
    assert sound.loudness > 0.03


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"VoiceId": "Nobody"}, "ValidationException"),
        ({"Engine": "cartoon"}, "ValidationException"),
        ({"Text": ""}, "ValidationException"),
        ({"Text": " \n"}, "ValidationException"),
        ({"VoiceId": "Mathieu", "Engine": "neural"}, "EngineNotSupportedException"),
        ({"VoiceId": "Suvi"}, "EngineNotSupportedException"),
        ({"VoiceId": "Tatyana", "Engine": "neural"}, "EngineNotSupportedException"),
        ({"LanguageCode": "de-DE"}, "LanguageNotSupportedException"),
        ({"Text": "a" * 3_001}, "TextLengthExceededException"),
        ({"Text": "a" * 6_001}, "TextLengthExceededException"),
        ({"TextType": "ssml", "Text": f"<speak>{'a' * 3_001}</speak>"}, "TextLengthExceededException"),
        ({"TextType": "ssml", "Text": "<speak>a"}, "InvalidSsmlException"),
        ({"SampleRate": "12345"}, "InvalidSampleRateException"),
    ],
)
def test_what_polly_refuses(polly: Any, changes: dict[str, Any], code: str) -> None:
    assert refused(polly.synthesize_speech, **LEA | changes) == (code, 400)


@pytest.mark.parametrize(
    "changes",
    [
        {"OutputFormat": "ogg_vorbis"},
        {"VoiceId": "Kiara"},
        {"SpeechMarkTypes": ["word"]},
        {"LexiconNames": ["names"]},
    ],
)
def test_what_only_polly_has_is_said_plainly(polly: Any, changes: dict[str, Any]) -> None:
    assert refused(polly.synthesize_speech, **LEA | changes) == ("NotStoodInFor", 501)


@pytest.mark.parametrize(
    ("params", "ids"),
    [
        ({"LanguageCode": "fr-FR", "Engine": "neural"}, {"Lea", "Remi"}),
        ({"LanguageCode": "ru-RU"}, {"Tatyana", "Maxim"}),
        ({"LanguageCode": "ru-RU", "Engine": "neural"}, set()),
        ({"LanguageCode": "hi-IN"}, set()),
        ({"LanguageCode": "hi-IN", "IncludeAdditionalLanguageCodes": True}, {"Aditi", "Kajal"}),
    ],
)
def test_voices_are_listed_by_language_and_engine(polly: Any, params: dict[str, Any], ids: set[str]) -> None:
    assert {voice["Id"] for voice in polly.describe_voices(**params)["Voices"]} == ids


def test_there_is_one_page_of_voices(polly: Any) -> None:
    assert len(polly.describe_voices()["Voices"]) > 100
    assert refused(polly.describe_voices, NextToken="2") == ("InvalidNextTokenException", 400)


@pytest.mark.parametrize(
    ("ssml", "text"),
    [
        ("<speak>Hello</speak>", "Hello"),
        ("<speak>Fish &amp; <prosody rate='slow'>chips</prosody></speak>", "Fish & chips"),
        ('<speak>A<break time="1s"/>B</speak>', "AB"),
        ('<speak><amazon:domain name="news">N</amazon:domain></speak>', "N"),
    ],
)
def test_tags_are_not_billed(ssml: str, text: str) -> None:
    assert spoken_text(ssml, "neural") == text


@pytest.mark.parametrize(
    "ssml",
    [
        "Hello",
        "<speak>Hello",
        "<p>Hello</p>",
        "<speak><video/></speak>",
        "<speak>A & B</speak>",
        "<!DOCTYPE speak [<!ENTITY a 'b'>]><speak>&a;</speak>",
        "<speak>" + " " * 6_000 + "</speak>",
    ],
)
def test_broken_or_dangerous_markup_is_refused(ssml: str) -> None:
    with pytest.raises(ServiceError) as refusal:
        spoken_text(ssml, "standard")
    assert refusal.value.code == "InvalidSsmlException"


def test_some_tags_are_for_the_standard_engine_only() -> None:
    ssml = "<speak><emphasis>Now</emphasis></speak>"
    assert spoken_text(ssml, "standard") == "Now"
    with pytest.raises(ServiceError):
        spoken_text(ssml, "neural")
