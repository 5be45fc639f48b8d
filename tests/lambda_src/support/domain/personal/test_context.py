"""What the words around a number say it is."""

import pytest

from support.domain.personal.context import names_reference, says


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("order 1234567", "reference"), ("Bestellnummer: 1234567", "reference"), ("tel. 1234567", "phone"),
        ("commande 12, tel 1234567", "phone"), ("my order, 1234567", ""), ("1234567 is my phone", "phone"),
        ("carte 1234567", "card"), ("订单号1234567", "reference"), ("1234567", ""),
    ],
)  # fmt: skip
def test_the_nearest_word_of_the_clause_decides(text: str, said: str) -> None:
    start = text.index("1234567")
    assert says(text, start, start + 7) == said


@pytest.mark.parametrize(
    ("before", "named"),
    [("numéro de commande : ", True), ("order number is ", True), ("Pour ma commande appelez ", False),
     ("order came late call back on ", False), ("注文番号は", True), ("", False)],
)  # fmt: skip
def test_a_number_is_introduced_as_a_reference(before: str, named: bool) -> None:
    assert names_reference(before + "0612345678", len(before)) is named
