"""A number amounts to the same however it is written."""

import pytest

from assistant.translation.magnitudes import after, joined, value


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12", "12"),
        ("07", "7"),
        ("007", "007"),
        ("1,250", "1250"),
        ("1.250,00", "1250"),
        ("1 250,50", "1250.5"),
        ("1'250.05", "1250.05"),
        ("1,25,000", "125000"),
        ("0.125", "0.125"),
        ("4.5", "4.5"),
        ("1.2.3", "1.2.3"),
        ("49.90", "49.9"),
    ],
)
def test_a_number_has_one_form(written: str, read: str) -> None:
    assert value(written) == read


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("5k", 1000),
        ("5 K dollars", 1000),
        ("5 kg", 1),
        ("5 тыс. руб.", 1000),
        ("5 mil", 1000),
        ("5 mila", 1000),
        ("5 miles", 1),
        ("5 milk", 1),
        ("5 ribu", 1000),
        ("5 हज़ार", 1000),
        ("5천원", 1000),
        ("5万円", 10_000),
        ("5 lakhs", 100_000),
        ("5 millions", 1_000_000),
        ("5 Mio.", 1_000_000),
        ("5億", 100_000_000),
        ("5", 1),
    ],
)
def test_a_word_says_how_many_times_a_number_counts(text: str, times: int) -> None:
    assert after(text, 1)[0] == times


def test_where_the_word_ends_is_told() -> None:
    assert after("5 тыс руб.", 1) == (1000, 5)
    assert after("5 руб.", 1) == (1, 1)


def test_a_number_in_two_words_is_one() -> None:
    assert joined("3만 5천원, 1万2千円, 2万500円, 3万円") == "35000원, 12000円, 20500円, 3万円"
