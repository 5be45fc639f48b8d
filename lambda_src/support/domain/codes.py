"""Addresses, links, codes and names of products in a text: what is written the same in every language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .regex import compiled

_LETTER: Final = "A-Za-zÀ-ɏ"
_ENDINGS: Final = (
    "com|net|org|info|biz|eu|io|co|app|shop|store|online|fr|de|es|it|pt|nl|be|ch|at|uk|us|ca|pl|ru"
)
_LINK_CHARACTERS: Final = r"A-Za-z0-9._~:/?#\[\]@!$&()*+,;=%-"
_EMAIL: Final = (
    rf"(?<![{_LETTER}0-9._%+-])[{_LETTER}0-9._%+-]{{1,64}}@"
    rf"(?:[{_LETTER}0-9-]{{1,63}}\.){{1,8}}[{_LETTER}]{{2,24}}"
)
_LINK: Final = (
    rf"(?i)(?:https?://|www\.)[{_LINK_CHARACTERS}]{{0,399}}[A-Za-z0-9/_=&%#~-]|"
    rf"(?<![{_LETTER}0-9._@-])(?:[A-Za-z0-9-]{{1,63}}\.){{1,4}}(?:{_ENDINGS})(?![{_LETTER}0-9@-])"
    rf"(?:/[{_LINK_CHARACTERS}]{{0,399}}[A-Za-z0-9/_=&%#~-]|/)?"
)
_TOKEN: Final = rf"[{_LETTER}0-9]+(?:[-/_][{_LETTER}0-9]+)*"
_SEGMENT: Final = rf"[{_LETTER}0-9]+"
_MOST_CHARACTERS: Final = 64
"""A longer token is no code that a person wrote; it also bounds what one piece has to hold together."""

_UNITS: Final = (
    r"[a-zà-ɏ]{1,4}|[KMGT]?[BOVWAL]|K|D|H|[KMG]?Hz|[kKM]?WH?|mAh|MAH|HZ|KG|CM|MM|KM|ML|"
    r"EUR|USD|GBP|CHF|JPY|CNY|INR|PLN|CZK|SEK|NOK|DKK|BRL|CAD|AUD"
)
_MEASURE: Final = rf"(\d+)(?:{_UNITS})|(?:EUR|USD|GBP|CHF|JPY|CNY|INR)(\d+)"
_CLOCK: Final = r"\d{1,2}(?:[ap]m|[hH]\d\d)"
_CAMEL: Final = r"[A-Za-z]{0,15}[a-z][A-Z][A-Za-z]{0,15}\d{0,6}"


@dataclass(frozen=True)
class Span:
    """Where something stands that has to stay as it is; the kind is link, email, code or name."""

    kind: str
    start: int
    end: int


def without_units(text: str) -> str:
    """Return a text with its numbers bare of what is glued to them: units, currencies, ordinal endings."""
    return compiled(_TOKEN).sub(lambda token: compiled(_SEGMENT).sub(_digits, token[0]), text)


def _digits(segment: re.Match[str]) -> str:
    measure = compiled(_MEASURE).fullmatch(segment[0])
    return f"{measure[1] or measure[2]} " if measure and not _clock(segment[0]) else segment[0]


def _clock(segment: str) -> bool:
    """Tell whether a token is a time: its letters say which half of the day."""
    return compiled(_CLOCK).fullmatch(segment) is not None


def spans(text: str) -> Iterator[Span]:
    """Yield addresses, links, codes and names, in order; they never overlap."""
    whole: list[Span] = []
    taken: set[int] = set()
    for kind, pattern in (("link", _LINK), ("email", _EMAIL)):
        for match in compiled(pattern).finditer(text):
            if taken.isdisjoint(range(*match.span())):
                whole.append(Span(kind, *match.span()))
                taken.update(range(*match.span()))
    for match in compiled(_TOKEN).finditer(text):
        if taken.isdisjoint(range(*match.span())):
            whole += _codes(match)
    return iter(sorted(whole, key=lambda span: span.start))


def _codes(token: re.Match[str]) -> Iterator[Span]:
    """Yield the runs of a token that are codes, without the words that hang on them: 24-hour has none."""
    run: list[re.Match[str]] = []
    for segment in (*compiled(_SEGMENT).finditer(token.string, *token.span()), None):
        if segment and not _is_word(segment[0]):
            run.append(segment)
            continue
        if run:
            yield from _code(token.string, run[0].start(), run[-1].end())
        if segment and len(segment[0]) > 2 and compiled(_CAMEL).fullmatch(segment[0]):
            yield Span("name", *segment.span())
        run = []


def _is_word(segment: str) -> bool:
    return segment.isalpha() and not (segment.isascii() and segment.isupper() and len(segment) <= 8)


def _code(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a run that has a digit and a letter which is no unit."""
    segments = compiled(_SEGMENT).findall(text[start:end])
    mixed = any(
        not one.isdigit() and not compiled(_MEASURE).fullmatch(one) and not _clock(one) for one in segments
    )
    if mixed and any(map(str.isdigit, text[start:end])) and end - start <= _MOST_CHARACTERS:
        yield Span("code", start, end)
