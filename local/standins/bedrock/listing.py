"""What a model would list as personal in a message: names and postal addresses, by their commonest forms."""

import re
from typing import Final

from local.standins.comprehend.names import find_names, find_signatures

_MARK: Final = "[\u0300-\u036f]"
_CAPITAL: Final = rf"[^\W\d_a-zà-ÿ](?:[^\W\d_]|{_MARK}|['’.-](?=[^\W\d_]))*"
_WORD: Final = rf"(?:[^\W\d_]|{_MARK}|['’.-](?=[^\W\d_]))+"
_STREET: Final = rf"(?:{_WORD} ){{0,3}}{_CAPITAL}(?: {_CAPITAL}){{0,2}}"
_TOWN: Final = (
    rf"(?:,?\s(?:[A-Z]{{1,2}}-)?\d[\d -]{{2,6}}\d {_CAPITAL}(?:[ -]{_CAPITAL}){{0,2}}|, {_CAPITAL})?"
)
_NUMBER: Final = r"\d{1,5}(?:[/-]\d{1,3})?[A-Za-z]?\b"
_ADDRESSES: Final = re.compile(
    # 12 rue de la Paix, 75002 Paris
    rf"(?<![\w-]){_NUMBER}(?: ?bis| ?ter)?,? (?i:rue|avenue|boulevard|all(?:é|e{_MARK})e|chemin|place|quai) "
    rf"{_STREET}{_TOWN}"
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


def listed(text: str) -> list[str]:
    """Return names that are introduced or signed with, and addresses with a number, each once."""
    addresses = (match.span() for match in _ADDRESSES.finditer(text.replace("\xa0", " ")))
    found = sorted([*find_names(text), *find_signatures(text), *addresses])
    return list(dict.fromkeys(text[start:end] for start, end in found))
