"""Check digits, with the published example numbers."""

import pytest

from support.domain.check_digits import iban_length, is_card, is_iban, is_luhn, is_national_id


@pytest.mark.parametrize(
    "number",
    ["4111111111111111", "5555555555554444", "2223003122003222", "378282246310005", "6011111111111117",
     "3530111333300000", "30569309025904", "6200000000000005", "6759649826438453"],
)  # fmt: skip
def test_cards_of_each_issuer(number: str) -> None:
    assert is_card(number)
    assert not is_card(number[:-1] + str((int(number[-1]) + 1) % 10))


@pytest.mark.parametrize("number", ["9999999999999995", "41111111111114", "1000000000000008"])
def test_the_check_digit_alone_makes_no_card(number: str) -> None:
    assert is_luhn(number)
    assert not is_card(number)


def test_accounts() -> None:
    assert is_iban("DE89370400440532013000")
    assert not is_iban("DE89370400440532013001")
    assert (iban_length("fr"), iban_length("XX")) == (27, None)


@pytest.mark.parametrize(
    ("number", "holds"),
    [
        ("12345678Z", True), ("12345678A", False), ("X1234567L", True), ("529.982.247-25", True),
        ("529.982.247-26", False), ("111.111.111-11", False), ("11010519491231002X", True),
        ("110105194912310021", False), ("2 55 08 14 168 025 38", True), ("2 55 08 14 168 025 39", False),
        ("123-45-6789", True), ("000-45-6789", False), ("666-45-6789", False), ("RSSMRA85T10A562S", True),
        ("RSSMRA85T10A562", False),
    ],
)  # fmt: skip
def test_identity_numbers(number: str, holds: bool) -> None:
    assert is_national_id(number) is holds
