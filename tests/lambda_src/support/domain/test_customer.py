"""One hash for a customer, however the address is written."""

import hashlib

import pytest

from support.domain.customer import hash_of


def test_the_hash_is_that_of_the_address_in_small_letters() -> None:
    assert hash_of("Grace@Example.com") == hashlib.sha256(b"grace@example.com").hexdigest()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("grace@example.com", " GRACE@example.COM\n"),
        ("zo\u00e9@example.com", "zoe\u0301@example.com"),
        ("ZO\u00c9@example.com", "zoe\u0301@example.com"),
        ("stra\u00dfe@example.com", "STRASSE@example.com"),
    ],
    ids=["case and blanks", "composed or not", "both", "folded"],
)
def test_one_customer_has_one_hash(one: str, other: str) -> None:
    assert hash_of(one) == hash_of(other)


@pytest.mark.parametrize("other", ["grace+1@example.com", "gr.ace@example.com", "grace@example.org"])
def test_what_may_be_somebody_else_is_somebody_else(other: str) -> None:
    assert hash_of("grace@example.com") != hash_of(other)
