"""Countries and large cities in a text, by the names that Babel (CLDR) has for them in its language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale
from babel.core import get_global

Span = tuple[int, int]

_AREAS = frozenset({"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"})
# Names that are everyday words more often than places.
_EVERYDAY = (
    "Chad Jersey Jordan Easter Wake Midway Center Resolute Regina Knox Nome Phoenix Mahe Niue Eucla "
    "Maurice Nancy Salta Lima Reunion Cocos Bahia مالي عدن غزة"
)
_WORDS = frozenset(_EVERYDAY.split())
# Two syllables name few things unmistakably in Korean ("이란" is Iran and "called").
_SHORT = "한국 일본 중국 미국 영국 독일 호주 인도 태국 홍콩 대만 서울 도쿄 파리 런던 로마"
_KOREAN_SHORT = frozenset(_SHORT.split())


def find_places(text: str, language: str) -> Iterator[Span]:
    """Spans of place names that stand as words of their own, longest names first."""
    for name in _names(language):
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if _stands_alone(text, start, end, language):
                yield start, end
            start = text.find(name, end)


@lru_cache
def _names(language: str) -> tuple[str, ...]:
    locale = Locale.parse("zh_Hant" if language == "zh-TW" else language)
    territories = {name for code, name in locale.territories.items() if len(code) == 2 and code.isalpha()}
    cities = {
        locale.time_zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        for zone in get_global("zone_territories")
        if zone.partition("/")[0] in _AREAS
    }
    least = {"ja": 2, "ko": 2, "zh": 2, "zh-TW": 2, "ar": 3}.get(language, 4)
    names = {name for name in territories | cities if len(name) >= least and name not in _WORDS}
    if language == "ko":
        names = {name for name in names if len(name) > 2 or name in _KOREAN_SHORT}
    return tuple(sorted(names, key=len, reverse=True))


def _stands_alone(text: str, start: int, end: int, language: str) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if language in {"zh", "zh-TW"}:
        return True
    if language == "ja":  # a katakana name must not be the beginning of another katakana word
        katakana = re.compile("[\u30a1-\u30ff]")
        return not (katakana.match(text[start]) and (katakana.match(before) or katakana.match(after)))
    if language == "ko":  # particles follow without a space
        return not _is_letter(before)
    return not _is_letter(before) and not _is_letter(after)


def _is_letter(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "LM"
