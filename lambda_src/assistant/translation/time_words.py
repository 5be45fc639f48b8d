"""Years of other calendars, and units of time: 48 h and two days, or 90 minutes and 1h30, are the same."""

from collections.abc import Iterator
from typing import Final

from assistant.text.formats import compiled

_ERAS: Final = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}
"""The Gregorian year before each era's first."""
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


BUDDHIST: Final = 543
_MINGUO: Final = 1911
"""Years that the Buddhist calendar is ahead of ours, and the Minguo calendar behind it."""

_WORDS: Final = {
    1: (
        r"mins?|minut[aeio]?|minut[eo]s|minut(?:en|er|ter|y|ów)|minuut(?:it|in|tia)?|minuutti\w{0,3}|минут\w{0,2}|"
        r"хвилин\w{0,2}|perc\w{0,3}|dakika\w{0,4}|phút|menit|λεπτ\w{1,2}|דקות|דקה|دقيقة|دقائق|دقیقه",
        "分钟|分鐘|分間|นาที|मिनट",
    ),
    60: (
        r"h|hrs?|hours?|heures?|stunden?|std|horas?|or[ae]|uur|uren|timmar|timme|timer|tun(?:ti|tia|nin|nissa)|"
        r"час(?:а|ов|у)?|годин\w{0,2}|godzin\w{0,2}|hodin\w{0,2}|ór[aá]\w{0,3}|saat\w{0,4}|giờ|jam|ώρ\w{1,2}|"
        r"שעות|שעה|ساعة|ساعات|ساعت",
        "小时|小時|時間|시간|ชั่วโมง|घंट",
    ),
    1440: (
        r"days?|jours?|tage?[ns]?|d[ií]as?|giorn[oi]|dag(?:en|ar|e)?|päiv\w{1,4}|день|дн(?:я|ей|і|ів)|сутки|суток|"
        r"dni|dnia|dzień|dnů|nap\w{0,3}|gün\w{0,4}|ngày|hari|η?μέρ\w{1,2}|יום|יומיים|ימים|يوم\w{0,2}|أيام|روز",
        "天|日間|하루|이틀|วัน|दिन",
    ),
    10_080: (
        r"weeks?|semaines?|wochen?|semanas?|settiman[ae]|weken|veck(?:a|or)|uger?|uker?|viikk?o\w{0,3}|недел\w{1,2}|"
        r"тиж\w{2,4}|tydzień|tygodni\w{0,2}|týd\w{1,4}|hét|hetet|hafta\w{0,4}|tuần|minggu|εβδομάδ\w{1,3}|שבוע\w{0,3}|"
        r"أسبوع\w{0,3}|أسابيع|هفته",
        "周|週間|星期|주일|สัปดาห์|हफ़्त|सप्ताह",
    ),
    43_200: (
        r"months?|mois|monat(?:e[ns]?)?|meses|mês|mes[ei]|maand(?:en)?|månad(?:er)?|måned(?:er)?|kuukau\w{1,5}|"
        r"месяц\w{0,2}|місяц\w{0,2}|miesi[ąę]c\w{0,2}|měsíc\w{0,2}|hónap\w{0,3}|tháng|bulan|μήν\w{1,2}|חודש\w{0,3}|"
        r"شهر\w{0,2}|أشهر|ماه",
        "个月|個月|ヶ月|か月|개월|เดือน|महीन",
    ),
    518_400: (
        r"years?|un an|ans|années?|jahre?[ns]?|años?|anos?|ann[oi]|jaar|år|vuo(?:si|tta|den)|год\w{0,2}|лет|"
        r"рік|років|rok|lata?|év\w{0,3}|yıl\w{0,4}|năm|tahun|χρόν\w{1,3}|שנה|שנתיים|سنة|سنوات|سال",
        "ปี|साल",
    ),
}
"""By a unit's minutes (months of 30 days), its words: such as stand alone, and such as stand in a row."""

_ALONE: Final = "|".join(rf"(?P<u{size}>{alone})" for size, (alone, _) in _WORDS.items())
_ROW: Final = "|".join(rf"(?P<r{size}>{row})" for size, (_, row) in _WORDS.items())
_UNIT: Final = rf"(?i)(?:(?<![^\W\d_])(?:{_ALONE})(?![^\W_])|{_ROW})"
_AFTER: Final = rf"(?i)[ -]?(?:(?:{_ALONE})(?![^\W_])|{_ROW})"
_MOST: Final = 12
"""The largest number of a unit that is still written as a word: one day, twelve months."""


def our_year(year: int) -> int:
    """Return a Gregorian year: 2569 of the Thai calendar and 115 of the Minguo calendar are 2026."""
    if year // 100 in (24, 25, 26):
        return year - BUDDHIST
    return year + _MINGUO if 100 <= year < 120 else year


def with_our_years(text: str) -> str:
    """Return a text with the years of East Asian eras as Gregorian ones: 令和8年 is 2026年."""
    return compiled(_ERA).sub(lambda match: str(_ERAS[match[1]] + int(match[2])), text)


def without_hijri(text: str) -> tuple[str, bool]:
    """Return a text without the days and years of the Hijri calendars, and whether there were any."""
    rest, number = compiled(_OTHER_CALENDAR).subn("|", text)
    return rest, number > 0


def unit_after(text: str, index: int) -> int:
    """Return the minutes of the unit of time after a number, or 0."""
    found = compiled(_AFTER).match(text, index)
    return int(found.lastgroup[1:]) if found and found.lastgroup else 0


def units_without_digits(text: str) -> Iterator[int]:
    """Yield the minutes of each unit without a digit before it: its number may be a word."""
    for found in compiled(_UNIT).finditer(text):
        before = text[max(0, found.start() - 2) : found.start()].rstrip(" -")
        if found.lastgroup and not before[-1:].isdigit():
            yield int(found.lastgroup[1:])


def fits_larger_unit(minutes: int, unit: int, units: set[int]) -> bool:
    """Tell whether a span of time may be written in words with one of `units` that is larger than its own."""
    return any(one > unit and minutes % one == 0 and minutes // one <= _MOST for one in units)
