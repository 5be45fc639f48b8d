"""Addresses end where the next words begin."""

import pytest

from local.standins.listed_addresses import find


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("au 12 rue de la Paix et merci", "12 rue de la Paix"),
        ("rue de la Paix, 75002 Paris", "rue de la Paix, 75002 Paris"),
        ("Calle Mayor 3 por favor", "Calle Mayor 3"),
        ("Hauptstraße 5 in Berlin", "Hauptstraße 5"),
    ],
)
def test_an_address_ends(text: str, address: str) -> None:
    longest = max(find(text), key=lambda span: span[1] - span[0])
    assert text[slice(*longest)] == address


@pytest.mark.parametrize("text", ["", "rue", "5 km", "Ohrring 5", "via mail 3 volte", "largo 30 cm"])
def test_no_address(text: str) -> None:
    assert list(find(text)) == []
