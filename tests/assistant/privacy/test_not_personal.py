"""Dates, times, amounts, and numbers of orders, contracts or meters."""

import pytest

from assistant.privacy.not_personal import blanked, is_introduced, is_reference


@pytest.mark.parametrize(
    ("number", "text", "reference"),
    [
        ("0612345678", "commande n° 0612345678", True),
        ("0612345678", "le dossier porte le numéro 0612345678", True),
        ("612345678", "Pedido 612345678", True),
        ("501234567", "zamówienie 501234567", True),
        ("0171 1234567", "Bestellnummer 0171 1234567", True),
        ("13812345678", "订单号13812345678", True),
        ("0612345678", "appelez le 0612345678", False),
        ("0612345678", "commande 0612345678, appelez le 0612345678", False),
        ("Anna", "commande Anna", False),
        ("55218", "", False),
    ],
)
def test_a_reference_is_introduced_each_time(number: str, text: str, reference: bool) -> None:
    assert is_introduced(number, text) is reference


@pytest.mark.parametrize(
    ("words", "reference"),
    [
        ("CMD-4471-B", True),
        ("order CMD-4471-B", True),
        ("119,90 €", True),
        ("12/11/2026", True),
        ("am 12/11/2026", True),
        ("Jean Dupont 12/11/1985", False),
        ("07700 900418", False),
        ("Anna Berg", False),
        ("Kanaalkade 118-II, 1018 ZK Amsterdam", False),
        ("flat 14C", False),
    ],
)
def test_codes_dates_and_amounts_are_references(words: str, reference: bool) -> None:
    assert is_reference(words) is reference


def test_dates_times_and_amounts_are_blanked_and_the_length_is_kept() -> None:
    text = "12/11/2026 14:30 49,99 € 4471-B 06.12.34.56.78"
    assert blanked(text).replace("\0", "_") == "__________ _____ _______ 4471-B 06.12.34.56.78"


@pytest.mark.parametrize(
    "text",
    [
        "IF NOBODY ANSWERS, PLEASE TRY 202 555 0143",
        "TRY 612 345 678",
        "CALL RON 202-555-0143",
        "MINISTRY 202 555 0143",
        "USD 202 555 0143",
        "tlf 91234567 EuroBonus medlem",
        "Ruft mich an: 089123456 eure Anna",
        "612345678 Eurostar",
        "45 Pound Lane",
        "5 Poundbury Road",
        "8 Lira Court",
        "14 Rm 3",
        "1 Euroallee",
        "12 원서동",
    ],
)
def test_words_like_a_currency_make_no_amount(text: str) -> None:
    assert blanked(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "45,900원은",
        "12.50 euroa",
        "EUR 45, 3 Stück",
        "1 234,50 euros",
        "3 000 руб.",
        "12円です",
        "1250 TL",
        "SEK 450",
    ],
)
def test_amounts_are_blanked_with_their_endings(text: str) -> None:
    assert "\0" in blanked(text)
