"""Personal data in figures: telephone numbers, payment cards, bank accounts, identity numbers, secrets."""

import re
from collections.abc import Iterator
from typing import Final

from support.domain.check_digits import iban_length, is_card, is_iban, is_national_id
from support.domain.regex import compiled
from support.domain.views import IN_WORD

from .context import names_reference, says

_UNSPACED: Final = rf"(?!{IN_WORD})\w"
_GLYPH: Final = "\1"
"""Stands for a letter of a script without word bounds: a class of all of them is slow to compile, so that
it is in one pattern alone."""

_START: Final = r"(?<!\w)(?<![-+#/])"
_END: Final = rf"(?!\w)(?!-[\w{_GLYPH}])"

_AMOUNT: Final = r"\d{1,3}(?:[ .,']\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_CURRENCY: Final = r"(?:R?[€$£¥₹₽₩₺]|(?:EUR|USD|GBP|CHF|JPY|CNY|INR|PLN|BRL)\b)"
_NOT_PERSONAL: Final = (
    rf"{_CURRENCY}\s?(?:{_AMOUNT})|(?<![\d.,])(?:{_AMOUNT})\s?(?:{_CURRENCY}|(?i:euros?|dollars?|zł|kr|TL|元|円|원)\b)"
    r"|(?<!\d)(?<!\d[-/.])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2}))(?!\d|[-/.]\d)"
    r"|(?<!\d)\d{1,2}(?:[:hH]\d{2}){1,2}(?!\d)"
)

_CARD: Final = rf"{_START}(?:\d{{13,19}}|\d{{4}}(?:[ .-]\d{{4}}){{3}}(?:[ .-]\d{{1,3}})?|\d{{4}}[ .-]\d{{6}}[ .-]\d{{4,5}}){_END}"
_CVV: Final = (
    r"\b(?i:cvv2?|cvc2?|cryptogramme(?: visuel)?|security code|prüfnummer|código de seguridad|codice di sicurezza)"
    r"\W{0,3}(?i:(?:is|est|ist|es|è|é) )?(?P<it>\d{3,4})(?!\d)"
)
_IBAN: Final = r"(?<!\w)[A-Za-z]{2}\d\d(?:[ -]?[A-Za-z0-9]){11,30}"
_BIC: Final = (
    rf"(?:(?<![\w{_GLYPH}])(?i:bic|swift)(?:[ /-](?i:code|swift|bic))?[ :]{{0,3}}|(?<![\w{_GLYPH}-]))"
    r"(?P<it>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?!\w)"
)

_INTERNATIONAL: Final = rf"(?<![\w{_GLYPH}+/-])(?:\+ ?|00 ?(?=[1-9]))\(?\d(?:[ .()/-]{{0,3}}\d){{7,14}}{_END}"
_SPACED: Final = (
    rf"(?<![\w{_GLYPH}#+/-])(?<!\d[ .])(?:"
    r"\(?0[1-9]\d{0,4}\)?(?:[ ./-]{1,3}\d{2,8}){1,4}"  # a trunk zero: most of Europe, Japan, Korea, Turkey
    r"|(?:1[ .-])?\(?[2-9]\d\d\)?[ .-]{1,2}\d{3}[ .-]\d{4}"  # United States, Canada
    r"|\(\d\d\) ?9?\d{4}[ -]?\d{4}|\d\d 9\d{4}[ -]\d{4}"  # Brazil
    r"|1[3-9]\d[ -]\d{4}[ -]\d{4}"  # China, mobile
    r"|[6-9]\d{4}[ -]\d{5}"  # India
    r"|8[ -]?\(?\d{3}\)?[ -]\d{3}[ -]?\d\d[ -]?\d\d"  # Russia
    r"|5\d\d \d{3} \d\d \d\d"  # Turkey without the zero
    r"|[6-9]\d\d(?:[ .-]\d\d){3}"  # Spain
    r"|3[2-9]\d[ .-]\d{6,7}|3[2-9]\d[ .-]\d{3}[ .-]\d{3,4}"  # Italy, mobile
    rf"){_END}"
)
_BY_THREES: Final = rf"{_START}(?<!\d[ .])[2-9]\d\d([ -])\d{{3}}\1\d{{3}}{_END}(?! \d)"
_WRITTEN_BY_THREES: Final = frozenset({"ca", "cs", "el", "es", "gl", "pl", "pt", "sk"})
_RUN: Final = rf"{_START}\d(?:[ .-]?\d){{6,14}}{_END}"
_MOBILE: Final = {
    "ar": r"05\d{8}|01[0125]\d{8}", "de": r"01[567]\d{8,9}", "en": r"07\d{9}", "fr": r"0[67]\d{8}",
    "hi": r"[6-9]\d{9}", "ja": r"0[789]0\d{8}", "ko": r"01[016789]\d{7,8}", "nl": r"06\d{8}",
    "ru": r"89\d{9}", "sv": r"07[02369]\d{7}", "tr": r"05\d{9}", "zh": r"1[3-9]\d{9}",
}  # fmt: skip
"""National mobile numbers without separators that are unmistakable in texts of that language."""

_ID: Final = (
    rf"{_START}(?:\d{{3}}-\d\d-\d{{4}}|\d{{8}}-?[A-Z]|[XYZ]-?\d{{7}}-?[A-Z]|\d{{17}}[\dXx]"
    r"|[12] ?\d\d ?(?:0[1-9]|1[0-2]) ?\d\d ?\d{3} ?\d{3} ?\d\d|\d{3}\.\d{3}\.\d{3}-\d\d"
    rf"|[A-Z]{{6}}\d\d[A-Z]\d\d[A-Z]\d{{3}}[A-Z]){_END}"
)
_NINO: Final = rf"{_START}[A-CEGHJ-PR-TW-Z]{{2}} ?\d\d ?\d\d ?\d\d ?[A-D]{_END}"
_NAMED_ID: Final = (
    r"(?<![^\W\u2e80-\ud7ff])(?:DNI|NIE|(?i:passport|passeport|pasaporte|reisepass|passaporto|passaporte|paspoort|paszport|паспорт|护照|護照|パスポート|"
    r"여권|جواز(?: السفر)?|पासपोर्ट|carte d'identité|personalausweis|ausweis|steuer-?id|social security|ssn|sécurité sociale|"
    r"tax id|cpf|codice fiscale|bsn|pesel|personnummer|kimlik|инн|снилс|身份证|身分證|マイナンバー|주민등록번호|"
    r"aadhaar|आधार))[^\d\n,;]{0,22}?(?<![A-Za-z0-9])(?P<it>(?=[A-Z]{0,3}\d)[A-Z0-9]{5,18}|\d{3,6}(?:[ -]\d{3,7}){1,3})(?![\w-])"
)
_CREDENTIAL: Final = (
    r"(?i:password|passphrase|mot de passe|mdp|passwort|kennwort|contraseña|clave|senha|wachtwoord|hasło|lösenord|şifre|"
    r"пароль|パスワード|密码|密碼|비밀번호|كلمة (?:المرور|السر)|पासवर्ड|(?:code )?pin)"
    r"(?: ?[:=：] ?| (?:is|est|ist|es|è|é|to|är|to jest|—|-) |は|是|는 | هي )[\"'«“]?"
    r"(?P<it>(?=[^\s\d]{0,63}\d|[^\s!#$%&*@^_]{0,63}[!#$%&*@^_])[^\s\"'»”,;。、]{4,64})"
)

Span = tuple[str, int, int]


def blanked(text: str) -> str:
    """Return the text, its length kept, without dates, times and amounts, which are never personal here."""
    return compiled(_NOT_PERSONAL).sub(lambda match: "\0" * len(match[0]), text)


def find(text: str, language: str) -> Iterator[Span]:
    """Yield the kind and place of what is found in a text's shape, the surest first."""
    bounded = _with_glyphs(text)
    accounts = list(_accounts(bounded))
    yield from accounts
    yield from _bics(bounded, accounts)
    yield from _named(_CREDENTIAL, text, "PASSWORD")
    clean = blanked(text)
    bounded = _with_glyphs(clean)
    yield from _named(_CVV, clean, "CARD")
    yield from _ids(clean, bounded)
    yield from _cards(clean, bounded)
    yield from _phones(clean, bounded, language)


def _with_glyphs(text: str) -> str:
    """Return the text, its length kept, without the letters that words may stand right beside."""
    return text if text.isascii() else compiled(_UNSPACED).sub(_GLYPH, text)


def _named(pattern: str, text: str, kind: str) -> Iterator[Span]:
    yield from ((kind, *match.span("it")) for match in compiled(pattern).finditer(text))


def _accounts(text: str) -> Iterator[Span]:
    for match in compiled(_IBAN).finditer(text):
        length, end, seen = iban_length(match[0][:2]), match.start(), 0
        while length and seen < length and end < match.end():
            seen += text[end].isalnum()
            end += 1
        code = re.sub("[ -]", "", text[match.start() : end])
        if seen == length and not text[end : end + 1].isalnum() and is_iban(code):
            yield "ACCOUNT", match.start(), end


def _bics(text: str, accounts: list[Span]) -> Iterator[Span]:
    """Yield bank codes next to an account: eight capitals elsewhere are a word."""
    for _, start, end in accounts:
        for match in compiled(_BIC).finditer(text, max(0, start - 60), end + 60):
            code = match["it"]
            before, after = text[match.end("it") : start], text[end : match.start("it")]
            introduced = match.start() < match.start("it") or any(char.isdigit() for char in code)
            beside = 0 < len(before or after) <= 3 and not (before or after).strip(" ,;/()\n-")
            if introduced or beside:
                yield "ACCOUNT", *match.span("it")


def _ids(text: str, bounded: str) -> Iterator[Span]:
    yield from _named(_NAMED_ID, text, "ID")
    for match in compiled(_NINO).finditer(bounded):
        if not names_reference(text, match.start()):
            yield "ID", *match.span()
    for match in compiled(_ID).finditer(bounded):
        if is_national_id(match[0]) and says(text, *match.span()) != "reference":
            yield "ID", *match.span()


def _cards(text: str, bounded: str) -> Iterator[Span]:
    for match in compiled(_CARD).finditer(bounded):
        said = says(text, *match.span())
        if said != "reference" and (said == "card" or is_card(re.sub(r"\D", "", match[0]))):
            yield "CARD", *match.span()


def _phones(text: str, bounded: str, language: str) -> Iterator[Span]:
    for pattern in (_INTERNATIONAL, _SPACED, _BY_THREES):
        for match in compiled(pattern).finditer(bounded):
            digits = re.sub(r"\D", "", match[0])
            local = pattern is not _BY_THREES or language in _WRITTEN_BY_THREES
            named = names_reference(text, match.start())
            if 9 <= len(digits) <= 15 and not named and (local or says(text, *match.span()) == "phone"):
                yield "PHONE", *match.span()
    mobile = _MOBILE.get(language)
    for match in compiled(_RUN).finditer(bounded):
        said = says(text, *match.span())
        if said == "phone" or (said != "reference" and mobile and compiled(mobile).fullmatch(match[0])):
            yield "PHONE", *match.span()
