"""Amazon Translate."""

from assistant.aws.translate import Translate
from assistant.cost.meter import Meter
from tests.assistant.stubs import Stub


def test_a_text_is_translated_and_its_characters_are_counted(translate: Stub) -> None:
    meter = Meter()
    meter.start({})
    languages = {"SourceLanguageCode": "en", "TargetLanguageCode": "fr"}
    translate.add_response(
        "translate_text", {"TranslatedText": "Bonjour"} | languages, {"Text": "Hello"} | languages
    )
    assert Translate(meter.add, translate.client).text("Hello", "en", "fr") == "Bonjour"
    assert meter.used == {"translate_calls": 1, "translate_characters": 5}
