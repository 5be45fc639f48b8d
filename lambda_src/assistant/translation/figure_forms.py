"""Dates, times and numbers of a text, found and brought into one form for all languages.

What is compared is what a reader would write down: 1.250,00 and 1,250.00 are one number, 12/11/2026 and
"12 novembre 2026" one date, 2:30 pm and 14h30 one time. Numbers of one digit are left out, as languages spell
them out, unless they are an amount.
"""

import re
from collections.abc import Iterable
from typing import Final

from assistant.text.formats import (
    CURRENCY_ABBREVIATIONS,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    compiled,
)

from . import number_words, time_words
from .figures import Code, Date, Day, Duration, Figure, Figures, Time

_TIME: Final = r"(?i)(?<![a-z0-9_.,:/])(\d{1,2})(?::| ?[hч] ?|u)([0-5]\d)(?::[0-5]\d)?(?!\d)(?: ?[ap]\.?m\b)?"
_HOUR: Final = (
    r"(?i)(?<![\d.,:/])(\d{1,2})(?: ?[ap]\.?m\b| ?"
    r"(?:[時时点點](?![間间])|시(?!간))(?: ?(\d{1,2}) ?[分분]|(半))?)"
)
_DATES: Final = (
    r"(?<!\d)(?P<y>1[01]\d)(?P<s>[/.]) ?(?P<a>\d{1,2})(?P=s) ?(?P<b>\d{1,2})(?!\d)",  # Minguo
    r"(?<!\d)(?P<y>\d{4})(?P<s>[-/.]) ?(?P<a>\d{1,2})(?P=s) ?(?P<b>\d{1,2})(?!\d)",
    r"(?<!\d)(?P<a>\d{1,2})(?P<s>[-/.]) ?(?P<b>\d{1,2})(?P=s) ?(?P<y>\d{4}|\d\d)(?!\d)(?!(?P=s)\d)",
    r"(?<!\d)(?P<y>\d{4}) ?[年년] ?(?P<a>\d{1,2}) ?[月월] ?(?P<b>\d{1,2}) ?[日号號일]",
)
_DAYS: Final = (
    r"(?<![\d.,/])(?<!\d-)(?:(\d{1,2})[/-](\d{1,2})(?![\d/-])|(\d{1,2})\. ?(\d{1,2})\.(?! ?\d)|"
    r"(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일])"
)
_YEAR_MONTH: Final = r"(?<![\d/-])((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?![\d/-])"
_MONTH: Final = r"(?i)(?<!\d)(\d{1,2}) ?[月월]|\btháng (\d{1,2})(?!\d)"
_GROUPS: Final = r"(?<![\d.,])\d+(?:[-/]\d+)+(?![.,]?\d)"
_NUMBER: Final = r"(?<!\d)(?:\d\d(?: \d\d){3,}(?! ?\d)|\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,']\d+)*)"

_MONEY: Final = (
    # The end of another word is none: "toujours 2", "facteur 2".
    rf"(?:[{CURRENCY_SIGNS}%]|(?<![a-zà-ɏа-ѿ])(?:(?:{CURRENCY_CODES}|{CURRENCY_ABBREVIATIONS})(?!\w)|{CURRENCY_WORDS}))"
)
_BEFORE: Final = rf"(?i){_MONEY} ?$"
_AFTER: Final = rf"(?i) ?{_MONEY}"


def figures(text: str, *, day_first: bool | None = None) -> Figures:
    """Return the figures of a text that `ascii_digits` has prepared; codes must have been taken out.

    `day_first` is whether its language writes 3/4/2026 for the third of April; None if that is not known.
    """
    text = time_words.with_our_years(text)
    joined = re.sub(r"(?<=\d)[ .,'/-](?=\d)", "", text)
    found = Figures(digits=f"{text}|{joined}")
    found.groups.update(_numbers(re.findall(r"\d+", text)))
    found.spelled.update(time_words.units_without_digits(text))
    text, found.other_calendar = time_words.without_hijri(text)
    text = number_words.join_myriads(text)
    text = compiled(_TIME).sub(lambda match: _time(match, found), text)
    text = compiled(_HOUR).sub(lambda match: _time(match, found), text)
    for pattern in _DATES:
        text = compiled(pattern).sub(lambda match: _date(match, found, day_first), text)
    text = compiled(_YEAR_MONTH).sub(lambda match: _month(match, found), text)
    text = compiled(_DAYS).sub(lambda match: _day(match, found), text)
    found.loose.update(_numbers(re.findall(r"\d+", text)))
    text = compiled(_MONTH).sub("|", text)
    text = compiled(_GROUPS).sub(lambda match: _group(match, found), text)
    for match in compiled(_NUMBER).finditer(text):
        _number(match, text, found)
    return found


def _numbers(groups: Iterable[str]) -> set[int]:
    return {int(group) for group in groups if len(group) <= 15}


def _take(found: Figures, item: Figure) -> str:
    found.items.append(item)
    return "|"


def _time(match: re.Match[str], found: Figures) -> str:
    hour, *rest = match.groups()
    minute = 30 if rest[-1] == "半" else int(rest[0] or 0)
    if int(hour) > 24 or minute > 59:
        return match[0]
    moment = int(hour) % 12, minute
    found.times.add(moment)
    return _take(found, Time(f"{moment[0]}:{minute:02}", moment, said=match[0]))


def _date(match: re.Match[str], found: Figures, day_first: bool | None) -> str:
    year, first, second = time_words.our_year(int(match["y"])), int(match["a"]), int(match["b"])
    days = sorted((first, second))
    if not (1 <= days[0] <= 12 and days[1] <= 31):
        return match[0]
    found.years.add(year % 100)
    found.days.add(tuple(days))
    # A year in front is followed by the month; otherwise the language has to say which is which.
    month = first if match.start("y") < match.start("a") else second if day_first else None
    exact = (month, first + second - month) if month and month <= 12 else None
    if exact:
        found.exact_days.add(exact)
    key = f"{year % 100:02}-{days[0]:02}-{days[1]:02}"
    return _take(found, Date(key, (year, *days), said=match[0], exact=exact))


def _month(match: re.Match[str], found: Figures) -> str:
    found.days.add((int(match[1]),))
    return _take(found, Day(match[0], (int(match[1]),), said=match[0]))


def _day(match: re.Match[str], found: Figures) -> str:
    days = tuple(sorted(int(group) for group in re.findall(r"\d+", match[0])))
    if not (1 <= days[0] <= 12 and days[-1] <= 31):
        return match[0]
    found.days.add(days)
    return _take(found, Day("-".join(map(str, days)), days, said=match[0]))


def _group(match: re.Match[str], found: Figures) -> str:
    groups = match[0].replace("/", "-").split("-")
    found.values.add("-".join(groups))
    parts = tuple(int(group[:15]) for group in groups)
    if len(groups) == 2 and parts[0] < parts[1] < 1000:
        return " - ".join(groups)  # a range: two numbers
    return _take(found, Code("-".join(groups), parts, said=match[0]))


def _number(match: re.Match[str], text: str, found: Figures) -> None:
    key = number_words.plain_value(match[0])
    parts = tuple(int(group[:15]) for group in re.findall(r"\d+", match[0]))
    plain = re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", key)
    times, end = number_words.multiplier_after(text, match.end())
    also = f"{float(key) * times:.0f}" if plain and times > 1 else key
    found.values.update((key, also))
    unit = time_words.unit_after(text, match.end()) if plain else 0
    minutes = round(float(key) * unit) if unit else 0
    found.durations.update((minutes,) if unit else ())
    before = text[max(0, match.start() - 8) : match.start()]
    amount = bool(compiled(_AFTER).match(text, end) or compiled(_BEFORE).search(before))
    if sum(map(str.isdigit, match[0])) < 2 and not amount:
        if unit:
            found.short.append(Duration(key, parts, also, match[0], minutes=minutes, unit=unit))
        return
    if unit:
        _take(found, Duration(key, parts, also, match[0], minutes=minutes, unit=unit))
    else:
        _take(found, Figure(key, parts, also, match[0], amount))
