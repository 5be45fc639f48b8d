"""Dates, times and numbers of a text, found and brought into one form for all languages.

What is compared is what a reader would write down: 1.250,00 and 1,250.00 are one number, 12/11/2026 and
"12 novembre 2026" one date, 2:30 pm and 14h30 one time. Numbers of one digit are left out, as languages spell
them out, unless they are an amount.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from assistant.text.regex import compiled

from . import calendars, durations, magnitudes
from .figures import Code, Date, Day, Duration, Figure, Figures, Time

_MARKS: Final = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("’ʼ٬", "'"),
        **dict.fromkeys("ºª°№", " "),
        "٫": ".",
        "٪": "%",
    }
)
_KEYCAP: Final = "\ufe0f\u20e3"
"""What makes an emoji of a digit."""

_WIDE_COMMA: Final = "(?<![０-９])，|，(?![０-９])"
"""Between two sentences; between two digits of its own width it divides thousands."""

_SIZES: Final = r"(?<=\d)[x×](?=\d)"

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
    r"(?:[€$£¥₹₽₺₩฿₫₴₪₦%]|(?:eur|usd|gbp|chf|jpy|cny|inr|rub|try|krw|thb|vnd|idr|pln|czk|huf|ron|sek|nok|dkk|brl|"
    r"cad|aud|kr|kč|lei|lir[ae]|zł|ft|лв)(?!\w)|eur|dollar|pound|dólar|руб|грн|ευρώ|евро|євро|ユーロ|円|欧元|歐元|"
    r"元|유로|원|يورو|یورو|אירו|यूरो|ยูโร|บาท|đồng)"
)
_BEFORE: Final = rf"(?i){_MONEY} ?$"
_AFTER: Final = rf"(?i) ?{_MONEY}"


def ascii_digits(text: str) -> str:
    """Return the text in one kind of digits, spaces, hyphens and apostrophes, nothing invisible in it."""
    # Fractions and powers: ½ is a word as often as not, and 3½ would read as 31.
    plain = ("" if unicodedata.category(char) == "No" else char for char in text.translate(_MARKS))
    marked = (char for char in plain if char not in _KEYCAP)
    visible = "".join(char for char in marked if unicodedata.category(char) != "Cf")
    visible = compiled(_WIDE_COMMA).sub(", ", visible)
    folded = unicodedata.normalize("NFKC", visible)
    digits = (str(unicodedata.decimal(char)) if char.isdecimal() else char for char in folded)
    return compiled(_SIZES).sub(" ", "".join(digits).translate(_MARKS))


def figures(text: str, *, day_first: bool | None = None) -> Figures:
    """Return the figures of a text that `ascii_digits` has prepared; codes must have been taken out.

    `day_first` is whether its language writes 3/4/2026 for the third of April; None if that is not known.
    """
    text = calendars.with_our_years(text)
    joined = re.sub(r"(?<=\d)[ .,'/-](?=\d)", "", text)
    found = Figures(digits=f"{text}|{joined}")
    found.groups.update(_numbers(re.findall(r"\d+", text)))
    found.spelled.update(durations.spelled(text))
    text, found.other_calendar = calendars.without_hijri(text)
    text = magnitudes.joined(text)
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
    year, first, second = calendars.our_year(int(match["y"])), int(match["a"]), int(match["b"])
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
    key = magnitudes.value(match[0])
    parts = tuple(int(group[:15]) for group in re.findall(r"\d+", match[0]))
    plain = re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", key)
    times, end = magnitudes.after(text, match.end())
    also = f"{float(key) * times:.0f}" if plain and times > 1 else key
    found.values.update((key, also))
    unit = durations.unit_after(text, match.end()) if plain else 0
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
