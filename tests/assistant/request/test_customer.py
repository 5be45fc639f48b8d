"""A customer by their address: its hash, however it is written, and what a report may show of it."""

import hashlib

import pytest

from assistant.request.customer import hash_of, mask, normalized


def test_the_hash_is_that_of_the_address_in_small_letters() -> None:
    assert hash_of("Grace@Example.com") == hashlib.sha256(b"grace@example.com").hexdigest()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("grace@example.com", " GRACE@example.COM\n"),
        ("zo\u00e9@example.com", "zoe\u0301@example.com"),
        ("ZO\u00c9@example.com", "zoe\u0301@example.com"),
        ("j\u00fcrgen@m\u00fcller.example", "j\u00fcrgen@xn--mller-kva.example"),
        ("j\u00fcrgen@m\u00fcller.example", "ju\u0308rgen@MU\u0308LLER.example"),
        ("info@\u4f8b\u5b50.example", "info@xn--fsqu00a.example"),
        ("a@stra\u00dfe.example", "a@xn--strae-oqa.example"),
        ("\u03bd\u03af\u03ba\u03bf\u03c2@example.com", "\u039d\u038a\u039a\u039f\u03a3@example.com"),
        ("a\u03c3@example.com", "A\u03a3@example.com"),
    ],
    ids=[
        "case and blanks",
        "composed or not",
        "both",
        "punycode",
        "all",
        "Chinese",
        "sharp s",
        "sigma",
        "alone",
    ],
)
def test_one_customer_has_one_hash(one: str, other: str) -> None:
    assert hash_of(one) == hash_of(other)


@pytest.mark.parametrize("other", ["grace+1@example.com", "gr.ace@example.com", "grace@example.org"])
def test_what_may_be_somebody_else_is_somebody_else(other: str) -> None:
    assert hash_of("grace@example.com") != hash_of(other)


def test_names_that_differ_in_a_letter_are_two_mailboxes() -> None:
    assert hash_of("stra\u00dfe@example.com") != hash_of("strasse@example.com")


@pytest.mark.parametrize("email", ["", "zoe", "a\u200b@example.com", "a@ex\u200bample.com"])
def test_no_address_has_no_hash(email: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        hash_of(email)


def test_an_address_is_normalized_for_mail() -> None:
    assert normalized(" Zoe\u0301@EXAMPLE.com\n") == "Zo\u00e9@example.com"


@pytest.mark.parametrize(
    ("address", "shown"),
    [("operations@example.com", "o…@example.com"), ("a@b.fr", "a…@b.fr"), ('"x@y"@b.fr', '"…@b.fr')],
)
def test_a_mask_shows_only_the_first_letter_and_the_domain(address: str, shown: str) -> None:
    assert mask(address) == shown
