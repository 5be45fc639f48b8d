"""Numbers, dates, codes, addresses and links that two texts of one meaning must have in common."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.language import languages
from assistant.text import formats
from assistant.text.normalized import ascii_digits

from . import number_words, protection
from .figure_forms import figures
from .figures import Duration, Figure, Figures, Time

KINDS: Final = ("number", "code", "email", "link", "name")

_MINUTES: Final = 60

MOST_DIGITS: Final = 12
"""Digits of a number that may be written in words: a longer one is an identifier."""


@dataclass(frozen=True)
class Invariant:
    """What stands in one text and not in another: its kind (one of `KINDS`, or `hours`), as it is written.

    `number` is its value if it is a whole number, which the other text may have in words; with `small` it
    is at most a hundred, without a sign: a word that nobody looks up.
    """

    kind: str
    said: str
    number: int | None = None
    small: bool = False

    def is_written(self, text: str, spoken: Iterable[str]) -> bool:
        """Tell whether a text has it in words of one of some languages."""
        return self.number is not None and number_words.is_written(self.number, text, spoken)


@dataclass(frozen=True)
class _Invariants:
    exact: Mapping[tuple[str, str], str]
    names: frozenset[str]
    figures: Figures
    twelves: frozenset[str]
    folded: str
    alike: str

    def not_in(self, other: "_Invariants") -> Iterator[Invariant]:
        """Yield what the other text lacks, except for names of products."""
        for (kind, key), said in self.exact.items():
            if not other.holds(kind, key):
                yield Invariant(kind, said)
        for item in self.figures.missing(other.figures):
            yield _invariant(item)

    def kinds_not_in(self, other: "_Invariants") -> list[str]:
        """Return the kinds of what the other text lacks."""
        new_times = set(other.figures.times) - set(self.figures.times)
        forgiven = frozenset() if new_times else self.twelves
        kinds = {invariant.kind for invariant in self.not_in(other) if invariant.said not in forgiven}
        if any(not other.says(name) for name in self.names):
            kinds.add("code")
        return [kind for kind in KINDS if kind in kinds]

    def holds(self, kind: str, key: str) -> bool:
        """Tell whether the text has an address, a link or a code; a code perhaps by its digits alone."""
        if (kind, key) in self.exact or kind != "code":
            return (kind, key) in self.exact
        number = formats.digits_of_code(key)
        by_number = bool(number) and self.figures.holds(number, in_codes=False)
        return by_number or formats.contains_code(key, self.alike)

    def says(self, name: str) -> bool:
        """Tell whether the text has a name, perhaps with an ending of its language."""
        return re.search(rf"(?<![a-z0-9]){re.escape(name)}(?!\d)", self.folded) is not None


def lost(
    source: str, target: str, names: Sequence[str] = (), spoken: tuple[str, str] | None = None
) -> list[str]:
    """Return the kinds of what is lost in a translation; empty if all survived.

    `names` are people's, as they wrote them; `spoken` are the languages of the two texts: where both have one
    order of day and month, a date in which these have changed places is lost.
    """
    one, other = (languages.day_first(code) for code in spoken) if spoken else (None, None)
    kinds = _read(source, one).kinds_not_in(_read(target, other))
    return [*kinds, "name"] if protection.lost_names(source, target, names) else kinds


def unknown(
    known: str, text: str, spoken: Sequence[str], hours: int = 0, other_hours: Collection[int] = ()
) -> Invariant | None:
    """Return the first number or code in a text that the known text does not have, or None.

    Known are, besides, numbers in words of some languages, and some hours, though no amount of as many.
    Other hours are unknown as a span of time even if their number is known, unless the known text has that
    span, or names hours without digits, which may be any number. Names of products are left out: a language
    may write them in its own letters.
    """
    own, said = _read(known), _read(text)
    promised = [item for item in said.figures.items if _is_span(item, hours)]
    short = [item for item in said.figures.short if not item.key_in(said.figures, own.figures)]
    new = [
        *(invariant for invariant in said.not_in(own) if invariant not in map(_invariant, promised)),
        *(_invariant(item) for item in short if not _is_span(item, hours)),
    ]
    new = [one for one in new if one.kind in ("number", "code") and not one.is_written(known, spoken)]
    if new or _MINUTES in own.figures.spelled:
        return new[0] if new else None
    spans = said.figures.durations - own.figures.durations
    return next((Invariant("hours", f"{one} h") for one in other_hours if one * _MINUTES in spans), None)


def difference(source: str, target: str, spoken: Sequence[str]) -> Invariant | None:
    """Return the first value that only one of two texts of the same meaning has, or None.

    The other text may have it in words of some languages. A small number that one text alone has is taken
    to be such a word, unless the other text has another number.
    """
    one, other = _read(source), _read(target)
    lacking = [
        [invariant for invariant in one.not_in(other) if not invariant.is_written(target, spoken)],
        [invariant for invariant in other.not_in(one) if not invariant.is_written(source, spoken)],
    ]
    if not all(lacking) and all(invariant.small for invariants in lacking for invariant in invariants):
        return None
    return next((invariant for invariants in lacking for invariant in invariants), None)


def _invariant(item: Figure) -> Invariant:
    is_number = item.also.isdecimal() and len(item.also) <= MOST_DIGITS
    number = int(item.also) if is_number else None
    return Invariant(item.kind, item.said or item.key, number, item.spellable)


def _is_span(item: Figure, hours: int) -> bool:
    """Tell whether a figure is so many hours, in whatever unit, or that number and no amount."""
    return (isinstance(item, Duration) and item.minutes == hours * _MINUTES) or (
        item.key == str(hours) and not item.amount
    )


def _read(text: str, day_first: bool | None = None) -> _Invariants:
    plain = ascii_digits(text)
    exact: dict[tuple[str, str], str] = {}
    names: set[str] = set()
    rest, end = [], 0
    digits = ""
    for span in formats.spans(plain):
        key = plain[span.start : span.end].casefold()
        key = formats.comparable(key) if span.kind == "code" else key
        if span.kind == "name":
            names.add(key)
        else:
            exact[span.kind, key] = plain[span.start : span.end]
        digits += f" {key}" if span.kind == "code" else ""
        rest += [plain[end : span.start], "|"]
        end = span.end
    found = figures(formats.without_units("".join((*rest, plain[end:]))), day_first=day_first)
    found.groups.update(int(group) for group in re.findall(r"\d{1,15}", digits))
    found.code_digits = f"{digits} {re.sub('[-/_]', '', digits)}"
    # Noon and midnight may be a word in the other language; no other time is.
    twelves = frozenset(item.said for item in found.items if isinstance(item, Time) and item.parts == (0, 0))
    return _Invariants(exact, frozenset(names), found, twelves, plain.casefold(), formats.comparable(plain))
