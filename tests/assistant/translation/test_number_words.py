"""What a number amounts to, and numbers in words, as languages write them."""

import pytest

from assistant.translation.number_words import is_written, join_myriads, multiplier_after, plain_value


@pytest.mark.parametrize(
    ("number", "text", "language"),
    [
        (12, "nach zwölf Tagen", "de"),
        (23, "dreiundzwanzig Lampen", "de"),
        (15, "depuis QUINZE jours", "fr-CA"),
        (21, "vingt et un jours", "fr"),
        (21, "vingt-et-un jours", "fr"),
        (120, "cent vingt euros", "fr"),
        (2000, "deux mille euros", "fr"),
        (12, "после двенадцати дней", "ru"),
        (12, "kahdessatoista päivässä", "fi"),
        (15000, "一万五千円", "ja"),
        (120, "一百二十元", "zh"),
        (12, "十二天", "zh-TW"),
        (12, "hace doce días", "es-MX"),
    ],
)
def test_a_number_is_found_in_the_forms_of_its_language(number: int, text: str, language: str) -> None:
    assert is_written(number, text, ("en", language))


@pytest.mark.parametrize(
    ("number", "text", "language"),
    [
        (120, "cent vingt-et-un euros", "fr"),
        (10, "dixième jour", "fr"),
        (12, "zwölftägig", "de"),
        (12, "douze jours", "de"),
        (12, "douze", "ht"),
        (12, "12", "fr"),
    ],
)
def test_other_numbers_and_languages_do_not_match(number: int, text: str, language: str) -> None:
    assert not is_written(number, text, (language,))
    assert not is_written(number, text, ())


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
    assert plain_value(written) == read


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
def test_words_for_thousands_and_more(text: str, times: int) -> None:
    assert multiplier_after(text, 1)[0] == times


def test_the_end_of_the_word_is_returned() -> None:
    assert multiplier_after("5 тыс руб.", 1) == (1000, 5)
    assert multiplier_after("5 руб.", 1) == (1, 1)


def test_a_number_in_two_words_is_joined() -> None:
    assert join_myriads("3만 5천원, 1万2千円, 2万500円, 3万円") == "35000원, 12000円, 20500円, 3万円"
