"""Checksum validation: cards, IBANs and national ids in a text that is `simplified`, and telephone numbers."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any, Final

from assistant.language import languages
from assistant.text import phones
from assistant.text.formats import compiled, digit_groups
from assistant.text.normalized import IN_WORD

from .not_personal import blanked

Span = tuple[str, int, int]

_UNSPACED: Final = rf"(?!{IN_WORD})\w"
_GLYPH: Final = "\1"
"""Stands for a letter of a script without spaces: a class of all of them is slow to compile, so that
it is in one pattern alone."""

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
"""Words for the security code of a card."""

_SHORT_CAPITALS: Final = r"\b[A-Z]{2} ?$"

_IBAN: Final = r"(?<![A-Za-z0-9])[A-Za-z]{2} ?\d\d(?:[ .-]?[A-Za-z0-9]){11,30}(?![A-Za-z0-9])"
_SHORTEST_IBAN: Final = 15
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
"""Weak checksums, which one number in ten or more passes: they count only in their usual notation."""

_FORMATTED: Final = r"\d{3}-\d\d-\d{4}|\d{5}-\d{7}-\d|\d{3} \d{3} \d{3,4}"


def find(text: str, spoken: Sequence[str]) -> Iterator[Span]:
    """Yield the kind and place of what is found in a simplified text, the surest first.

    `spoken` are the languages by whose countries its numbers are read.
    """
    rest = text if text.isascii() else compiled(_UNSPACED).sub(_GLYPH, text)
    sure = [*_accounts(rest), *_cards(rest)]
    yield from sure
    for _, start, end in sure:
        rest = rest[:start] + "\0" * (end - start) + rest[end:]
    beside = [span for kind, _, end in sure if kind == "CARD" for span in _beside_card(rest, end)]
    rest = blanked(rest)
    regions = list(dict.fromkeys(region for code in spoken for region in _regions(code)))
    yield from (("PHONE", *place) for place in phones.find(rest, regions))
    yield from beside
    yield from _ids(rest, regions)


def _regions(code: str) -> list[str]:
    return (_REGIONS.get(code) or _REGIONS.get(languages.base(code)) or code.upper()).split()


def _accounts(text: str) -> Iterator[Span]:
    at = 0
    while match := compiled(_IBAN).search(text, at):
        # Words may follow without a sign: the number ends where its check digits are right.
        at = match.start() + 1
        ends = (
            end
            for end in range(match.end(), match.start() + _SHORTEST_IBAN - 1, -1)
            if end == match.end() or text[end] in " .-"
        )
        if end := next((end for end in ends if _is_iban(text[match.start() : end])), None):
            yield "ACCOUNT", match.start(), end
            at = end


def _is_iban(text: str) -> bool:
    return bool(_stdnum("iban").is_valid(text, check_country=False))


def _cards(text: str) -> Iterator[Span]:
    """Yield numbers of cards, however they are grouped."""
    for groups in digit_groups(text):
        at = 0
        while at < len(groups):
            end = next((end for end in range(len(groups), at, -1) if _is_card(text, groups[at:end])), None)
            if end:
                yield "CARD", groups[at][0], groups[end - 1][1]
            at = end or at + 1


def _is_card(text: str, groups: Sequence[tuple[int, int]]) -> bool:
    # The first group names the issuer and has at least four digits.
    if groups[0][1] - groups[0][0] < _FIRST_OF_CARD:
        return False
    digits = "".join(text[start:end] for start, end in groups)
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
    # Without a word for it, nothing may stand between; two capitals before it make a flight number.
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
            if found and text[match.start() + start - 1 : match.start() + start] not in phones.WITHIN_CODE:
                yield "ID", match.start() + start, match.start() + found
                taken = found


def _is_id(text: str, names: Sequence[str]) -> bool:
    formatted = compiled(_FORMATTED).fullmatch(text) is not None
    return any(_stdnum(name).is_valid(text) for name in names if formatted or name not in _WEAK)


@cache
def _stdnum(name: str) -> Any:
    """Return a module of python-stdnum, imported when a text first needs it."""
    return import_module(f"stdnum.{name}")
