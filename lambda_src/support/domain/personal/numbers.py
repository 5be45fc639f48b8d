"""Personal data in figures, by what the libraries of each kind know: cards, accounts, identity and phone numbers.

A text is read as `views.shape` leaves it: one blank, plain digits.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import islice
from typing import Any, Final

from support.domain import languages
from support.domain.regex import compiled
from support.domain.views import IN_WORD

Span = tuple[str, int, int]

_UNSPACED: Final = rf"(?!{IN_WORD})\w"
_GLYPH: Final = "\1"
"""Stands for a letter of a script without word bounds: a class of all of them is slow to compile, so that
it is in one pattern alone."""

_AMOUNT: Final = r"\d{1,3}(?:[ .,']\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_CURRENCY: Final = r"(?:R?[€$£¥₹₽₩₺₴₪฿₫]|(?:EUR|USD|GBP|CHF|JPY|CNY|INR|PLN|BRL|VND|IDR)\b)"
_NOT_PERSONAL: Final = (
    rf"{_CURRENCY}\s?(?:{_AMOUNT})(?!\d)|"
    rf"(?<![\d.,])(?<!\d\d\d )(?<!\d\d \d\d )(?:{_AMOUNT})\s?(?:{_CURRENCY}|(?i:euros?|dollars?|zł|kr|kč|ft|lei|грн|руб|лв|rb|tl|đ|元|円|원|บาท)\b)"
    r"|(?<!\d)(?<!\d[-/.])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2}))(?!\d|[-/.]\d)"
    r"|(?<!\d)\d{1,2}(?:[:hH]\d{2}){1,2}(?!\d)"
)

_RUN: Final = r"(?<![\w+])(?:\+|\(\+?)?\d+(?:[ .,_/#()*·-]{1,3}\d+){0,15}(?!\w)"
"""Figures in groups, whatever parts them."""

_ISSUED: Final = (
    r"4\d{15}(?:\d{3})?|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|220[0-4]\d{12}|3[47]\d{13}|3(?:0|6|8|9)\d{12}|"
    r"35\d{14}|6(?:011|4[4-9]\d|5\d\d|0\d\d)\d{12}|62\d{14,17}|(?:50[1-9]\d|5[678]\d\d|63\d\d|67\d\d)\d{10,15}|9792\d{12}"
)
"""First digits and lengths of payment cards (ISO/IEC 7812): Visa, Mastercard, Mir, Amex, Diners, JCB, Discover, RuPay,
UnionPay, Maestro, Troy."""

_FIRST_OF_CARD: Final = 4
_VALID_UNTIL: Final = r"(?:0[1-9]|1[0-2]) ?[/.|-]? ?(?:20)?[23]\d"
_CODE: Final = r"\d{3,4}"
_WITH_CARD: Final = 60
"""Characters after a card number in which its date of expiry and its code stand."""

_BESIDE: Final = 25
_MOST_WORDS_BESIDE: Final = 3
_OF_CODE: Final = r"(?i)cv[vc]|code|c[oó]d|crypto|chiffre|prüf|sicher|secur|segur|güvenlik"
"""Words for the code of a card, without which it stands alone beside the number or the date."""

_SHORT_CAPITALS: Final = r"\b[A-Z]{2} ?$"

_IBAN: Final = r"(?<![A-Za-z0-9])[A-Za-z]{2} ?\d\d(?:[ .-]?[A-Za-z0-9]){11,30}(?![A-Za-z0-9])"
_ID_FORM: Final = r"(?<![\w-])(?=[A-Za-z]{0,6}[ -]?\d)[A-Za-z0-9]+(?:[ ./+-][A-Za-z0-9]+){0,6}(?![\w])"
_LONGEST_ID: Final = 22

# The countries that a language's speakers mostly write from, those of most people first.
_REGIONS: Final = {
    "ar": "EG SA AE MA", "bn": "BD", "da": "DK", "de": "DE AT CH", "el": "GR CY", "en": "US GB AU IE IN CA",
    "es": "ES MX AR CO CL", "et": "EE", "fa": "IR", "fr": "FR BE CH", "fr-CA": "CA", "he": "IL", "hi": "IN", "it": "IT CH",
    "ja": "JP", "ko": "KR", "nl": "NL BE", "no": "NO", "pt": "BR PT", "ru": "RU KZ", "sv": "SE FI", "zh": "CN",
    "zh-TW": "TW HK", "cs": "CZ", "uk": "UA", "sl": "SI", "sr": "RS", "vi": "VN", "ms": "MY", "ur": "PK",
    "sq": "AL", "hy": "AM", "ka": "GE", "sw": "KE TZ", "af": "ZA", "ta": "IN", "te": "IN", "gu": "IN", "pa": "IN",
    "ca": "ES", "cy": "GB", "ga": "IE", "bs": "BA", "tl": "PH", "kk": "KZ", "am": "ET", "si": "LK",
}  # fmt: skip
"""Where there is none, the language's code is its country's: fi, hu, pl, tr, bg, hr, ro."""

# Identity and tax numbers of people with check digits, by country: modules of python-stdnum.
_IDS: Final = {
    "FR": "fr.nir fr.nif", "ES": "es.dni es.nie", "IT": "it.codicefiscale", "PT": "pt.nif pt.cc", "BR": "br.cpf",
    "DE": "de.idnr", "AT": "at.vnr", "CH": "ch.ssn", "NL": "nl.bsn", "BE": "be.nn", "PL": "pl.pesel",
    "SE": "se.personnummer", "DK": "dk.cpr", "NO": "no.fodselsnummer", "FI": "fi.hetu", "CZ": "cz.rc",
    "SK": "sk.rc", "RO": "ro.cnp", "TR": "tr.tckimlik", "GR": "gr.amka gr.vat", "RU": "ru.inn", "UA": "ua.rntrc",
    "BG": "bg.egn", "IL": "il.idnr", "IN": "in_.aadhaar in_.pan", "CN": "cn.ric", "KR": "kr.rrn", "TH": "th.pin",
    "ID": "id.nik", "US": "us.ssn", "GB": "gb.nhs", "CA": "ca.sin", "AU": "au.tfn", "IE": "ie.pps", "EE": "ee.ik",
    "LT": "lt.asmens", "LV": "lv.pvn", "HR": "hr.oib", "SI": "si.emso", "MX": "mx.curp mx.rfc", "AR": "ar.dni",
    "CL": "cl.rut", "ZA": "za.idnr", "PK": "pk.cnic", "MY": "my.nric", "EG": "eg.tn",
}  # fmt: skip
_WEAK_NAMES: Final = "us.ssn id.nik ar.dni pk.cnic pt.nif ca.sin au.tfn eg.tn gr.vat il.idnr nl.bsn gb.nhs"
_WEAK: Final = frozenset(_WEAK_NAMES.split())
"""Such as one number in ten, or more, passes for: they count only in the form that they are written in."""

_FORMATTED: Final = r"\d{3}-\d\d-\d{4}|\d{5}-\d{7}-\d|\d{3} \d{3} \d{3,4}"


def blanked(text: str) -> str:
    """Return the text, its length kept, without dates, times and amounts, which are never personal here."""
    return compiled(_NOT_PERSONAL).sub(lambda match: "\0" * len(match[0]), text)


def find(text: str, spoken: Sequence[str]) -> Iterator[Span]:
    """Yield the kind and place of what is found in a text's shape, the surest first.

    `spoken` are the languages by whose countries its numbers are read.
    """
    bounded = text if text.isascii() else compiled(_UNSPACED).sub(_GLYPH, text)
    sure = [*_accounts(bounded), *_cards(bounded)]
    yield from sure
    clean = bounded
    for _, start, end in sure:
        clean = clean[:start] + "\0" * (end - start) + clean[end:]
    stops = [end for kind, _, end in sure if kind == "CARD"]
    beside = [span for stop in stops for span in _beside_card(clean, stop)]
    clean = blanked(clean)
    regions = list(dict.fromkeys(region for code in spoken for region in _regions(code)))
    yield from _phones(clean, regions)
    yield from beside
    yield from _ids(clean, regions)


def _regions(code: str) -> list[str]:
    return (_REGIONS.get(code) or _REGIONS.get(languages.base(code)) or code.upper()).split()


def _accounts(text: str) -> Iterator[Span]:
    at = 0
    while match := compiled(_IBAN).search(text, at):
        # Words may follow without a mark: the number ends where its check digits are right.
        at = match.start() + 1
        ends = [
            match.end(),
            *(at for at in range(match.end() - 1, match.start() + 14, -1) if text[at] in " .-"),
        ]
        if end := next(
            (end for end in ends if _stdnum("iban").is_valid(text[match.start() : end], check_country=False)),
            None,
        ):
            yield "ACCOUNT", match.start(), end
            at = end


def _cards(text: str) -> Iterator[Span]:
    """Yield numbers of cards, however they are grouped."""
    for groups in _runs(text):
        at = 0
        while at < len(groups):
            end = next((end for end in range(len(groups), at, -1) if _is_card(text, groups[at:end])), None)
            if end is None:
                at += 1
                continue
            stop = groups[end - 1][1]
            yield "CARD", groups[at][0], stop
            at = end


def _is_card(text: str, groups: Sequence[tuple[int, int]]) -> bool:
    digits = "".join(text[start:end] for start, end in groups)
    # The issuer is told by the first group, which has four digits at least.
    if groups[0][1] - groups[0][0] < _FIRST_OF_CARD:
        return False
    return compiled(_ISSUED).fullmatch(digits) is not None and _stdnum("luhn").is_valid(digits)


def _beside_card(text: str, start: int) -> Iterator[Span]:
    """Yield the date of expiry and the security code in the text that follows a card number."""
    near = text[start : start + _WITH_CARD].partition("\0")[0]
    until = compiled(rf"(?<![\d/]){_VALID_UNTIL}(?![\d/])").search(near)
    if until:
        yield "CARD", start + until.start(), start + until.end()
    begin = until.end() if until else 0
    code = compiled(rf"(?<![\d/.,-]){_CODE}(?![\d/.,-]\d|\w)").search(blanked(near), begin)
    gap = near[begin : code.start()] if code else ""
    words = len(compiled(r"[^\W\d]+").findall(gap))
    named = compiled(_OF_CODE).search(gap) is not None and words <= _MOST_WORDS_BESIDE
    # Else nothing stands between, and no capitals alone, which a flight's number has.
    if code and len(gap) <= _BESIDE and (named or not words) and not compiled(_SHORT_CAPITALS).search(gap):
        yield "CARD", start + code.start(), start + code.end()


def _ids(text: str, regions: Sequence[str]) -> Iterator[Span]:
    names = [name for region in regions for name in _IDS.get(region, "").split()]
    for match in compiled(_ID_FORM).finditer(text):
        cuts = [index for index, char in enumerate(match[0]) if char in " ./+-"]
        starts, ends = [0, *(cut + 1 for cut in cuts)], [*cuts, len(match[0])]
        taken = 0
        for start in starts:
            found = start >= taken and next(
                (
                    end
                    for end in reversed(ends)
                    if 8 <= end - start <= _LONGEST_ID and _is_id(match[0][start:end], names)
                ),
                None,
            )
            if found and text[match.start() + start - 1 : match.start() + start] not in _WITHIN_CODE:
                yield "ID", match.start() + start, match.start() + found
                taken = found


def _is_id(text: str, names: Sequence[str]) -> bool:
    formatted = compiled(_FORMATTED).fullmatch(text) is not None
    return any(_stdnum(name).is_valid(text) for name in names if formatted or name not in _WEAK)


def _phones(text: str, regions: Sequence[str]) -> Iterator[Span]:
    """Yield phone numbers as the library finds them for any of some countries, also two that stand side by side."""
    runs = [groups for groups in _runs(text) if sum(end - start for start, end in groups) >= _FEWEST_PHONE]
    taken = list(dict.fromkeys(_matches(text, regions))) if runs else []
    yield from (("PHONE", *span) for span in taken)
    windows = list(islice((window for groups in runs for window in _windows(groups)), _MOST_TRIES))
    for is_one in (_is_phone, _is_dialled):
        for start, end in windows:
            free = not any(start < other_end and other < end for other, other_end in taken)
            if free and not _is_within_code(text, start, taken) and is_one(text[start:end], regions):
                yield "PHONE", start, end
                taken.append((start, end))


def _is_within_code(text: str, start: int, taken: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a number goes on what stands before it, which is not another number."""
    return text[start - 1 : start] in _WITHIN_CODE and all(end != start - 1 for _, end in taken)


def _is_phone(text: str, regions: Sequence[str]) -> bool:
    return (0, len(text)) in _matches(text, regions)


def _matches(text: str, regions: Sequence[str]) -> list[tuple[int, int]]:
    from phonenumbers import Leniency, PhoneNumberMatcher  # noqa: PLC0415 - 20 ms that few messages need

    found: list[tuple[int, int]] = []
    for region in regions:
        for match in PhoneNumberMatcher(text, region, leniency=Leniency.VALID, max_tries=_MOST_TRIES):
            place = match.start, match.end
            if not _is_within_code(text, match.start, found):
                found.append(place)
    return found


def _is_dialled(text: str, regions: Sequence[str]) -> bool:
    """Tell whether a number is one to dial within a country: its trunk zero, and a length that there is.

    Whether its beginning is given out is another matter: new ones are before the library knows them.
    """
    import phonenumbers  # noqa: PLC0415 - as above

    if not compiled(r"\(?0[1-9].*").fullmatch(text) or sum(map(str.isdigit, text)) < _FEWEST_DIALLED:
        return False
    for region in regions:
        metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
        if metadata and metadata.national_prefix == "0":
            try:
                number = phonenumbers.parse(text, region)
            except phonenumbers.NumberParseException:
                # Figures that no number is written like ("01, 02, 03, 04, 05").
                return False
            if phonenumbers.is_possible_number(number):
                return True
    return False


def _windows(groups: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield from where to where some groups of digits in a row may be a number, the longest first."""
    for at in range(len(groups)):
        for end in range(min(len(groups), at + _MOST_GROUPS), at, -1):
            digits = sum(last - first for first, last in groups[at:end])
            if _FEWEST_PHONE <= digits <= _MOST_PHONE:
                yield groups[at][0], groups[end - 1][1]


_WITHIN_CODE: Final = ("-", "/", "#", "_")
_FEWEST_PHONE: Final = 7
_FEWEST_DIALLED: Final = 10
_MOST_PHONE: Final = 13
_MOST_GROUPS: Final = 6
_MOST_TRIES: Final = 40
"""Of the library on one text: nobody writes so many numbers, and a hostile message would take seconds."""


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield where the groups of digits stand of each run of them."""
    for run in compiled(_RUN).finditer(text):
        yield [group.span() for group in compiled(r"\d+").finditer(text, *run.span())]


@cache
def _stdnum(name: str) -> Any:
    """Return a module of python-stdnum, imported when a text first needs it."""
    return import_module(f"stdnum.{name}")
