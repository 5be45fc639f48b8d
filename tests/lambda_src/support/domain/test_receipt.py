"""What a customer is told at once."""

import pytest

from support.domain import languages
from support.domain.receipt import accepted


@pytest.mark.parametrize(
    ("declared", "pivot", "beginning"),
    [
        ("auto", "fr", "Votre message"),
        ("auto", "en", "Your message"),
        ("en", "fr", "Your message"),
        ("fr", "en", "Votre message"),
        ("ja", "fr", "Votre message"),
    ],
)
def test_in_the_declared_language_where_we_have_the_words(declared: str, pivot: str, beginning: str) -> None:
    assert accepted(declared, pivot).startswith(beginning)


@pytest.mark.parametrize("pivot", languages.PIVOT_LANGUAGES)
def test_every_pivot_language_has_a_receipt(pivot: str) -> None:
    assert accepted("auto", pivot)
