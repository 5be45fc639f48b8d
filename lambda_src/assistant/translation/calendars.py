"""Years and days of other calendars than the Gregorian."""

from typing import Final

from assistant.text.regex import compiled

_ERAS: Final = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}
"""The year of ours before an era's first."""
_ERA: Final = rf"({'|'.join(_ERAS)}) ?(\d{{1,3}})(?= ?年)"
_HIJRI: Final = r"1[34]\d\d"
_MONTHS: Final = (
    "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|"
    "محرم|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة"
)
_OTHER_CALENDAR: Final = (
    rf"(?<!\d)(?:{_HIJRI}([/-])\d{{1,2}}\1\d{{1,2}}|\d{{1,2}}([/-])\d{{1,2}}(?:\2){_HIJRI})(?!\d)|"
    rf"(?<!\d)\d{{1,2}} (?:{_MONTHS})(?!\w)(?: ماه)?(?:،? (?:سال )?{_HIJRI}(?!\d))?|"
    rf"(?:سال|سنة|عام) {_HIJRI}(?!\d)|(?<!\d){_HIJRI} ?(?:هـ|ه\. ?ش|AH\b)"
)
"""Days and years of the solar and the lunar Hijri calendar: no other language repeats their figures."""


_BUDDHIST: Final = 543
_MINGUO: Final = 1911


def our_year(year: int) -> int:
    """Return a date's year in our calendar: 2569 of the Thai one and 115 of the Minguo one are 2026."""
    if year // 100 in (24, 25, 26):
        return year - _BUDDHIST
    return year + _MINGUO if 100 <= year < 120 else year


def with_our_years(text: str) -> str:
    """Return a text with the years of East Asian eras as ours: 令和8年 is 2026年."""
    return compiled(_ERA).sub(lambda match: str(_ERAS[match[1]] + int(match[2])), text)


def without_hijri(text: str) -> tuple[str, bool]:
    """Return a text without the days and years of the Hijri calendars, and whether there were any."""
    rest, number = compiled(_OTHER_CALENDAR).subn("|", text)
    return rest, number > 0
