"""Figures of two texts compared: a number, a day, a time is there, in whatever way its language writes it."""

import re
from dataclasses import dataclass, field
from typing import ClassVar, Final

_BUDDHIST: Final = 543
"""Years of the Thai calendar ahead of ours."""


@dataclass
class Figures:
    """The figures of one text: what the other must have (`items`), and what its digits may stand for."""

    items: "list[Figure]" = field(default_factory=list)
    values: set[str] = field(default_factory=set)
    groups: set[int] = field(default_factory=set)
    times: set[tuple[int, int]] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    digits: str = ""

    def missing(self, other: "Figures") -> "list[Figure]":
        """Return what this text has and the other has not."""
        return [item for item in self.items if not item.key_in(self, other)]


@dataclass(frozen=True)
class Figure:
    """A number, in its own words a key; `parts` are its groups of digits, read as numbers."""

    kind: ClassVar[str] = "number"
    key: str
    parts: tuple[int, ...]
    also: str = ""

    def key_in(self, own: Figures, other: Figures) -> bool:
        """Tell whether the other text has it, in whatever way."""
        if {self.key, self.also} & other.values or (self.split() and set(self.parts) <= other.groups):
            return True
        if len(self.key) >= 5 and re.search(rf"(?<!\d){re.escape(self.key)}(?!\d)", other.digits):
            return True
        if not self.key.isdecimal() or len(self.key) > 4:
            return False
        number = int(self.key)
        return (
            number in other.groups
            or (12 < number <= 24 and any(hour == number % 12 for hour, _ in other.times))
            or self._year(number, own, other)
        )

    def split(self) -> bool:
        """Tell whether its parts may stand apart, as in 49€90; thousands may not."""
        return len(self.parts) > 1 and "." in self.key

    @staticmethod
    def _year(number: int, own: Figures, other: Figures) -> bool:
        """Tell whether a year is there in its short or its long form, or in the Thai calendar."""
        short = number % 100
        if number in range(10, 100):
            return bool({1900 + number, 2000 + number} & (other.groups - own.groups))
        if number // 100 in (19, 20):
            shortened = short in other.groups and short not in own.groups
            return short in other.years or shortened or number + _BUDDHIST in other.groups
        return number - _BUDDHIST in other.groups and number // 100 in (24, 25)


@dataclass(frozen=True)
class Code(Figure):
    """Groups of digits joined by hyphens, as in 2026-1188; one that rises, as 24-48, may be a range."""

    kind: ClassVar[str] = "code"

    def split(self) -> bool:
        """Tell whether its groups may stand apart: those of a range may."""
        return len(self.parts) == 2 and self.parts[0] < self.parts[1]


@dataclass(frozen=True)
class Date(Figure):
    """A day; its parts are the year, and day and month in either order, of which one may be a name."""

    def key_in(self, own: Figures, other: Figures) -> bool:
        """Tell whether the other text has its year, and its day or its month."""
        year, *days = self.parts
        years = {year, year % 100, year + _BUDDHIST, 1900 + year, 2000 + year}
        return (year % 100 in other.years or bool(years & other.groups)) and bool(set(days) & other.groups)


@dataclass(frozen=True)
class Day(Figure):
    """Day and month without a year, or a span such as 10-15; one of the two must be there."""

    def key_in(self, own: Figures, other: Figures) -> bool:
        """Tell whether the other text has one of its parts."""
        return bool(set(self.parts) & other.groups)


@dataclass(frozen=True)
class Time(Figure):
    """An hour, in twelve, and a minute."""

    def key_in(self, own: Figures, other: Figures) -> bool:
        """Tell whether the other text has the same time, however it counts the hours."""
        hour, minute = self.parts
        hours = any(number % 12 == hour for number in other.groups if number <= 24)
        return (hour, minute) in other.times or (hours and (not minute or minute in other.groups))
