"""Telephone numbers, by country."""

import pytest

from assistant.text.phones import find


@pytest.mark.parametrize(
    ("text", "regions", "found"),
    [
        ("612345678", ["ES"], ["612345678"]),
        ("612345678", ["US", "GB"], []),
        ("612345678", ["GB", "ES"], ["612345678"]),
        ("+33 6 12 34 56 78", ["JP"], ["+33 6 12 34 56 78"]),
        ("1234567", ["FR"], []),
        ("0612345678/0798765432", ["FR"], ["0612345678", "0798765432"]),
        ("06 12 34 56 78 07 98 76 54 32", ["FR"], ["06 12 34 56 78", "07 98 76 54 32"]),
        ("4471-0612345678", ["FR"], []),
        ("01, 02, 03, 04, 05", ["FR"], []),
    ],
)
def test_a_number_is_one_of_the_countries_that_are_named(
    text: str, regions: list[str], found: list[str]
) -> None:
    assert [text[start:end] for start, end in find(text, regions)] == found
