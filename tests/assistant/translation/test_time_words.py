"""Years of other calendars; units of time, after a number or told in words."""

import pytest

from assistant.translation.time_words import (
    fits_larger_unit,
    unit_after,
    units_without_digits,
    with_our_years,
    without_hijri,
)

HOUR, DAY, WEEK, MONTH, YEAR = 60, 1440, 10_080, 43_200, 518_400


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("24 h", HOUR),
        ("24-hour", HOUR),
        ("24 Stunden", HOUR),
        ("24 часа", HOUR),
        ("24小时", HOUR),
        ("24 ساعة", HOUR),
        ("24시간", HOUR),
        ("15 jours", DAY),
        ("15 días", DAY),
        ("15 дней", DAY),
        ("15天", DAY),
        ("30 mins", 1),
        ("12 semaines", WEEK),
        ("12 mois", MONTH),
        ("12ヶ月", MONTH),
        ("12 ans", YEAR),
        ("12 haricots", 0),
        ("12 orange", 0),
        ("12", 0),
    ],
)
def test_a_unit_follows_its_number(text: str, unit: int) -> None:
    assert unit_after(text, 2) == unit


def test_units_without_digits_are_found() -> None:
    assert list(units_without_digits("one day, 2 weeks, une semaine, 24h, today, 24-hour")) == [DAY, WEEK]


@pytest.mark.parametrize(
    ("minutes", "unit", "units", "told"),
    [
        (24 * HOUR, HOUR, {DAY}, True),
        (24 * HOUR, HOUR, {HOUR}, False),
        (25 * HOUR, HOUR, {DAY}, False),
        (12 * MONTH, MONTH, {YEAR}, True),
        (20 * WEEK, DAY, {WEEK}, False),
        (2 * DAY, DAY, {HOUR}, False),
        (24 * HOUR, HOUR, set(), False),
    ],
)
def test_a_span_may_be_written_in_a_larger_unit(minutes: int, unit: int, units: set[int], told: bool) -> None:
    assert fits_larger_unit(minutes, unit, units) is told


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
def test_years_of_eras_become_gregorian(text: str, ours: str) -> None:
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
def test_hijri_dates_are_removed(text: str, rest: str) -> None:
    assert without_hijri(text) == (rest, rest != text)
