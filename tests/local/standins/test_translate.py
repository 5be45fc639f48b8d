from typing import Any

import pytest

from local.standins.client import StandinClient
from local.standins.translate import LANGUAGES
from tests.local.standins.support import refused

GERMAN = "Guten Tag, wann kommt meine Bestellung endlich bei mir an?"


@pytest.mark.parametrize(
    ("source", "target", "marker"),
    [
        ("de", "fr", "[Non traduit : remplaçant local de Translate] "),
        ("auto", "fr-CA", "[Non traduit : remplaçant local de Translate] "),
        ("auto", "en", "[Not translated: local stand-in for Translate] "),
        ("de", "ja", "[Not translated: local stand-in for Translate] "),
    ],
)
def test_the_text_comes_back_marked_as_not_translated(
    translate: Any, source: str, target: str, marker: str
) -> None:
    answer = translate.translate_text(Text=GERMAN, SourceLanguageCode=source, TargetLanguageCode=target)
    assert answer["TranslatedText"] == marker + GERMAN
    assert (answer["SourceLanguageCode"], answer["TargetLanguageCode"]) == ("de", target)


@pytest.mark.parametrize(("source", "target"), [("de", "de"), ("auto", "de"), ("xx", "fr"), ("de", "qq")])
def test_pairs_that_translate_does_not_have_are_refused(translate: Any, source: str, target: str) -> None:
    code = refused(
        translate.translate_text, Text=GERMAN, SourceLanguageCode=source, TargetLanguageCode=target
    )
    assert code == ("UnsupportedLanguagePairException", 400)


def test_a_refusal_has_the_detected_language(translate: Any) -> None:
    with pytest.raises(translate.exceptions.UnsupportedLanguagePairException) as refusal:
        translate.translate_text(Text=GERMAN, SourceLanguageCode="auto", TargetLanguageCode="de")
    assert refusal.value.response["SourceLanguageCode"] == "de"


def test_a_text_in_no_language_is_refused(translate: Any) -> None:
    code = refused(
        translate.translate_text, Text="12345 !!", SourceLanguageCode="auto", TargetLanguageCode="fr"
    )
    assert code == ("DetectedLanguageLowConfidenceException", 400)


@pytest.mark.parametrize(
    ("text", "fits"), [("a" * 10_000, True), ("é" * 5_001, False), ("a" * 10_001, False)]
)
def test_the_limit_is_10_000_bytes(translate: Any, text: str, fits: bool) -> None:
    params = {"Text": text, "SourceLanguageCode": "fr", "TargetLanguageCode": "en"}
    if fits:
        translate.translate_text(**params)
    else:
        assert refused(translate.translate_text, **params) == ("TextSizeLimitExceededException", 400)


def test_about_75_languages_are_known() -> None:
    assert 70 <= len(LANGUAGES) <= 80


MARKED = "Meine Bestellung <i translate=no>4471-B</i> vom 12. Mai &amp; fehlt."


def test_what_is_not_to_be_translated_comes_back_with_its_tags(translate: Any) -> None:
    answer = translate.translate_text(Text=MARKED, SourceLanguageCode="auto", TargetLanguageCode="en")
    assert answer["TranslatedText"] == "[Not translated: local stand-in for Translate] " + MARKED


@pytest.mark.parametrize(
    ("mode", "says"),
    [
        ("lost_numbers", "Meine Bestellung <i translate=no>-B</i> vom . Mai &amp; fehlt."),
        ("lost_tags", "Meine Bestellung 4471-B vom 12. Mai &amp; fehlt."),
        ("mangled_tags", "Meine Bestellung < I translate=no >4471-B</ I > vom 12. Mai &amp; fehlt."),
        ("escaped_tags", "Meine Bestellung &lt;i translate=no&gt;4471-B&lt;/i&gt; vom 12. Mai &amp; fehlt."),
    ],
)  # fmt: skip
def test_numbers_and_tags_get_lost_on_request(
    translate: Any, standins: StandinClient, mode: str, says: str
) -> None:
    standins.set_faults({"translate": {"reply": mode, "reply_count": 1}})
    params = {"Text": MARKED, "SourceLanguageCode": "de", "TargetLanguageCode": "fr"}
    assert translate.translate_text(**params)["TranslatedText"].partition("] ")[2] == says
    assert translate.translate_text(**params)["TranslatedText"].endswith(MARKED)
