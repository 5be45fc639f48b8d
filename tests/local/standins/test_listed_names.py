"""Names have at most four words and end where ordinary text begins."""

import pytest

from local.standins.listed_names import find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My name is Anna Maria Luisa Smith and", "Anna Maria Luisa Smith"),
        ("My name is Anna Maria Luisa Smith Jones and", "Anna Maria Luisa Smith"),
        ("je m'appelle marie et j'attends", "marie"),
        ("Je m'appelle Marie. Commande 4471-B", "Marie"),
        ("My name is J. Smith", "J. Smith"),
    ],
)
def test_a_name_ends(text: str, name: str) -> None:
    longest = max(find(text), key=lambda span: span[1] - span[0])
    assert text[slice(*longest)] == name


@pytest.mark.parametrize("text", ["", "My name is wrong", "Best regards", "Soy cliente", "我是客户，请"])
def test_no_name(text: str) -> None:
    assert list(find(text)) == []
