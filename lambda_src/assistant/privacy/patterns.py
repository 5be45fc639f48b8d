"""Personal data that has a form: numbers that libraries know, e-mail addresses, passwords, a signature.

Names within sentences, streets and the rest are for Comprehend and for the model that reads the message.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from assistant.text.formats import compiled
from assistant.text.normalized import IN_WORD, simplified

from . import numbers
from .names import signature
from .not_personal import blanked, introduces
from .personal_data import NUMBERS, Found

_LETTER: Final = "A-Za-z0-9À-ɏ"
_AT: Final = r"(?:@| ?[\[({] ?(?:at|arobase|@) ?[\])}] ?| @ )"
_DOT: Final = r"(?:\.| ?[\[({] ?(?:dot|point|punkt|\.) ?[\])}] ?| \. )"
_EMAILS: Final = (
    rf"(?i)(?<![{_LETTER}._%+-])[{_LETTER}._%+'-]{{1,64}}+{_AT}[{_LETTER}-]{{1,63}}(?:{_DOT}[{_LETTER}-]{{2,63}}){{0,4}}{_DOT}[A-Za-zÀ-ɏ-]{{2,63}}",
    r"(?<![^\s<(,;:：])[^\s@<>(),;:：]{1,64}+@[^\s@<>(),;:：.]{1,63}(?:\.[^\s@<>(),;:：.]{2,63}){1,5}",
)

# A secret is recognised by the word that introduces it.
_INTRODUCING: Final = (
    rf"(?i:(?<!{IN_WORD})(?:passwords?|passphrase|passcode|pwd|mot de passe|mdp|passwort|kennwort|contraseña|clave|senha|palavra-passe|wachtwoord|hasł\w{{1,4}}|haslo|"
    r"lösenord\w*|kodeord|adgangskode\w*|passord\w*|salasana\w*|hesl\w{1,3}|jelszó\w*|jelszav\w*|parol[ăa]|şifre\w*|κωδικ\w{1,3}|"
    r"парол\w{1,3}|парола\w*|パスワード|暗証番号|密码|密碼|비밀번호|비번|كلمة (?:المرور|السر)|رمز|סיסמ\w{1,3}|पासवर्ड|รหัสผ่าน|mật khẩu|kata sandi))"
)
_CODE: Final = (
    rf"(?i:(?<!{IN_WORD})(?:(?:code )?pin(?:[ -]?(?:code|kod|kód)\w{{0,3}})?|cv[vc]2?|security code|code secret|cryptogramme|"
    r"geheimzahl|пин(?:-код)?))(?![^\W\d_])"
)
_LINK: Final = (
    r"(?:(?:[^\w.,;!?]{0,3}[^\W\d]{1,12}){0,2}?[\s:=：\"'«“„(-]{1,4}|(?<=[\u2e80-\ud7ff])[は是为為]?)"
)
_INTRODUCED: Final = (
    rf"{_INTRODUCING}{_LINK}(?P<it>(?=\S{{0,63}}[\d!#$%&*@^_])[!-~À-ɏ]{{3,64}}(?<![\"',;.)!?]))",
    rf"{_CODE}{_LINK}(?P<it>\d{{3,8}})(?!\w)",
    # later in the sentence: small letters with digits, as no ordinary word has
    rf"{_INTRODUCING}[^.!?\n]{{1,40}}?(?<![\w@./-])(?P<it>(?=\w{{0,30}}\d)(?=\w{{0,30}}[a-zà-ɏ])[A-Za-z0-9_À-ɏ]{{6,40}})(?![\w@./-])",
)
_STRONG: Final = (
    r"(?<![^\s\"'«“„(:=：])(?!#)(?=[!-~À-ɏ]{0,40}\d)(?=[!-~À-ɏ]{0,40}[A-Za-zÀ-ɏ])(?=[^\s]{0,40}(?:[!$%][!-~]|([#&*_^+=~?@])\S{0,38}(?!\1)[#&*_^+=~?@!$]|[a-z]\d{1,3}[a-z]\S{0,20}[#&*_^+=~]\S))"
    r"[!#-&*-.0-;=?A-Z^-~À-ɏ]{6,40}(?<![?.:;,!])"
)
"""Letters, digits and a sign within one word, as in no order code, address or sentence."""

_AS_ORDERS: Final = NUMBERS - {"ACCOUNT"} | {"PASSWORD"}
"""Kinds that an order number may look like by chance; an account number has two check digits."""


def patterns(text: str, language: str = "", team: str = "") -> list[Found]:
    """Return what is found by its form, in the order of the text, each once.

    Numbers are read as such of the countries of the text's `language`, and of the team's, to which people write
    as to a neighbour.
    """
    view = simplified(text)
    taken = bytearray(len(view.text))
    found = []
    for kind, start, end in _candidates(view.text, (language, team)):
        # An order number may be a valid phone number by chance, or follow the word "password".
        is_order = kind in _AS_ORDERS and introduces(text[: view.starts[start]])
        if not is_order and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append((kind, *view.span(start, end)))
    places = sorted(
        [*found, *(("NAME", *span) for span in signature(text, language))], key=lambda one: one[1]
    )
    return list(dict.fromkeys(Found(kind, text[start:end]) for kind, start, end in places))


def _candidates(text: str, spoken: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    for pattern in _EMAILS:
        yield from (("EMAIL", *match.span()) for match in compiled(pattern).finditer(text))
    clean = blanked(text)
    for pattern in _INTRODUCED:
        yield from (("PASSWORD", *match.span("it")) for match in compiled(pattern).finditer(clean))
    yield from (("PASSWORD", *match.span()) for match in compiled(_STRONG).finditer(clean))
    yield from numbers.find(text, spoken)
