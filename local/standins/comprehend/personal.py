"""Forms of personal data: names that are introduced or signed with, addresses, telephone numbers, e-mail."""

import re

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
INTRODUCTION = re.compile(
    rf"(?<!\w)(?i:{_INTRODUCTIONS})\s{_NAME}"
    rf"|\b(?i:this is)\s(?=[A-Z]){_NAME.replace('name', 'caller')}"
    r"|मेरा नाम\s(?P<hi>[\u0900-\u097f]+(?: [\u0900-\u097f]+)?)(?= है)"
    r"|(?P<ja>[一-龠ァ-ヶー]{2,8})(?=と申します)"
    r"|(?:我叫|我的名字是)(?P<zh>[一-龠]{2,4})(?=[，。,.！\s]|\Z)"
    r"|제 이름은 ?(?P<ko>[가-힣]{2,4}?)(?=입니다|이에요|예요)"
)
_SIGNATURE = re.compile(rf"(?m)^(?i:{_CLOSINGS})[,.!]?\s*\n+(?=[^\W\d_a-zà-ÿ]){_NAME}$")

_CAPITAL = r"[^\W\d_a-zà-ÿ](?:[^\W\d_]|[\u0300-\u036f]|['’.-](?=[^\W\d_]))*"
_PART = r"(?:[^\W\d_]|[\u0300-\u036f]|['’.-](?=[^\W\d_]))+"
_STREET = rf"(?:{_PART} ){{0,3}}{_CAPITAL}(?: {_CAPITAL}){{0,2}}"
_TOWN = rf"(?:,?\s(?:[A-Z]{{1,2}}-)?\d[\d -]{{2,6}}\d {_CAPITAL}(?:[ -]{_CAPITAL}){{0,2}}|, {_CAPITAL})?"
_NUMBER = r"\d{1,5}(?:[/-]\d{1,3})?[A-Za-z]?\b"
ADDRESS = re.compile(
    # 12 rue de la Paix, 75002 Paris
    rf"(?<![\w-]){_NUMBER}(?: ?bis| ?ter)?,? "
    rf"(?i:rue|avenue|boulevard|all(?:é|e[\u0300-\u036f])e|chemin|place|quai) {_STREET}{_TOWN}"
    # Calle Mayor 3, 28013 Madrid
    r"|(?<!\w)(?i:calle|avenida|plaza|via|viale|piazza|rua|travessa|praça|ulica|ul\.|ул\.|улица) "
    rf"{_STREET},? {_NUMBER}{_TOWN}"
    # Hauptstraße 5, 10115 Berlin
    rf"|(?<!\w)(?:{_CAPITAL}[ -])?[^\W\d_]+(?:stra(?:ß|ss)e|straat|gasse|laan|gracht|gatan|vägen|vej|katu)"
    rf" {_NUMBER}{_TOWN}"
    # 221B Baker Street, London NW1 6XE
    rf"|(?<![\w.,-]){_NUMBER} (?:{_CAPITAL} ){{1,3}}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive)\b"
    r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?(?:,? (?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]{2} \d{5}))?)?"
)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+(?![\w-])")
PHONE = re.compile(
    r"(?<![\w+-])(?=(?:\D{0,2}\d){9})"
    r"(?:\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,6}|\(?\d{2,4}\)?(?:[ .-]\d{2,4}){2,4})(?![\w-])"
)


def listed(text: str) -> list[str]:
    """Return what a model would list as personal: names and addresses, each once."""
    found = (
        match.span(match.lastgroup or 0)
        for pattern in (INTRODUCTION, _SIGNATURE, ADDRESS)
        for match in pattern.finditer(text.replace("\xa0", " "))
    )
    return list(dict.fromkeys(text[start:end] for start, end in sorted(found)))
