"""Which numbers and codes of a spoken text are spelled out, so that a person can write them down."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from assistant.text.formats import CURRENCY_CODES

# Letters of the alphabets that have capitals, with their marks; digits of every script.
_LETTERS: Final = r"A-Za-zÀ-ɏͰ-ԯḀ-ỿ\u0300-\u036f"
_CHUNK: Final = re.compile(rf"[{_LETTERS}\d][{_LETTERS}\d.,:/_@%+~=&?#-]*")
_TOKEN: Final = re.compile(rf"[{_LETTERS}\d]+(?:[-_/][{_LETTERS}\d]+)*")
_SEPARATOR: Final = re.compile("[-_/]")
_TIMESTAMP: Final = re.compile(r"\d{4}-\d\d-\d\dT\d")
_ADDRESS: Final = re.compile(rf"www\..*|.*(?:@|://).*|(?:[{_LETTERS}\d-]+\.)+[a-z]{{2,24}}(?:[/:?#].*)?")

LONG_NUMBER: Final = 5
"""Digits from which a number is one to write down: shorter ones are understood when said as numbers."""

_DATE_OR_RANGE: Final = re.compile(
    r"\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/](?:\d{4}|\d\d)"
    r"|(?:19|20)\d\d[-/](?:\d{1,2}|(?:19|20)\d\d)|\d{1,2}[-/](?:19|20)\d\d"
    r"|(?:\d{1,2}|(?:19|20)\d\d)-[^\W\d_A-Z]"  # 24-h
)
_UNITS: Final = r"[kMGT]?B|[kMG]?W|[kMG]?Hz|[kMGT]?Wh|mAh|[ADGKV]"
_QUANTITY: Final = re.compile(  # 10kg, 2nd; 16GB; 14h30
    rf"\d{{1,3}}[^\W\d_A-Z]{{1,3}}|\d{{1,3}}(?:{_UNITS})|\d{{1,2}}h\d\d"
)
_SHORT: Final = re.compile(r"\d?[^\W\d_]\d?")  # A4, 3D
_MODEL: Final = re.compile(r"([^\W\d_]{4,})\d{1,3}")  # iPhone15
_DECIMALS_BEFORE: Final = re.compile(r"\d[.,:]\Z")  # of 12500,00 or 1.250000 or 10:30:15
_DECIMALS_AFTER: Final = re.compile(r"[.,:]\d")
_CURRENCY: Final = f"{CURRENCY_CODES}|TL"
_CURRENCY_BEFORE: Final = re.compile(rf"(?<![^\W\d_])(?:{_CURRENCY})\s?$")
_CURRENCY_AFTER: Final = re.compile(
    rf"\s?(?:(?:{_CURRENCY}|[Ee]uros?|kr|zł|Ft|Kč|lei|руб\w*|درهم|ريال|रुपये)(?!\w)|[円元원])"
)


def codes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where codes and long numbers start and end, in order.

    Amounts, dates, times, ranges, quantities, years and small numbers are none, nor is any part of an
    address (e-mail or web).
    """
    for chunk in _CHUNK.finditer(text):
        if _TIMESTAMP.match(chunk[0]) or _ADDRESS.fullmatch(chunk[0].rstrip(".,:/?-")):
            continue
        for token in _TOKEN.finditer(text, chunk.start(), chunk.end()):
            end = token.end() - len(token[0]) + len(_without_ending(token[0]))
            if _is_code(text, token.start(), end):
                yield token.start(), end


def _without_ending(token: str) -> str:
    """Return a code without the ending that some languages hang on it: `4471-B-ről`, `2026-ban`."""
    parts = re.split("(-)", token)
    while len(parts) > 1 and parts[-1].islower() and parts[-1].isalpha():
        rest = parts[:-2]
        if _has_small_letters("".join(rest)) or (len(parts[-1]) == 1 and rest[-1].isdecimal()):
            break
        parts = rest
    return "".join(parts)


def _is_code(text: str, start: int, end: int) -> bool:
    token = text[start:end]
    parts = _SEPARATOR.split(token)
    if all(part.isdecimal() for part in parts):
        return _is_number_to_write_down(text, start, end)
    if not any(char.isdecimal() for char in token) or _DATE_OR_RANGE.fullmatch(token):
        return False
    if len(parts) == 1:
        model = _MODEL.fullmatch(token)
        is_name = _SHORT.fullmatch(token) or (model and _has_small_letters(model[1]))
        return not (is_name or _QUANTITY.fullmatch(token))
    for part in parts:
        if len(part) >= LONG_NUMBER if part.isdecimal() else any(map(str.isdecimal, part)):
            return True
    return all(len(part) == 1 or not _has_small_letters(part) for part in parts)


def _has_small_letters(part: str) -> bool:
    return any(map(str.islower, part))


def _is_number_to_write_down(text: str, start: int, end: int) -> bool:
    number = text[start:end]
    if sum(map(str.isdecimal, number)) < LONG_NUMBER or _DATE_OR_RANGE.fullmatch(number):
        return False
    before, after = text[max(0, start - 5) : start], text[end : end + 12]
    signs = before.rstrip()[-1:] + after.lstrip()[:1]
    return not (
        _DECIMALS_BEFORE.search(before)
        or _DECIMALS_AFTER.match(after)
        or any(unicodedata.category(sign) == "Sc" for sign in signs)
        or _CURRENCY_BEFORE.search(before)
        or _CURRENCY_AFTER.match(after)
    )
