"""Units of time, after a number or told in words."""

import pytest

from assistant.translation.durations import spelled, told_by, unit_after

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


def test_a_unit_without_digits_is_told_in_words() -> None:
    assert list(spelled("one day, 2 weeks, une semaine, 24h, today, 24-hour")) == [DAY, WEEK]


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
def test_a_larger_unit_may_tell_a_span_in_words(minutes: int, unit: int, units: set[int], told: bool) -> None:
    assert told_by(minutes, unit, units) is told
