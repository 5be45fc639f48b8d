"""Personal data in figures: the kinds in one text."""

import time

import pytest

from assistant.privacy.numbers import find


def test_each_kind_of_number_is_found_in_place() -> None:
    text = "DE89370400440532013000, 4111111111111111, tel 0612345678"
    assert {(kind, text[start:end]) for kind, start, end in find(text, ["fr"])} == {
        ("ACCOUNT", "DE89370400440532013000"),
        ("CARD", "4111111111111111"),
        ("PHONE", "0612345678"),
    }


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["1.1", "1/", "00 ", "4111 ", "06 12 34 56 78 ", "1 000 ", "DE12 ", "X-1 "])
def test_no_text_takes_long(unit: str) -> None:
    began = time.process_time()
    list(find((unit * 5_000)[:5_000], ["en", "fr"]))
    assert time.process_time() - began < 1
