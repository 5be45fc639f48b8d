"""Figures: the kinds in one text, and what is blanked before they are looked for."""

from support.domain.personal.numbers import blanked, find


def test_dates_times_and_amounts_are_blanked_and_the_length_is_kept() -> None:
    text = "12/11/2026 14:30 49,99 € 4471-B 06.12.34.56.78"
    assert blanked(text).replace("\0", "_") == "__________ _____ _______ 4471-B 06.12.34.56.78"


def test_each_kind_is_placed() -> None:
    text = "DE89370400440532013000, 4111111111111111, tel 0612345678"
    assert {(kind, text[start:end]) for kind, start, end in find(text, "fr")} == {
        ("ACCOUNT", "DE89370400440532013000"),
        ("CARD", "4111111111111111"),
        ("PHONE", "0612345678"),
    }


def test_capitals_far_from_an_account_are_words() -> None:
    assert not [kind for kind, *_ in find("COMMANDE URGENTES", "fr")]
