"""Compares the figures of two texts: numbers, days and times, however a language writes them."""

import re
from dataclasses import dataclass, field
from typing import ClassVar, Final

from .time_words import BUDDHIST, fits_larger_unit

_BUDDHIST_SHORT: Final = 2500 - BUDDHIST
"""Our year of its year 2500, from which years of two digits count."""


@dataclass
class Figures:
    """The figures of one text: what the other must have (`items`), and what its digits may stand for.

    `short` are spans of time of one digit, which a translation may spell out.

    `loose` are the numbers outside dates in digits, `days` those dates' days and months, `exact_days` months
    with days where it is known which is which, `durations` spans of time in minutes, `spelled` the units of
    time without a number in digits, `digits` the text, also with its numbers in one piece, `code_digits` its
    codes' digits. With `other_calendar`, days and years say nothing.
    """

    items: "list[Figure]" = field(default_factory=list)
    short: "list[Figure]" = field(default_factory=list)
    values: set[str] = field(default_factory=set)
    groups: set[int] = field(default_factory=set)
    times: set[tuple[int, int]] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    loose: set[int] = field(default_factory=set)
    days: set[tuple[int, ...]] = field(default_factory=set)
    exact_days: set[tuple[int, int]] = field(default_factory=set)
    durations: set[int] = field(default_factory=set)
    spelled: set[int] = field(default_factory=set)
    digits: str = ""
    code_digits: str = ""
    other_calendar: bool = False

    def holds(self, digits: str, *, in_codes: bool = True) -> bool:
        """Tell whether the text contains these digits in a row, whatever separates them."""
        text = f"{self.digits} {self.code_digits}" if in_codes else self.digits
        return re.search(rf"(?<!\d){digits}(?!\d)", text) is not None

    def day(self, days: tuple[int, ...]) -> bool:
        """Tell whether the text has a day: both parts in digits, or one of them beside the name of a month.

        What looks like a day may also be hours, as in 9-5: where there is no other day, times will do.
        """
        hours = set() if self.days else {hour for hour, _ in self.times}
        return self.other_calendar or days in self.days or bool(set(days) & (self.loose | hours))

    def missing(self, other: "Figures") -> "list[Figure]":
        """Return the figures that the other text lacks."""
        return [item for item in self.items if not item.key_in(self, other)]


_SPELLED_TO: Final = 100


@dataclass(frozen=True)
class Figure:
    """A number; `key` is its normal form, `parts` are its groups of digits, read as numbers.

    `said` is how it is written, with `amount` beside the sign of a currency or of per cent.
    """

    kind: ClassVar[str] = "number"
    key: str
    parts: tuple[int, ...]
    also: str = ""
    said: str = field(default="", compare=False)
    amount: bool = False

    @property
    def spellable(self) -> bool:
        """Whether a language may write it as a word: a whole number up to a hundred, and no amount."""
        return (
            not self.amount and self.key.isdecimal() and len(self.key) <= 3 and int(self.key) <= _SPELLED_TO
        )

    def key_in(self, own: Figures, other: Figures) -> bool:
        """Tell whether the other text has it, in any notation."""
        if {self.key, self.also} & other.values or self._is_split_in(other):
            return True
        if len(self.key) >= 5 and self.key.isdecimal() and other.holds(self.key):
            return True
        if not self.key.isdecimal() or len(self.key) > 4:
            return False
        number = int(self.key)
        return (
            number in other.groups
            or (12 < number <= 24 and any(hour == number % 12 for hour, _ in other.times))
            or self._year(number, own, other)
        )

    def _is_split_in(self, other: Figures) -> bool:
        # Its parts may stand apart, as in 49€90; thousands may not.
        return len(self.parts) > 1 and "." in self.key and set(self.parts) <= other.groups

    @staticmethod
    def _year(number: int, own: Figures, other: Figures) -> bool:
        """Tell whether a year is there in its short or its long form, or in the Thai calendar."""
        short = number % 100
        if number in range(10, 100):
            years = {1900 + number, 2000 + number, _BUDDHIST_SHORT + number}
            return bool(years & (other.groups - own.groups))
        if number // 100 in (19, 20):
            if other.other_calendar or short in other.years or number + BUDDHIST in other.groups:
                return True
            return bool({short, number - _BUDDHIST_SHORT} & (other.groups - own.groups))
        return number - BUDDHIST in other.groups and number // 100 in (24, 25)


@dataclass(frozen=True)
class Duration(Figure):
    """A number with a unit of time; the whole and the unit in minutes."""

    minutes: int = 0
    unit: int = 0

    def key_in(self, own: Figures, other: Figures) -> bool:
        """Tell whether the other text has it, in this unit or another."""
        if super().key_in(own, other) or self.minutes in other.durations:
            return True
        if self.minutes < 720 and divmod(self.minutes, 60) in other.times:
            return True
        return other.durations <= own.durations and fits_larger_unit(self.minutes, self.unit, other.spelled)


@dataclass(frozen=True)
class Code(Figure):
    """Groups of digits joined by hyphens, as in 2026-1188, which may also be joined otherwise."""

    kind: ClassVar[str] = "code"

    def key_in(self, own: Figures, other: Figures) -> bool:
        """Tell whether the other text has its digits in a row."""
        digits = self.key.replace("-", "")
        return self.key in other.values or (len(digits) >= 5 and other.holds(digits))


@dataclass(frozen=True)
class Date(Figure):
    """A day; its parts are the year, and day and month in either order, of which one may be a name.

    `exact` is its month and day where the language tells which is which.
    """

    exact: tuple[int, int] | None = None

    def key_in(self, own: Figures, other: Figures) -> bool:
        """Tell whether the other text has its year, and its day and month."""
        year, *days = self.parts
        if self.exact and self.exact not in other.exact_days and self.exact[::-1] in other.exact_days:
            return False  # day and month have changed places
        years = {year, year % 100, year + BUDDHIST, 1900 + year, 2000 + year}
        there = other.other_calendar or year % 100 in other.years or bool(years & other.groups)
        return there and other.day(tuple(days))


@dataclass(frozen=True)
class Day(Figure):
    """Day and month without a year, or a span such as 10-15."""

    def key_in(self, own: Figures, other: Figures) -> bool:
        """Tell whether the other text has it."""
        return other.day(self.parts)


@dataclass(frozen=True)
class Time(Figure):
    """An hour, in twelve, and a minute."""

    def key_in(self, own: Figures, other: Figures) -> bool:
        """Tell whether the other text has the same time, however it counts the hours, or as long a span."""
        hour, minute = self.parts
        if self.parts in other.times or 60 * hour + minute in other.durations:
            return True
        return (not minute or minute in other.groups) and any(
            # The 0 of "15:00" is not midnight.
            number % 12 == hour and (number or not other.times)
            for number in other.groups
            if number <= 24
        )
