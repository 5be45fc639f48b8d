"""Entities by rules: dates, amounts, order numbers, places, people who introduce themselves, personal data.

Organisations and products are not guessed: without a model that would be noise.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale
from babel.core import get_global

from local.standins.comprehend.personal import ADDRESS, EMAIL, INTRODUCTION, PHONE
from local.standins.comprehend.sentiment import UNSPACED

_SCORE = 0.95
_DAY, _MONTH = r"(?:3[01]|[12]\d|0?[1-9])", r"(?:1[0-2]|0?[1-9])"
_NUMERIC_DATE = (
    rf"(?<![\d.,/-])(?:\d{{4}}-{_MONTH}-{_DAY}|(?:{_DAY}([./-]){_MONTH}|{_MONTH}([./-]){_DAY})(?:\1|\2)"
    r"(?:\d{4}|\d\d)|\d{4}[年년] ?(?:\d\d?[月월](?: ?\d\d?[日일])?)?|\d\d?[月월] ?\d\d?[日일])(?![\d/-])"
)
_MONEY = re.compile(
    r"[€$£¥₹]\s?\d(?:[\d.,\u202f\xa0]*\d)?|\d[\d.,\u202f\xa0]*\s?"
    r"(?:€|\$|£|¥|₹|%|(?:EUR|USD|GBP|CHF|euros?|dollars?|kg|km|cm|mm|ml|GB)\b|元|円|원|रुपये|ريال)",
    re.IGNORECASE,
)
# Codes with a figure and a hyphen (4471-B, 2026-1188), and longer numbers after a word for order or number.
_CODE = re.compile(
    r"(?<![\w-])(?=[A-Z0-9-]*\d)(?P<code>[A-Z0-9]{2,}(?:-[A-Z0-9]+)+)(?![\w-])"
    r"|(?i:\border|\bcommande|\bbestellung|\bpedido|\bordine|\bencomenda|\bfatura|\bn[uú]m[eé]ro|\bnummer|\bn[°º]"
    r"|\bno\.|#|رقم|订单号?|訂單號?|注文番号|주문(?:\s?번호)?|ऑर्डर)\s*(?:is|est|ist|es|è|no\.?|n[°º]|[:：#])?\s*"
    r"(?P<number>(?i:[A-Z]{0,4}\d{3,}[A-Z0-9]*))(?![\w-])"
)
_AREAS = frozenset({"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"})
# Names that are everyday words more often than places.
_EVERYDAY = (
    "Chad Jersey Jordan Easter Wake Midway Center Resolute Regina Knox Nome Phoenix Mahe Niue Eucla "
    "Maurice Nancy Salta Lima Reunion Cocos Bahia مالي عدن غزة"
)
_NO_PLACES = frozenset(_EVERYDAY.split())
# Other names of two syllables are words in Korean ("이란" is Iran and "called").
_KOREAN = "한국 일본 중국 미국 영국 독일 호주 인도 태국 홍콩 대만 서울 도쿄 파리 런던 로마"
_SHORT_KOREAN_PLACES = frozenset(_KOREAN.split())


def find_entities(text: str, language: str) -> list[dict[str, Any]]:
    """Return entities in Comprehend's form, in the order of the text; of overlapping ones the first kind."""
    patterns = {
        "DATE": _dates(language.partition("-")[0]),
        "OTHER": _CODE,
        "QUANTITY": _MONEY,
        "PERSON": INTRODUCTION,
        "LOCATION": _places(language),
    }
    found = _find(text, patterns)
    return [one | {"Text": text[one["BeginOffset"] : one["EndOffset"]]} for one in found]


def find_personal(text: str, language: str) -> list[dict[str, Any]]:
    """Return personal data that has a form, as `find_entities` does."""
    patterns = {
        "EMAIL": EMAIL,
        "ADDRESS": ADDRESS,
        "DATE_TIME": _dates(language),
        "PHONE": PHONE,
        "NAME": INTRODUCTION,
    }
    return _find(text, patterns)


def _find(text: str, patterns: Mapping[str, re.Pattern[str]]) -> list[dict[str, Any]]:
    taken: list[tuple[int, int, str]] = []
    for kind, pattern in patterns.items():
        for match in pattern.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            if all(end <= other_start or start >= other_end for other_start, other_end, _ in taken):
                taken.append((start, end, kind))
    return [
        {"Score": _SCORE, "Type": kind, "BeginOffset": start, "EndOffset": end}
        for start, end, kind in sorted(taken)
    ]


@cache
def _dates(language: str) -> re.Pattern[str]:
    """Return the pattern of dates in figures, of days with a month, and of weekdays (CLDR)."""
    month, weekday = (_calendar_names(language, part) for part in ("months", "days"))
    day, year = r"\d{1,2}(?:er|st|nd|rd|th|\.|º)?", r"(?:,?\s(?:de\s|del\s)?\d{4})"
    words = rf"{day}\s(?:de\s|of\s)?{month}{year}?|{month}\s{day}{year}?(?!\d)|{month}{year}|{weekday}"
    if language not in UNSPACED:  # \w lacks Hindi's vowel signs
        words = rf"(?<![\w-])(?:{words})(?![\w\u0900-\u097f-])"
    return re.compile(f"{_NUMERIC_DATE}|{words}", re.IGNORECASE)


def _calendar_names(language: str, part: str) -> str:
    contexts = getattr(Locale.parse(language), part)
    names = {name for context in ("format", "stand-alone") for name in contexts[context]["wide"].values()}
    return _longest_first(names)


@cache
def _places(language: str) -> re.Pattern[str]:
    """Return the pattern of countries and large cities, by their names in the language (CLDR)."""
    locale = Locale.parse("zh_Hant" if language == "zh-TW" else language)
    names = {name for code, name in locale.territories.items() if len(code) == 2 and code.isalpha()}
    names |= {
        locale.time_zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        for zone in get_global("zone_territories")
        if zone.partition("/")[0] in _AREAS
    }
    least = {"ja": 2, "ko": 3, "zh": 2, "zh-TW": 2, "ar": 3}.get(language, 4)
    names = {name for name in names if len(name) >= least} - _NO_PLACES
    if language == "ko":  # particles follow without a space
        return re.compile(rf"(?<!\w){_longest_first(names | _SHORT_KOREAN_PLACES)}")
    if language == "ja":  # a name in katakana must not be a part of another word
        katakana = "[\u30a1-\u30ff]"
        return re.compile(rf"(?<!{katakana}){_longest_first(names)}(?!{katakana})")
    found = _longest_first(names)
    return re.compile(found if language.startswith("zh") else rf"(?<!\w){found}(?![\w\u0900-\u097f])")


def _longest_first(names: set[str]) -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"
