"""The languages of the product."""

from typing import Any

import boto3
import pytest

from assistant.language import languages
from local.standins.comprehend.service import PII_LANGUAGES

ANALYSED = {language.code for language in languages.by_code().values() if language.analysed}


def test_every_language_has_a_name_in_every_pivot_language() -> None:
    assert len(languages.by_code()) == 75
    for language in languages.by_code().values():
        assert language.own_name
        assert set(language.names) == set(languages.PIVOT_LANGUAGES)
        assert all(language.names.values())


@pytest.mark.parametrize(
    ("tag", "code"),
    [("auto", None), ("pt-PT", "pt-PT"), ("de-AT", "de"), ("zh-Hant-HK", "zh-TW"), ("tlh", None), ("", None)],
)
def test_a_tag_is_served_by_the_nearest_language(tag: str, code: str | None) -> None:
    assert languages.served(tag) == code


def test_comprehend_reads_the_twelve_languages_of_its_service_model() -> None:
    model: Any = boto3.client("comprehend").meta.service_model
    assert set(model.shape_for("LanguageCode").enum) == ANALYSED


def test_comprehend_finds_personal_data_in_two_of_them() -> None:
    found = {language.code for language in languages.by_code().values() if language.personal_data}
    assert found == set(PII_LANGUAGES)
    assert found <= ANALYSED


@pytest.mark.parametrize(
    ("code", "detected"),
    [
        ("en", True),
        ("en-AU", True),
        ("es-MX", True),
        ("fr", False),
        ("zh-TW", False),
        ("xx", False),
        ("", False),
    ],
)
def test_personal_data_is_found_whatever_the_region(code: str, detected: bool) -> None:
    assert languages.detects_personal_data(code) is detected


def test_what_is_written_from_right_to_left() -> None:
    found = {language.code for language in languages.by_code().values() if language.direction == "rtl"}
    assert found == {"ar", "fa", "fa-AF", "he", "ps", "ur"}


@pytest.mark.parametrize(
    ("code", "voice"),
    [("pt-PT", "Ines"), ("pt-AO", "Camila"), ("zh-TW", "Zhiyu"), ("sw", None), ("xx", None)],
)
def test_a_region_without_a_voice_of_its_own_is_spoken_by_its_language(code: str, voice: str | None) -> None:
    speech = languages.speech(code)
    assert (speech.voice_id if speech else None) == voice


@pytest.mark.parametrize(
    ("code", "base"),
    [("fr", "fr"), ("fr-CA", "fr"), ("pt-PT", "pt"), ("zh", "zh"), ("zh-TW", "zh-TW"), ("xx", "xx")],
)
def test_a_region_makes_no_other_language_but_scripts_do(code: str, base: str) -> None:
    assert languages.base(code) == base


@pytest.mark.parametrize(
    ("code", "display", "name"),
    [
        ("en", "fr", "anglais"),
        ("en", "en", "English"),
        ("fr-CA", "fr", "français canadien"),
        ("de-AT", "fr", "allemand"),
        ("ceb", "fr", "ceb"),
    ],
)
def test_a_language_is_named_in_the_teams_words(code: str, display: str, name: str) -> None:
    assert languages.name(code, display) == name


@pytest.mark.parametrize(
    ("code", "read_as"),
    [("fr", "fr"), ("fr-CA", "fr"), ("pt-PT", "pt"), ("zh-TW", "zh-TW"), ("nl", None), ("tr", None)],
)
def test_comprehend_reads_a_regional_variant_as_its_language(code: str, read_as: str | None) -> None:
    assert languages.analysed_as(code) == read_as
