"""The first guess of a category, by keywords in the team's language."""

import pytest

from assistant.analysis.category_rule import categorise
from assistant.analysis.category_words import WORDS
from assistant.language.languages import PIVOT_LANGUAGES
from assistant.request.categories import Category

MESSAGES = [
    ("fr", "Mon colis n'est jamais arrivé, le suivi ne bouge plus.", Category.DELIVERY),
    ("fr", "La machine est cassée et elle fuit.", Category.PRODUCT),
    ("fr", "Je souhaite être remboursée de mon achat.", Category.REFUND),
    ("fr", "J'ai oublié mon mot de passe.", Category.ACCOUNT),
    ("fr", "Ma facture comporte une erreur de TVA.", Category.BILLING),
    ("fr", "Quels sont vos horaires d'ouverture ?", Category.GENERAL),
    ("fr", "COLIS CASSÉ, JE VEUX ÊTRE REMBOURSÉ", Category.REFUND),
    ("en", "Where is my parcel? The tracking shows nothing.", Category.DELIVERY),
    ("en", "The lamp is broken, it stopped working.", Category.PRODUCT),
    ("en", "I want my money back.", Category.REFUND),
    ("en", "I cannot log in, my password is refused.", Category.ACCOUNT),
    ("en", "Please send me the invoice, my credit card was charged.", Category.BILLING),
    ("en", "What are your opening hours?", Category.GENERAL),
]


@pytest.mark.parametrize(("language", "text", "category"), MESSAGES)
def test_a_text_in_the_teams_language_is_guessed_by_its_words(
    language: str, text: str, category: Category
) -> None:
    assert categorise(text, language) is category


@pytest.mark.parametrize("language", PIVOT_LANGUAGES)
@pytest.mark.parametrize("text", ["", "Merci.", "日本語の文章", "..."])
def test_a_text_without_such_words_is_general(language: str, text: str) -> None:
    assert categorise(text, language) is Category.GENERAL


def test_a_word_counts_once_however_often_it_stands_there() -> None:
    assert categorise("facture " * 50 + "colis perdu, suivi, livreur, livraison", "fr") is Category.DELIVERY


def test_a_wish_that_is_denied_is_for_the_model() -> None:
    """A known limit: the keyword counts although the customer does not want it."""
    assert categorise("I do not want a refund, only my parcel.", "en") is Category.REFUND


def test_there_are_words_for_every_language_of_a_team() -> None:
    assert set(WORDS) == set(PIVOT_LANGUAGES)
