"""The first guess of a category, by keywords in the team's language."""

import pytest

from assistant import data
from assistant.analysis import category_rule
from assistant.analysis.category_rule import categorise
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


def test_there_are_words_for_every_language_of_a_team_and_no_other() -> None:
    assert data.names("category_words") == set(PIVOT_LANGUAGES)


@pytest.mark.parametrize("language", PIVOT_LANGUAGES)
def test_a_table_names_every_category_with_weights_within_bounds(language: str) -> None:
    words = data.read(f"category_words/{language}")
    assert list(words) == list(Category)
    for weights in words.values():
        assert {int(weight) for weight in weights} <= {-20, *range(-5, 0), *range(1, 6), 7, 20}


@pytest.mark.parametrize("language", PIVOT_LANGUAGES)
def test_every_word_is_something_to_look_for_and_stands_once_in_a_category(language: str) -> None:
    # An empty one, which a comma too many makes, would be found in every text.
    assert all(stem.strip() for _, stem, _ in category_rule._table(language))
    for weights in data.read(f"category_words/{language}").values():
        words = [" ".join(word.split()) for entries in weights.values() for word in entries.split(",")]
        assert sorted(words) == sorted(set(words))


def test_the_tables_stay_small_enough_for_a_function() -> None:
    files = (data.FOLDER / "category_words").iterdir()
    assert sum(file.stat().st_size for file in files) <= 25_000
