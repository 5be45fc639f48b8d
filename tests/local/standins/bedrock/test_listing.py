"""What the model's stand-in lists as personal."""

import pytest

from local.standins.bedrock.listing import listed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je m'appelle Zoé. 12 rue du Pin, 69003 Lyon.", ["Zoé", "12 rue du Pin, 69003 Lyon"]),
        ("안녕하세요, 제 이름은 김민수입니다.", ["김민수"]),
        ("Ich heiße Karl. Hauptstraße 5,\u00a010115 Berlin", ["Karl", "Hauptstraße 5,\u00a010115 Berlin"]),
        ("My name is Anna Maria Luisa Smith Jones and", ["Anna Maria Luisa Smith"]),
        ("Je m'appelle He\u0301le\u0300ne Petit, merci", ["He\u0301le\u0300ne Petit"]),
        ("je m'appelle marie et j'attends", ["marie"]),
        ("Coletul meu nu a ajuns.\n\nCu stimă,\nIon Popescu", ["Ion Popescu"]),
        ("au 12 rue de la Paix et merci", ["12 rue de la Paix"]),
        ("Calle Mayor 3 por favor", ["Calle Mayor 3"]),
        ("to 221B Baker Street, London NW1 6XE.", ["221B Baker Street, London NW1 6XE"]),
        ("Order 4471-B of 12/11/2026, 5 km, via mail 3 volte", []),
        ("Best regards", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_and_addresses_are_listed_as_they_are_written(text: str, found: list[str]) -> None:
    assert listed(text) == found
