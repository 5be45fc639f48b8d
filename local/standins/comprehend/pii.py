"""Personal data that has a form: contacts, cards, addresses, dates, self-introductions."""

import re
from collections.abc import Iterator
from typing import Any

from stdnum import luhn

from local.standins.comprehend.entities import find_dates
from local.standins.comprehend.names import find_names

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+(?![\w-])")
_CARD = re.compile(r"(?<![\w-])\d(?:[ -]?\d){12,18}(?![\d-])")
_PHONE = re.compile(
    r"(?<![\w+-])(?:\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,6}|\(?\d{2,4}\)?(?:[ .-]\d{2,4}){2,4})(?![\w-])"
)
_STREET = re.compile(
    r"(?<![\w.-])\d{1,5}[A-Za-z]?\s(?:[A-Z][\w'-]*\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square)\b"
    r"(?:,\s[A-Z][a-z]+)?(?:,?\s(?:[A-Z]{2}\s\d{5}|[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}))?"
    r"|\b(?:Calle|Avenida|Plaza|Paseo)\s(?:(?:de|del|la|las|los)\s){0,2}[A-ZÁÉÍÓÚÑ]\w+(?:\s[A-ZÁÉÍÓÚÑ]\w+)?,?\s\d{1,4}"
    r"(?:,\s\d{5}(?:\s[A-ZÁÉÍÓÚÑ]\w+)?)?"
)
_TIME = re.compile(r"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[ap]m)?(?![\d:])", re.IGNORECASE)
_SCORES = {
    "EMAIL": 0.99,
    "CREDIT_DEBIT_NUMBER": 0.99,
    "ADDRESS": 0.98,
    "DATE_TIME": 0.96,
    "PHONE": 0.97,
    "NAME": 0.95,
}


def find_pii(text: str, language: str) -> list[dict[str, Any]]:
    """Return personal data in Comprehend's form, in the order of the text."""
    taken: list[tuple[int, int, str]] = []
    for kind, start, end in _candidates(text, language):
        if all(end <= other_start or start >= other_end for other_start, other_end, _ in taken):
            taken.append((start, end, kind))
    return [
        {"Score": _SCORES[kind], "Type": kind, "BeginOffset": start, "EndOffset": end}
        for start, end, kind in sorted(taken)
    ]


def _candidates(text: str, language: str) -> Iterator[tuple[str, int, int]]:
    yield from (("EMAIL", *match.span()) for match in _EMAIL.finditer(text))
    yield from (
        ("CREDIT_DEBIT_NUMBER", *match.span())
        for match in _CARD.finditer(text)
        if luhn.is_valid(re.sub("[ -]", "", match[0]))
    )
    yield from (("ADDRESS", *match.span()) for match in _STREET.finditer(text))
    yield from (("DATE_TIME", *span) for span in find_dates(text, language))
    yield from (("DATE_TIME", *match.span()) for match in _TIME.finditer(text))
    yield from (("PHONE", *m.span()) for m in _PHONE.finditer(text) if 9 <= sum(map(str.isdigit, m[0])) <= 15)
    yield from (("NAME", *span) for span in find_names(text))
