"""Personal data that has a form: e-mail addresses, phone and card numbers, self-introductions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from local.standins.entities import find_names

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+(?![\w-])")
_CARD = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])")
_PHONE = re.compile(
    r"(?<![\w+-])(?:\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,6}|\(?\d{2,4}\)?(?:[ .-]\d{2,4}){2,4})(?![\w-])"
)
_SCORES = {"EMAIL": 0.99, "CREDIT_DEBIT_NUMBER": 0.99, "PHONE": 0.97, "NAME": 0.95}


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
    yield from (("CREDIT_DEBIT_NUMBER", *m.span()) for m in _CARD.finditer(text) if _luhn(m[0]))
    yield from (("PHONE", *m.span()) for m in _PHONE.finditer(text) if 9 <= sum(map(str.isdigit, m[0])) <= 15)
    yield from (("NAME", *span) for span in find_names(text, language))


def _luhn(number: str) -> bool:
    digits = [int(character) for character in number if character.isdigit()][::-1]
    return sum(digits[::2]) % 10 == -sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2]) % 10
