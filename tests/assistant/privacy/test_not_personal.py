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
