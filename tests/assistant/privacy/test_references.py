"""Numbers that a text introduces as those of orders, contracts or meters."""

import pytest

from assistant.privacy.references import is_reference


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
    assert is_reference(number, text) is reference
