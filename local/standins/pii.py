"""Personal data that has a form: contacts, accounts, addresses, dates, self-introductions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from local.standins.dates import find_dates
from local.standins.entities import find_names

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+(?![\w-])")
_CARD = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])")
_PHONE = re.compile(
    r"(?<![\w+-])(?:\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,6}|\(?\d{2,4}\)?(?:[ .-]\d{2,4}){2,4})(?![\w-])"
)
_IBAN = re.compile(r"(?<![\w-])[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\w-])")
_ACCOUNT = re.compile(
    r"(?i:\bbank account(?: number)?|\baccount number|\bcuenta bancaria|\bnúmero de cuenta)"
    r"(?:\s(?:is|es|no\.|número))?[:\s]{1,2}(?P<it>\d{6,14})(?!\d)"
)
_STREET = re.compile(
    r"(?<![\w.-])\d{1,5}[A-Za-z]?\s(?:[A-Z][\w'-]*\s){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Square)\b"
    r"(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?(?:,?\s(?:[A-Z]{2}\s\d{5}|[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}))?"
    r"|\b(?:Calle|Avenida|Plaza|Paseo)\s(?:(?:de|del|la|las|los)\s){0,2}[A-ZÁÉÍÓÚÑ]\w+(?:\s[A-ZÁÉÍÓÚÑ]\w+)?,?\s\d{1,4}"
    r"(?:,\s\d{5}(?:\s[A-ZÁÉÍÓÚÑ]\w+)?)?"
)
_TIME = re.compile(r"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[ap]m)?(?![\d:])", re.IGNORECASE)
_AGE = re.compile(r"\b\d{1,3}\s(?:years\sold|años(?=\sde\sedad))", re.IGNORECASE)
_AGED = re.compile(r"\btengo\s(?P<it>\d{1,3}\saños)\b", re.IGNORECASE)
_SCORES = {
    "EMAIL": 0.99,
    "CREDIT_DEBIT_NUMBER": 0.99,
    "INTERNATIONAL_BANK_ACCOUNT_NUMBER": 0.99,
    "BANK_ACCOUNT_NUMBER": 0.93,
    "ADDRESS": 0.98,
    "DATE_TIME": 0.96,
    "AGE": 0.95,
    "PHONE": 0.97,
    "NAME": 0.95,
}


def find_pii(text: str, language: str) -> list[dict[str, Any]]:
    """Personal data in Comprehend's form, in the order of the text."""
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
        ("INTERNATIONAL_BANK_ACCOUNT_NUMBER", *m.span()) for m in _IBAN.finditer(text) if _mod97(m[0])
    )
    yield from (("CREDIT_DEBIT_NUMBER", *m.span()) for m in _CARD.finditer(text) if _luhn(m[0]))
    yield from (("BANK_ACCOUNT_NUMBER", *match.span("it")) for match in _ACCOUNT.finditer(text))
    yield from (("AGE", *match.span()) for match in _AGE.finditer(text))
    yield from (("AGE", *match.span("it")) for match in _AGED.finditer(text))
    yield from (("ADDRESS", *match.span()) for match in _STREET.finditer(text))
    yield from (("DATE_TIME", *span) for span in find_dates(text, language))
    yield from (("DATE_TIME", *match.span()) for match in _TIME.finditer(text))
    yield from (("PHONE", *m.span()) for m in _PHONE.finditer(text) if 9 <= sum(map(str.isdigit, m[0])) <= 15)
    yield from (("NAME", *span) for span in find_names(text, language))


def _luhn(number: str) -> bool:
    digits = [int(character) for character in number if character.isdigit()][::-1]
    return sum(digits[::2]) % 10 == -sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2]) % 10


def _mod97(account: str) -> bool:
    code = account.replace(" ", "")
    return int("".join(str(int(character, 36)) for character in code[4:] + code[:4])) % 97 == 1
