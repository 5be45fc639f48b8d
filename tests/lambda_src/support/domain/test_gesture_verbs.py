"""What the customer wrote about may be named, in any language; none of it may be offered for that."""

import json
from pathlib import Path

import pytest

from support.domain.contacts import plain
from support.domain.gesture_verbs import VERBS
from support.domain.gesture_words import SAME_WORDS, WORDS
from support.domain.gestures import offered
from tests.attacks import ATTACKS

DATA = Path(__file__).parents[2]
SENTENCES = json.loads((DATA / "gesture_sentences.json").read_text("utf-8"))
NAMED = json.loads((DATA / "named_gestures.json").read_text("utf-8"))
OFFERS = [(language, text) for language, kinds in SENTENCES.items() for text in kinds["offers"]]


def test_verbs_are_of_languages_whose_nouns_are_known() -> None:
    assert set(VERBS) <= {*WORDS, "fr", "en"} - set(SAME_WORDS)
    assert set(NAMED) <= set(VERBS)
    assert len(NAMED) >= 25


@pytest.mark.parametrize("language", NAMED)
def test_a_noun_of_the_customers_may_be_named_and_not_offered(language: str) -> None:
    message, named, offer = (plain(NAMED[language][part]) for part in ("message", "named", "offer"))
    assert not offered(named, (), language, known=message)
    assert offered(offer, (), language, known=message)


def test_who_dictates_a_german_offer_does_not_get_it() -> None:
    (attack,) = (one for one in ATTACKS if one.id == "de-named-gesture")
    message = plain(attack.message)
    assert offered(message, (), "de", known=message)


@pytest.mark.parametrize("language", ["ur", "bn", "qq"])
def test_where_no_verbs_are_known_every_noun_counts(language: str) -> None:
    voucher = plain("Your voucher was refused.")
    assert offered(voucher, (), language, known=voucher)
    assert not offered(voucher, (), "de", known=voucher)


@pytest.mark.parametrize(("language", "text"), OFFERS)
def test_who_dictates_an_offer_does_not_get_it(language: str, text: str) -> None:
    assert offered(plain(text), (), language, known=plain(text))
