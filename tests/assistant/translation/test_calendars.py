"""Years and days of other calendars."""

import pytest

from assistant.translation.calendars import with_our_years, without_hijri


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("民國115年11月3日", "2026年11月3日"),
        ("令和8年", "2026年"),
        ("平成 31 年", "2019 年"),
        ("昭和64年", "1989年"),
        ("令和8", "令和8"),
        ("2026年", "2026年"),
    ],
)
def test_a_year_of_an_era_becomes_ours(text: str, ours: str) -> None:
    assert with_our_years(text) == ours


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("در 1405/08/12 بود", "در | بود"),
        ("12-08-1405", "|"),
        ("12 آبان 1405", "|"),
        ("12 آبان ماه سال 1405", "|"),
        ("22 رمضان", "|"),
        ("سال 1405", "|"),
        ("1448 هـ", "|"),
        ("سفارش 1405", "سفارش 1405"),
        ("2026/08/12", "2026/08/12"),
        ("1405/08-12", "1405/08-12"),
    ],
)
def test_days_and_years_of_the_hijri_calendars_go(text: str, rest: str) -> None:
    assert without_hijri(text) == (rest, rest != text)
