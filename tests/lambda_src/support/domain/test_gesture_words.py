"""The words that offer something, by language: offers are caught, a reply's daily words are not."""

import json
from pathlib import Path

import pytest

from support.domain import languages
from support.domain.contacts import plain
from support.domain.gesture_words import SAME_WORDS, WORDS
from support.domain.gestures import offered

SENTENCES = json.loads((Path(__file__).parents[2] / "gesture_sentences.json").read_text("utf-8"))
OFFERS = [(language, text) for language, kinds in SENTENCES.items() for text in kinds["offers"]]
DAILY = [(language, text) for language, kinds in SENTENCES.items() for text in kinds["daily"]]
PHRASES = [(language, text) for language, kinds in SENTENCES.items() for text in kinds["phrases"]]
"""In every language: we will get back to you; we will answer you within some hours; we will ask the carrier;
we look for a replacement article; we draw your attention to the deadline; please return the form."""


def test_every_language_has_its_words_and_its_sentences() -> None:
    asked = (
        "de es it pt nl pl sv da no fi cs sk ro hu el tr ru uk bg hr ar he fa ur hi bn th ja ko zh vi id ca"
    )
    assert set(asked.split()) <= set(WORDS)
    assert set(WORDS) == {language.partition("-")[0] for language in SENTENCES}
    assert {*WORDS, *SAME_WORDS, *SENTENCES} <= set(languages.BY_CODE)
    assert set(SAME_WORDS.values()) <= set(WORDS)
    assert all(len(kinds["offers"]) >= 4 and len(kinds["daily"]) >= 6 for kinds in SENTENCES.values())
    assert all(len(kinds["phrases"]) == 6 for kinds in SENTENCES.values())


@pytest.mark.parametrize(("language", "text"), OFFERS)
def test_an_offer_is_caught(language: str, text: str) -> None:
    assert offered(plain(text), (), language)


@pytest.mark.parametrize(("language", "text"), DAILY)
def test_the_daily_words_of_a_reply_offer_nothing(language: str, text: str) -> None:
    assert not offered(plain(text), (), language)


@pytest.mark.parametrize(("language", "text"), PHRASES)
def test_nor_do_the_commonest_phrases(language: str, text: str) -> None:
    assert not offered(plain(text), (), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("he", "נחזיר לך את הכסף."),
        ("ru", "Мы вернём вам деньги."),
        ("uk", "Ми повернемо вам кошти."),
        ("pl", "Zwrócimy Pani pieniądze."),
        ("hr", "Vratit ćemo vam novac."),
        ("sr", "Вратићемо вам новац."),
        ("bg", "Ще ви върнем парите."),
        ("ro", "Vă vom restitui banii."),
        ("es", "Le devolveremos el dinero."),
        ("ar", "سنرد لك المبلغ."),
        ("fi", "Palautamme teille rahat."),
        ("sv", "Vi ersätter dig."),
        ("da", "Du får en erstatning."),
        ("fr", "Nous vous faisons une remise sur votre commande."),
        ("en", "It is a cost-free service."),
    ],
)
def test_what_gives_money_back_still_counts(language: str, text: str) -> None:
    assert offered(plain(text), (), language)
