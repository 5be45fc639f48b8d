"""Dates in a text: own rules propose, dateparser confirms what holds figures."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import lru_cache

import dateparser
from babel import Locale

from local.standins.date_words import WORDS, TimeWords

Span = tuple[int, int]

_UNSPACED = frozenset({"ja", "ko", "zh"})
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?"
    r"|\d{1,2}月\d{1,2}日|\d{4}년 ?\d{1,2}월(?: ?\d{1,2}일)?|\d{1,2}월 ?\d{1,2}일)(?![\d/-])"
)
_lock = threading.Lock()


def find_dates(text: str, language: str) -> Iterator[Span]:
    """Spans of dates, weekdays and relative times; longer readings come first and may overlap later ones."""
    base = language.partition("-")[0]
    for pattern in (_NUMERIC, _calendar(base)):
        for match in pattern.finditer(text):
            if _is_date(match[0], language):
                yield match.span()
    for match in _relative(base).finditer(text):
        yield match.span("span") if match["span"] else match.span("month")


def number(words: TimeWords) -> str:
    """A pattern for a small number in figures or words."""
    return rf"(?:\d{{1,3}}|{_any(words.numbers)})" if words.numbers else r"\d{1,3}"


def bounded(pattern: str, language: str) -> str:
    r"""The pattern as a whole word, in scripts that separate words (Hindi's vowel signs are not in \w)."""
    return pattern if language in _UNSPACED else rf"(?<![\w-])(?:{pattern})(?![\w\u0900-\u097f-])"


def _any(words: str) -> str:
    return "(?:" + "|".join(word.replace("_", r"\s+") for word in words.split()) + ")"


@lru_cache
def _names(language: str) -> tuple[str, str]:
    """Alternatives for the month and weekday names in the language, longest first."""
    locale = Locale.parse(language)
    months = {
        name for context in ("format", "stand-alone") for name in locale.months[context]["wide"].values()
    }
    days = {name for context in ("format", "stand-alone") for name in locale.days[context]["wide"].values()}
    return tuple(
        "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) for names in (months, days)
    )  # type: ignore[return-value]


@lru_cache
def _calendar(language: str) -> re.Pattern[str]:
    """A day with its month, or a month with its year."""
    month = rf"(?:{_names(language)[0]})"
    day, year = r"\d{1,2}(?:er|st|nd|rd|th|\.|º)?", r"(?:,?\s(?:de\s|del\s)?\d{4})"
    forms = (rf"{day}\s(?:de\s|of\s)?{month}{year}?", rf"{month}\s{day}{year}?(?!\d)", rf"{month}{year}")
    return re.compile(bounded("|".join(forms), language), re.IGNORECASE)


@lru_cache
def _relative(language: str) -> re.Pattern[str]:
    words, (month, day) = WORDS[language], _names(language)
    ago = words.ago.replace("{n}", f"{number(words)}_{_any(words.durations)}")
    gap = r"\s*" if language in _UNSPACED else r"\s+"
    ago = ago.replace("_", gap).replace(" ", gap)
    forms = f"{ago}|{_any(words.relative)}|{day}" if ago else f"{_any(words.relative)}|{day}"
    pattern = bounded(f"(?P<span>{forms})", language)
    if words.before_month:  # "May" and "March" alone are words like others
        pattern += "|" + bounded(rf"{_any(words.before_month)}\s(?P<month>{month})", language)
    else:
        pattern += r"|(?P<month>(?!))"
    return re.compile(pattern, re.IGNORECASE)


def _is_date(candidate: str, language: str) -> bool:
    code = "zh-Hant" if language == "zh-TW" else language
    with _lock:  # dateparser's caches are not made for threads
        return dateparser.parse(candidate, languages=[code]) is not None
