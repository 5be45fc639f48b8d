"""What a customer is told at once."""

import re

import pytest

from assistant.intake.receipt import accepted, texts
from assistant.language import languages
from assistant.text import contacts
from assistant.text.normalized import visible


@pytest.mark.parametrize(
    ("declared", "pivot", "beginning"),
    [
        ("auto", "fr", "Votre message"),
        ("auto", "en", "Your message"),
        ("en", "fr", "Your message"),
        ("fr", "en", "Votre message"),
        ("ja", "fr", "メッセージ"),
        ("de", "fr", "Ihre Nachricht"),
        ("es-MX", "fr", "Su mensaje"),
        ("fr-CA", "en", "Votre message"),
        ("pt-PT", "fr", "A sua mensagem está registada"),
        ("zh-TW", "fr", "您的訊息"),
        ("am", "fr", "Votre message"),
        ("", "en", "Your message"),
    ],
)
def test_in_the_declared_language_where_we_have_the_words(declared: str, pivot: str, beginning: str) -> None:
    assert accepted(declared, pivot).startswith(beginning)


@pytest.mark.parametrize("pivot", languages.PIVOT_LANGUAGES)
def test_every_pivot_language_has_a_receipt(pivot: str) -> None:
    assert accepted("auto", pivot)


def test_every_receipt_is_for_a_language_of_the_product() -> None:
    assert set(texts()) <= set(languages.by_code())
    assert len(texts()) >= 30


def test_no_two_languages_share_a_receipt() -> None:
    assert len(set(texts().values())) == len(texts())


@pytest.mark.parametrize("language", texts())
def test_a_receipt_is_short_and_shows_no_figure_and_no_way_out(language: str) -> None:
    text = accepted(language, "en")
    assert 20 <= len(text) <= 120
    assert not re.search(r"[\d{}\n]", text)
    assert contacts.unknown_host(visible(text), "") is None
    assert "@" not in text
