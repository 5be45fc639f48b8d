"""The formats of currencies, groups of digits, addresses, links, codes and names of products in a text.

What is yielded by `spans` is written the same in every language. Patterns are compiled at their first use.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

CURRENCY_SIGNS: Final = "€$£¥₹₽₺₩฿₫₴₪₦"
CURRENCY_CODES: Final = (
    "EUR|USD|GBP|CHF|JPY|CNY|INR|RUB|TRY|KRW|TWD|THB|VND|IDR|PLN|CZK|HUF|RON|SEK|NOK|DKK|ISK|BRL|MXN|"
    "CAD|AUD|AED"
)
CURRENCY_ABBREVIATIONS: Final = "kr|kč|lei|zł|ft|лв|tl|rb|rp|rm|rs|đ"
"""In small letters, as words of their own."""

CURRENCY_WORDS: Final = (
    "eur(?!op)|dollar|pound|dólar|lir[ae]|руб|грн|ευρώ|евро|євро|ユーロ|円|欧元|歐元|元|유로|원|يورو|یورو|אירו|यूरो|ยูโร|บาท|"
    "đồng"
)
"""Their beginnings, in small letters."""

_GROUPS: Final = r"(?<![\w+])(?:\+|\(\+?)?\d+(?:[ .,_/#()*·-]{1,3}\d+){0,15}(?!\w)"

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
"""A longer token is no code that a person wrote; the limit also bounds what must not be cut."""

_UNITS: Final = (
    r"[a-zà-ɏ]{1,24}|[KMGT]?[BOVWAL]|K|D|H|[KMG]?Hz|[kKM]?WH?|mAh|MAH|HZ|KG|CM|MM|KM|ML|" + CURRENCY_CODES
)
_GLUED_BEFORE: Final = "EUR|USD|GBP|CHF|JPY|CNY|INR|IDR|Rp|RP|RM|Rs|[Kk]r"
"""Currencies that are glued before an amount; other letters before digits make a code: TRY20 is a voucher."""
_MEASURE: Final = rf"(\d+)({_UNITS})|(?:{_GLUED_BEFORE})(\d+)"
_CLOCK: Final = r"\d{1,2}(?:[ap]m|[hHuUm]\d\d(?:mi?n)?)"
"""A time, or a size in two parts: 2pm, 14h30min, 1m88."""
_TELLING: Final = {"h": "hrs", "min": "min", "mn": "min", "d": "days", "k": "k", "mila": "k"}
"""Units that stay, in a form that no time of day has: 9h 18h is not 9:18."""

_CAMEL: Final = r"(?=.*[A-Z]?[a-z]{2}|.*[A-Z]{3})[A-Za-z]{0,15}[a-z][A-Z][A-Za-z]{0,15}\d{0,6}"
"""A product name such as iPhone; with parts of at most two letters it is an abbreviation: IdNr."""

_ALIKE: Final = str.maketrans("авекмнорстухіѕјԁһαβεζηικμνορτυχ", "abekmhopctyxisjdhabezhikmnoptyx")
"""Cyrillic and Greek letters whose capitals look like Latin ones."""
_SHORTEST_NUMBER: Final = 4
"""Digits by which a code is recognised without its letters: fewer may be any number."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a compiled pattern, kept as long as the process lives: for constants alone.

    Those that find personal data take tens of milliseconds, which no function should pay for at its start.
    """
    return re.compile(pattern)


def digit_groups(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the places of the groups of each run of digits, as card and phone numbers are written."""
    for run in compiled(_GROUPS).finditer(text):
        yield [group.span() for group in compiled(r"\d+").finditer(text, *run.span())]


@dataclass(frozen=True)
class Span:
    """The place of something that no translation changes; its kind is link, email, code or name."""

    kind: str
    start: int
    end: int


def without_units(text: str) -> str:
    """Return a text without the units, currencies and ordinal endings that are glued to its numbers."""
    return compiled(_TOKEN).sub(lambda token: compiled(_SEGMENT).sub(_digits, token[0]), text)


def _digits(segment: re.Match[str]) -> str:
    measure = compiled(_MEASURE).fullmatch(segment[0])
    if not measure or compiled(_CLOCK).fullmatch(segment[0]):
        return segment[0]
    if not measure[1]:
        return f" {measure[3]}"
    unit = _TELLING.get(measure[2].lower(), "")
    return f"{measure[1]} {unit} " if unit else f"{measure[1]} "


def comparable(text: str) -> str:
    """Return a text as codes are compared: one case, one alphabet."""
    return text.casefold().translate(_ALIKE)


def contains_code(code: str, text: str) -> bool:
    """Tell whether a code stands in a text, both read by `comparable`, whatever joins its parts.

    The other language's ending may hang on it.
    """
    joint = "[-/_ ]?" if sum(map(str.isdigit, code)) > 2 else "[-/_]?"
    parts = joint.join(map(re.escape, compiled(r"\d+|[^\W\d_]+").findall(code)))
    return re.search(rf"(?<![a-z0-9]){parts}(?!\d)", text) is not None


def digits_of_code(code: str) -> str:
    """Return the digits by which a code is called without its letters, or nothing: 2201 of CMD-2201."""
    after = compiled(r"[^\W\d_]+[-/_]?(\d+(?:[-/_]\d+)*)").fullmatch(code)
    digits = re.sub(r"\D", "", after[1]) if after else ""
    return digits if len(digits) >= _SHORTEST_NUMBER else ""


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
    """Yield the codes in a token, without words that are joined to them: 24-hour has none."""
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
    """Yield a place that has a digit, and a letter that is no unit."""
    segments = compiled(_SEGMENT).findall(text[start:end])
    number = compiled(rf"\d+|{_MEASURE}|{_CLOCK}").fullmatch
    mixed = not all(map(number, segments))
    if mixed and any(map(str.isdigit, text[start:end])) and end - start <= _MOST_CHARACTERS:
        yield Span("code", start, end)
