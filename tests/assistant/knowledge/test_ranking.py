"""Which of the passages that were found come first."""

import pytest
from hypothesis import given, strategies as st

from assistant.aws.s3vectors import Match
from assistant.knowledge.ranking import ranked
from tests.assistant.properties import thoroughly


def match(key: str, distance: float, text: str, **metadata: str) -> Match:
    return Match(key, distance, {"text": text, **metadata})


RETURNS = match("returns", 0.3, "Vous disposez de 30 jours pour retourner un article.")
DELIVERY = match("delivery", 0.3, "La livraison prend trois jours.")
INVOICE = match("invoice", 0.3, "Votre facture est dans votre compte.")


def order(asked: str, *matches: Match) -> list[str]:
    return [one.key for one in ranked(matches, lambda: asked, "fr")]


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ("", ["returns", "delivery", "invoice"]),
        ("Bonjour !", ["returns", "delivery", "invoice"]),
        ("la de un", ["returns", "delivery", "invoice"]),
        ("vous pour votre dans", ["returns", "delivery", "invoice"]),
        ("Quand la livraison ?", ["delivery", "returns", "invoice"]),
        ("LIVRAISON", ["delivery", "returns", "invoice"]),
        ("livráison", ["delivery", "returns", "invoice"]),
        ("les livraisons", ["delivery", "returns", "invoice"]),
        ("Où est ma facture ?", ["invoice", "returns", "delivery"]),
    ],
    ids=[
        "no text",
        "no word in common",
        "short words",
        "words that say nothing",
        "a word",
        "in capitals",
        "accented",
        "another form",
        "another word",
    ],
)
def test_of_equally_near_ones_that_with_words_in_common_comes_first(asked: str, keys: list[str]) -> None:
    assert order(asked, RETURNS, DELIVERY, INVOICE) == keys


def test_without_a_word_in_common_the_nearest_comes_first() -> None:
    matches = [match(str(distance), distance, "La livraison") for distance in (0.3, 0.1, 0.9, 0.2)]
    assert order("Wo ist es?", *matches) == ["0.1", "0.2", "0.3", "0.9"]


def test_a_word_that_a_message_in_another_language_shares_does_not_outweigh_its_meaning() -> None:
    near, far = match("near", 0.1, "Modifier une adresse"), match("far", 0.3, "Une carte over 30 jours")
    assert order("carte", near, far) == ["far", "near"]
    assert order("Ik wil graag mijn bezorgadres wijzigen over de bestelling", near, far) == ["near", "far"]


def test_words_of_title_and_heading_count_too_and_those_of_the_link_do_not() -> None:
    titled = match("titled", 0.3, "Trois jours.", title="Livraison", heading="Annulation")
    linked = match("linked", 0.3, "Trois jours.", link="https://x.example/livraison", document="livraison.md")
    assert order("livraison", RETURNS, titled) == ["titled", "returns"]
    assert order("annulation", RETURNS, titled) == ["titled", "returns"]
    assert order("livraison", RETURNS, linked) == ["returns", "linked"]


def test_a_rare_word_counts_more_than_one_that_most_have() -> None:
    common = [match(f"c{number}", 0.3, "colis demain") for number in range(5)]
    rare = match("rare", 0.3, "carte demain")
    assert order("colis carte", *common, rare)[0] == "rare"


def test_a_word_of_two_letters_does_not_count() -> None:
    assert order("20 kg", RETURNS, match("weight", 0.3, "Jusqu'à 20 kg.")) == ["returns", "weight"]


def test_at_the_same_words_the_nearer_comes_first() -> None:
    near, far = match("near", 0.2, "La livraison"), match("far", 0.5, "La livraison")
    assert order("livraison", far, near) == order("livraison", near, far) == ["near", "far"]


def test_one_passage_and_none_are_ranked_too() -> None:
    assert order("livraison", DELIVERY) == ["delivery"]
    assert order("livraison") == []


matches = st.builds(
    Match, st.text(), st.floats(0, 2), st.dictionaries(st.text(max_size=5), st.text(max_size=40), max_size=3)
)


@thoroughly
@given(st.lists(matches, max_size=8), st.text(max_size=60), st.sampled_from(["fr", "en", "xx"]))
def test_every_passage_stays_once_whatever_it_says(found: list[Match], asked: str, language: str) -> None:
    assert sorted(map(repr, ranked(found, lambda: asked, language))) == sorted(map(repr, found))
