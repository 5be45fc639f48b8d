"""Named entities by rules: dates, places, quantities, order numbers, and people who introduce themselves.

Organisations and products are not guessed: without a model that would be noise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from local.standins.date_words import WORDS
from local.standins.dates import Span, bounded, find_dates, number
from local.standins.places import find_places

_SCORES = {"DATE": 0.95, "QUANTITY": 0.92, "OTHER": 0.86, "LOCATION": 0.93, "PERSON": 0.9}
_MONEY = (
    r"[€$£¥₹]\s?\d[\d.,\u202f\xa0]*\d|[€$£¥₹]\s?\d"
    r"|\d[\d.,\u202f\xa0]*\s?(?:€|\$|£|¥|₹|%|EUR\b|USD\b|GBP\b|CHF\b|euros?\b|dollars?\b|dólares\b|reais\b|Euro\b"
    r"|元|円|원|रुपये|ريال|kg\b|km\b|cm\b|mm\b|ml\b|GB\b)"
)
# Codes with a figure and a hyphen (4471-B, 2026-1188), and longer numbers after a word for order or number.
_CODE = re.compile(r"(?<![\w-])(?=[A-Z0-9-]*\d)[A-Z0-9]{2,}(?:-[A-Z0-9]+)+(?![\w-])")
_AFTER_WORD = re.compile(
    r"(?:\border|\bcommande|\bbestellung|\bpedido|\bordine|\bencomenda|\bfatura|\bn[uú]mero|\bnuméro|\bnummer|\bn[°º]"
    r"|\bno\.|#|رقم|订单号?|訂單號?|注文番号|주문(?:\s?번호)?|ऑर्डर)\s*(?:is|est|ist|es|è|no\.?|n[°º]|[:：#])?\s*"
    r"(?P<code>[A-Z]{0,4}\d{3,}[A-Z0-9]*)(?![\w-])",
    re.IGNORECASE,
)
_NAME = r"(?P<name>[^\W\d_][\w'’-]*(?:\s[^\W\d_a-zà-ÿ][\w'’-]*){0,2})"
_INTRODUCTIONS = {
    "en": rf"\b(?i:my name is|this is)\s(?=[A-Z]){_NAME}",
    "fr": rf"\b(?i:je m['’]appelle|mon nom est)\s{_NAME}",
    "es": rf"\b(?i:me llamo|mi nombre es)\s{_NAME}",
    "de": rf"\b(?i:mein name ist|ich heiße)\s{_NAME}",
    "it": rf"\b(?i:mi chiamo|il mio nome è)\s{_NAME}",
    "pt": rf"\b(?i:meu nome é|chamo-me|me chamo)\s{_NAME}",
    "ja": r"(?:私は)?(?P<name>[一-龠ぁ-んァ-ヶー]{2,8})と申します",
    "zh": r"(?:我叫|我的名字是)(?P<name>[一-龠]{2,4})(?=[，。,.！\s]|$)",
}


def find_entities(text: str, language: str) -> list[dict[str, Any]]:
    """Entities in Comprehend's form, in the order of the text; of overlapping ones the first rule's stays."""
    taken: list[tuple[Span, str]] = []
    for kind, (start, end) in _candidates(text, language):
        if all(end <= other_start or start >= other_end for (other_start, other_end), _ in taken):
            taken.append(((start, end), kind))
    return [
        {
            "Score": _SCORES[kind],
            "Type": kind,
            "Text": text[start:end],
            "BeginOffset": start,
            "EndOffset": end,
        }
        for (start, end), kind in sorted(taken)
    ]


def find_names(text: str, language: str) -> Iterator[Span]:
    """Spans of names that introduce themselves ("my name is …")."""
    if language in _INTRODUCTIONS:
        for match in re.finditer(_INTRODUCTIONS[language], text):
            yield match.span("name")


def _candidates(text: str, language: str) -> Iterator[tuple[str, Span]]:
    base = language.partition("-")[0]
    yield from (("DATE", span) for span in find_dates(text, language))
    yield from (("OTHER", match.span()) for match in _CODE.finditer(text))
    yield from (("OTHER", match.span("code")) for match in _AFTER_WORD.finditer(text))
    yield from (("QUANTITY", match.span()) for match in _quantity(base).finditer(text))
    yield from (("PERSON", span) for span in find_names(text, base))
    yield from (("LOCATION", span) for span in find_places(text, language))


@lru_cache
def _quantity(language: str) -> re.Pattern[str]:
    words = WORDS[language]
    units = "|".join(f"{words.durations} {words.units}".split())
    gap = r"\s?" if language in {"ja", "ko", "zh"} else r"\s"
    return re.compile(_MONEY + "|" + bounded(rf"{number(words)}{gap}(?:{units})", language), re.IGNORECASE)
