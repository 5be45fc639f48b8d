from __future__ import annotations

import pytest

from local.standins.date_words import WORDS
from local.standins.dates import bounded, find_dates, number

FOUND = [
    ("en", "It came on Monday, 12 October 2026", {"Monday", "12 October 2026"}),
    ("en", "Ordered two weeks ago, needed this week", {"two weeks ago", "this week"}),
    ("en", "In March I ordered", {"March"}),
    ("fr", "le 3 mars 2026 et il y a dix jours", {"3 mars 2026", "il y a dix jours"}),
    ("fr", "le 12/10/2026, depuis hier", {"12/10/2026", "hier"}),
    ("es", "hace tres días, el lunes", {"hace tres días", "lunes"}),
    ("de", "seit sechs Tagen, am 12. Oktober", {"seit sechs Tagen", "12. Oktober"}),
    ("it", "due settimane fa", {"due settimane fa"}),
    ("pt", "há cinco dias, em outubro", {"há cinco dias", "outubro"}),
    ("ar", "يوم الاثنين", {"الاثنين"}),
    ("hi", "3 दिन पहले", {"3 दिन पहले"}),
    ("ja", "2026年3月5日に、三日前と先週", {"2026年3月5日", "三日前", "先週"}),
    ("ko", "어제, 3일 전", {"어제", "3일 전"}),
    ("zh", "昨天和三天前", {"昨天", "三天前"}),
    ("zh-TW", "2026年3月5日", {"2026年3月5日"}),
]
NOT_FOUND = [
    ("fr", "Je viens avec lui, mit der Zeit"),
    ("de", "Ich gehe mit dir"),
    ("en", "I may march on, number 2026-1188"),
    ("fr", "le 31/02/2026"),
    ("en", "version 1.2.3.4 and 100/200"),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_dates_are_found(language: str, text: str, expected: set[str]) -> None:
    assert {text[start:end] for start, end in find_dates(text, language)} == expected


@pytest.mark.parametrize(("language", "text"), NOT_FOUND)
def test_everyday_words_and_impossible_days_are_not_dates(language: str, text: str) -> None:
    assert not list(find_dates(text, language))


def test_numbers_and_boundaries_are_patterns() -> None:
    assert "ten" in number(WORDS["en"])
    assert bounded("日", "ja") == "日"
    assert bounded("day", "en") != "day"
