"""Numbers in words, as languages write them."""

import pytest

from assistant.translation.number_words import written


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
    assert written(number, text, ("en", language))


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
def test_another_number_or_language_is_none(number: int, text: str, language: str) -> None:
    assert not written(number, text, (language,))
    assert not written(number, text, ())
