"""Numbers, dates, codes, addresses and links that two texts of one meaning must have in common."""

import html
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.language import languages

from . import codes, number_words, own_names
from .figure_forms import ascii_digits, figures
from .figures import Duration, Figure, Figures, Time

KINDS: Final = ("number", "code", "email", "link", "name")

_MINUTES: Final = 60

MOST_DIGITS: Final = 12
"""Of a number that may be written in words: a longer one is an identifier."""

_OPEN: Final = "<i translate=no>"
_CLOSE: Final = "</i>"
"""The shortest element that Amazon Translate leaves alone: each character of it is billed."""

MOST_SENT: Final = 1.5
"""How many times as long as a text what is sent for it may be."""

TAG: Final = re.compile(r"<\s{0,3}/?\s{0,3}i(?:\s[^<>]{0,40})?>", re.IGNORECASE)
"""Our element's tags, also as a service may have changed them."""


@dataclass(frozen=True)
class Literal:
    """Something that stands in one text and not in another: its kind (one of `KINDS`), as it is written.

    `number` is its value if it is a whole number, which the other text may have in words; with `small` it
    is at most a hundred, without a sign: a word that nobody looks up.
    """

    kind: str
    said: str
    number: int | None = None
    small: bool = False

    def is_written(self, text: str, spoken: Iterable[str]) -> bool:
        """Tell whether a text has it in words of one of some languages."""
        return self.number is not None and number_words.written(self.number, text, spoken)


@dataclass(frozen=True)
class _Literals:
    exact: Mapping[tuple[str, str], str]
    names: Counter[str]
    figures: Figures
    twelves: frozenset[str]
    folded: str
    alike: str

    def not_in(self, other: "_Literals") -> Iterator[Literal]:
        """Yield what this text has and the other has not, but for names of products."""
        for (kind, key), said in self.exact.items():
            if not other.holds(kind, key):
                yield Literal(kind, said)
        for item in self.figures.missing(other.figures):
            yield _literal(item)

    def kinds_not_in(self, other: "_Literals", *, names: bool) -> list[str]:
        """Return the kinds of what this text has and the other has not."""
        new_times = set(other.figures.times) - set(self.figures.times)
        forgiven = frozenset() if new_times else self.twelves
        kinds = {literal.kind for literal in self.not_in(other) if literal.said not in forgiven}
        if names and any(not other.says(name) for name in self.names):
            kinds.add("code")
        return [kind for kind in KINDS if kind in kinds]

    def holds(self, kind: str, key: str) -> bool:
        """Tell whether an address, a link or a code is there, a code perhaps by its number alone."""
        if (kind, key) in self.exact or kind != "code":
            return (kind, key) in self.exact
        number = codes.number(key)
        return codes.stands(key, self.alike) or (bool(number) and self.figures.holds(number, in_codes=False))

    def says(self, name: str) -> bool:
        """Tell whether a name is there; the other language's ending may hang on it."""
        return re.search(rf"(?<![a-z0-9]){re.escape(name)}(?!\d)", self.folded) is not None


def lost(
    source: str, target: str, names: Sequence[str] = (), spoken: tuple[str, str] | None = None
) -> list[str]:
    """Return the kinds of what the source has and the target has not; empty if all survived.

    `names` are people's, as they wrote them; `spoken` are the languages of the two texts: where both have one
    order of day and month, a date in which these have changed places is lost.
    """
    one, other = (languages.day_first(code) for code in spoken) if spoken else (None, None)
    kinds = _read(source, one).kinds_not_in(_read(target, other), names=True)
    return [*kinds, "name"] if own_names.lost(source, target, names) else kinds


def unknown(known: str, text: str, spoken: Sequence[str], hours: int = 0) -> Literal | None:
    """Return the first number or code in a text that comes from nothing known, or None.

    Known are, besides, numbers in words of some languages, and some hours, though no amount of as many.
    Names of products are left out: a language may write them in its own letters.
    """
    own, said = _read(known), _read(text)
    promised = [item for item in said.figures.items if _is_span(item, hours)]
    short = [item for item in said.figures.short if not item.key_in(said.figures, own.figures)]
    new = [
        *(literal for literal in said.not_in(own) if literal not in map(_literal, promised)),
        *(_literal(item) for item in short if not _is_span(item, hours)),
    ]
    return next(
        (one for one in new if one.kind in ("number", "code") and not one.is_written(known, spoken)), None
    )


def difference(source: str, target: str, spoken: Sequence[str]) -> Literal | None:
    """Return the first thing that stands in one of two texts of one meaning alone, or None.

    The other text may have it in words of some languages. A small number that one text alone has is taken
    to be such a word, unless the other text has another number.
    """
    one, other = _read(source), _read(target)
    lacking = [
        [literal for literal in one.not_in(other) if not literal.is_written(target, spoken)],
        [literal for literal in other.not_in(one) if not literal.is_written(source, spoken)],
    ]
    if not all(lacking) and all(literal.small for literals in lacking for literal in literals):
        return None
    return next((literal for literals in lacking for literal in literals), None)


def _literal(item: Figure) -> Literal:
    is_number = item.also.isdecimal() and len(item.also) <= MOST_DIGITS
    number = int(item.also) if is_number else None
    return Literal(item.kind, item.said or item.key, number, item.spellable)


def _is_span(item: Figure, hours: int) -> bool:
    """Tell whether a figure is so many hours, in whatever unit, or that number and no amount."""
    return (isinstance(item, Duration) and item.minutes == hours * _MINUTES) or (
        item.key == str(hours) and not item.amount
    )


def unknown_hours(known: str, text: str, among: Collection[int]) -> int | None:
    """Return the first of some numbers of hours that a text names in digits and that is not known, or None.

    Where the known text has hours without a digit before them, any number may be meant.
    """
    own, said = _read(known).figures, _read(text).figures
    if _MINUTES in own.spelled:
        return None
    return next((hours for hours in among if hours * _MINUTES in said.durations - own.durations), None)


@dataclass(frozen=True)
class Marked:
    """A text as it is sent to Amazon Translate: HTML, unless nothing in it is to be left alone."""

    text: str
    is_html: bool

    def read(self, translation: str) -> str:
        """Return the plain text of what the service made of it."""
        return unprotect(translation) if self.is_html else translation


def protect(text: str, names: Sequence[str] = ()) -> Marked:
    """Return a text as HTML that tells Amazon Translate what to leave alone, at most half as long again.

    People's names first, then codes in the order of the text, as far as that goes: each tag is billed, and
    what a translation lost without them is noticed (`lost`).
    """
    spans = sorted(_affordable(text, [*protected(text, names)], [*own_names.spans(text, names)]))
    if not spans:
        return Marked(text, is_html=False)
    parts, end = [], 0
    for start, stop in spans:
        inner = html.escape(text[start:stop], quote=False)
        parts += [html.escape(text[end:start], quote=False), _OPEN, inner, _CLOSE]
        end = stop
    return Marked("".join((*parts, html.escape(text[end:], quote=False))), is_html=True)


def _affordable(
    text: str, spans: Sequence[tuple[int, int]], first: Collection[tuple[int, int]]
) -> Sequence[tuple[int, int]]:
    """Return as many spans as may be marked, those that are named first."""
    escaped = len(html.escape(text, quote=False)) - len(text)
    most = int((MOST_SENT - 1) * len(text) - escaped) // (len(_OPEN) + len(_CLOSE))
    return sorted(spans, key=lambda span: (span not in first, span))[: max(0, most)]


def unprotect(marked: str) -> str:
    """Return the plain text of what `protect` made, translated or not."""
    return html.unescape(TAG.sub("", marked))


def protected(text: str, names: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a text stand that are told to the service, in order; they never overlap."""
    end = 0
    for start, stop in sorted(
        [*own_names.spans(text, names), *((one.start, one.end) for one in codes.spans(text))]
    ):
        if start >= end:
            yield start, stop
            end = stop


def _read(text: str, day_first: bool | None = None) -> _Literals:
    plain = ascii_digits(text)
    exact: dict[tuple[str, str], str] = {}
    names: Counter[str] = Counter()
    rest, end = [], 0
    digits = ""
    for span in codes.spans(plain):
        key = plain[span.start : span.end].casefold()
        key = codes.alike(key) if span.kind == "code" else key
        if span.kind == "name":
            names[key] += 1
        else:
            exact[span.kind, key] = plain[span.start : span.end]
        digits += f" {key}" if span.kind == "code" else ""
        rest += [plain[end : span.start], "|"]
        end = span.end
    found = figures(codes.without_units("".join((*rest, plain[end:]))), day_first=day_first)
    found.groups.update(int(group) for group in re.findall(r"\d{1,15}", digits))
    found.code_digits = f"{digits} {re.sub('[-/_]', '', digits)}"
    # Noon and midnight: a language may say them in a word, and in no other time.
    twelves = frozenset(item.said for item in found.items if isinstance(item, Time) and item.parts == (0, 0))
    return _Literals(exact, names, found, twelves, plain.casefold(), codes.alike(plain))
