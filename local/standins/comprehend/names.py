"""Names of people who introduce themselves or sign; a model would find more."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_WORD = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’.-](?=[^\W\d_]))*"
_NAME = rf"(?P<name>{_WORD}(?:\s(?=[^\W\d_a-zà-ÿ]){_WORD}){{0,3}})"
_INTRODUCTIONS = (
    "my name is|je m['’]appelle|mon nom est|me llamo|mi nombre es|ich heiße|mein name ist|mi chiamo|"
    "il mio nome è|me chamo|chamo-me|meu nome é|ik heet|mijn naam is|nazywam się|jag heter|jeg hedder|"
    "jeg heter|меня зовут|мене звати|numele meu este|jmenuji se|benim adım|με λένε|اسمي"
)
_CLOSINGS = (
    "(?:bien )?cordialement|mit freundlichen grüßen|viele grüße|(?:kind |best )?regards|sincerely|"
    "atentamente|saludos|(?:cordiali |distinti )?saluti|atenciosamente|(?:met )?vriendelijke groet(?:en)?|"
    "mvh|z poważaniem|pozdrawiam|med vänliga hälsningar|saygılarımla|с уважением|cu stimă"
)
_INTRODUCTION = re.compile(
    rf"(?<!\w)(?i:{_INTRODUCTIONS})\s{_NAME}"
    rf"|\b(?i:this is)\s(?=[A-Z]){_NAME.replace('name', 'caller')}"
    r"|मेरा नाम\s(?P<hi>[\u0900-\u097f]+(?: [\u0900-\u097f]+)?)(?= है)"
    r"|(?P<ja>[一-龠ァ-ヶー]{2,8})(?=と申します)"
    r"|(?:我叫|我的名字是)(?P<zh>[一-龠]{2,4})(?=[，。,.！\s]|\Z)"
    r"|제 이름은 ?(?P<ko>[가-힣]{2,4}?)(?=입니다|이에요|예요)"
)
_SIGNATURE = re.compile(rf"(?m)^(?i:{_CLOSINGS})[,.!]?\s*\n+(?=[^\W\d_a-zà-ÿ]){_NAME}$")


def find_names(text: str) -> Iterator[Span]:
    """Return the places of names that introduce themselves ("my name is …")."""
    for match in _INTRODUCTION.finditer(text):
        yield match.span(match.lastgroup or 0)


def find_signatures(text: str) -> Iterator[Span]:
    """Return the places of names below a closing ("Kind regards, …")."""
    yield from (match.span("name") for match in _SIGNATURE.finditer(text))
