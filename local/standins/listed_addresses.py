"""Postal addresses: a street with a number, and the place after it.

One pattern per way of writing: the street's kind before its name, after its name, within its name, and the
addresses of East Asia, which go from the large to the small.
"""

from collections.abc import Iterator
from typing import Final

from local.standins.letters import CAPITALS, compiled, has_east_asian, plain


def _any(words: str) -> str:
    """Return a pattern of alternatives; an underscore is a blank."""
    return "(?:" + "|".join(words.split()).replace("_", " ") + ")"


_CAPITAL: Final = rf"[{CAPITALS}](?:[^\W\d_]|['.-](?=[^\W\d_])){{0,29}}"
_WORD: Final = r"[^\W\d_](?:[^\W\d_]|['-](?=[^\W\d_])){0,29}"
_PARTICLE: Final = (
    "(?:(?:de_la|de_los|de_las|de|du|des|del|della|dei|delle|degli|dello|di|da|do|dos|das|la|le|les|los|las|el|"
    "aux?|à_la|à|et|y|e|sur|sainte?|ste?|am|an_der|an|den|der|auf|im|zum|zur|van|von|het|in_de|op_de|św.)_"
    "|(?:d|l|dell|de_l)')"
).replace("_", " ")
_NAMES: Final = rf"(?:{_PARTICLE}){{0,3}}{_CAPITAL}(?: (?:{_PARTICLE}){{0,2}}{_CAPITAL}){{0,4}}"
_LOOSE: Final = rf"(?:{_PARTICLE}){{0,3}}{_WORD}(?: (?:{_PARTICLE}){{0,2}}{_WORD}){{0,2}}"
_NUMBER: Final = (
    r"\d{1,5}(?: ?(?:bis|ter|quater)(?!\w)|[A-Za-z](?!\w)| [A-Da-d](?! ?\w))?(?:[-/]\d{1,4}[A-Za-z]?(?!\w))?"
)
_NO: Final = r"(?:,? ?(?:n[.º°o]{1,2}|núm\.?|nr\.?|No[.:]{1,2}|número|numero|д\.|дом|bl\.?)|,)? ?"
_POSTCODE: Final = r"(?:[A-Z]{1,2}-)?(?:\d{5}-\d{3}|\d{4}-\d{3}|\d\d-\d{3}|\d{6}|\d{3} \d\d|\d{5}|\d{4}(?: ?[A-Z]{2})?)(?!\w)"
_PLACE: Final = rf"{_WORD}(?:[ -](?:{_PARTICLE}){{0,2}}{_CAPITAL}){{0,3}}"
_TOWN: Final = rf"[, -]{{0,3}}\n?[ ]?(?<![^\W_]){_POSTCODE}[ ,]{{1,2}}{_PLACE}"
_CITY: Final = rf",\s?{_CAPITAL}(?: {_CAPITAL}){{0,2}}(?=\s?(?:[.,;!?\n]|\Z))"
_REST: Final = rf"(?:{_TOWN}|{_CITY})?"
_DOORS: Final = (
    r"apt apartment flat unit suite appt appartement bât bâtiment piso puerta interno scala andar apto кв квартира "
    r"корп корпус m Daire D Kat floor"
)
_DOOR: Final = (
    rf"(?:,? (?:(?i:{_any(_DOORS)})[.:]? ?(?=\w{{0,3}}\d)\w{{1,5}}|#\d{{1,5}}|\d{{1,2}}[º°ª] ?[A-Z]?)){{0,3}}"
)
_NOT_UNIT: Final = (
    r"(?! ?(?:km|m|cm|mm|kg|g|h|Uhr|Min\w{0,6}|min\w{0,6}|Tagen?|Stunden?|Wochen?|Stück|Euro|uur|dagen|jours?|fois|"
    r"volte|veces|vezes|%)(?!\w))"
)

_FRENCH: Final = _any(
    r"rue avenue av\. boulevard bld blvd bd chemin allées? impasse quai ruelle faubourg esplanade"
)
_FRENCH_VAGUE: Final = _any(
    "place cours passage villa route square résidence lotissement sentier rond-point hameau"
)
_BEFORE: Final = (
    "(?i:"
    + _any(
        r"calle c/ avenida avda\.? av\. paseo plaza carretera camino ronda travesía carrer "
        r"via viale piazza piazzale corso largo vicolo strada contrada "
        r"rua r\. travessa praça alameda estrada ul\. ulica ulicy al\. aleja alei os\. osiedle pl\. str\. ulice "
        r"ул\. улица улице пр\. проспект пр-т пер\. переулок бульвар шоссе наб\. вул\. вулиця"
    )
    + r")(?:(?<=[./])|(?= ))"
)
# Ends of street names. The vague ones are ends of other nouns too (Ohrring, Lieferweg): they need a town.
_WITHIN: Final = (
    "(?i:"
    + _any(r"straße strasse str\. straat laan gracht plein singel gatan vägen gränd gade vej gata veien katu")
    + ")"
)
_WITHIN_VAGUE: Final = (
    "(?i:"
    + _any("weg platz allee gasse ring damm ufer chaussee steig markt hof kade dijk pad torget väg tie utca")
    + ")"
)
_AFTER: Final = _any(
    r"Street St\.? Road Rd\.? Avenue Ave\.? Lane Ln\.? Drive Dr\.? Boulevard Blvd\.? Court Ct\.? Way Square Sq\.? "
    r"Terrace Close Place Pl\.? Crescent Gardens Grove Highway Hwy\.? Parkway Pkwy\.? Circle Row Mews Hill Walk"
)
_ZIP: Final = (
    r"(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2},? \d{5}(?:-\d{4})?|[A-Z]{2},? [A-Z]\d[A-Z] ?\d[A-Z]\d|"
    r"[A-Z]{2,3} \d{4}|\d{5})(?!\w)"
)
_ENGLISH_TAIL: Final = (
    rf"{_DOOR}(?:(?:,\s?|\n| )(?:{_CAPITAL}(?: {_CAPITAL}){{0,2}},? ){{0,2}}{_ZIP}|{_CITY})?"
)
_SPOKEN: Final = (
    r"(?!(?i:the|a|an|my|our|your|this|that|in|on|of|down|at|to|from|for|and|more|days?|items?|times?|miles?|"
    r"minutes?|hours?|cars?|people) )"
)
_TURKISH: Final = _any(r"Mahallesi Mah\.? Caddesi Cad\.? Cd\.? Sokak Sokağı Sok\.? Sk\.? Bulvarı Bulv\.?")

_HAN: Final = "[一-龥]"
_HAN_NAME: Final = "[^\\W\\d_a-zA-Zぁ-ん请寄送到在是住于我的址为發发给给請地至]"
_JAPANESE: Final = "[一-龥ァ-ヶー々]"
_NOT_TOWN: Final = "(?:(?![市区郡町村])[一-龥ァ-ヶー々])"

_TAIL: Final = _DOOR + _REST
_Pattern = tuple[str, str]
"""An address as far as it must go, and what may follow: apart, because that is long and needed often."""

_PATTERNS: Final[tuple[_Pattern, ...]] = (
    # France, Belgium, Switzerland, Canada
    (rf"(?<![\w-]){_NUMBER},? (?i:{_FRENCH}) (?:{_NAMES}|(?:{_PARTICLE}){{0,3}}{_WORD})", _TAIL),
    (rf"(?<![\w-]){_NUMBER},? (?i:{_FRENCH_VAGUE}) {_NAMES}", _TAIL),
    (rf"(?<!\w)(?:{_NUMBER},? )?(?i:{_FRENCH}|{_FRENCH_VAGUE}) {_LOOSE}{_TOWN}", ""),
    # Spain, Italy, Portugal, Brazil, Poland, Russia
    (rf"(?<!\w)(?:г\. ?{_CAPITAL}, ?)?{_BEFORE} ?(?:\d{{1,2}} )?{_NAMES}{_NO}{_NUMBER}{_NOT_UNIT}", _TAIL),
    (rf"(?<!\w){_BEFORE} ?{_LOOSE}{_NO}{_NUMBER}{_DOOR}{_TOWN}", ""),
    # Germany, Austria, the Netherlands, Scandinavia
    (rf"(?<!\w)(?:{_CAPITAL}[ -]){{0,2}}[^\W\d_]{{0,30}}?{_WITHIN} ?{_NUMBER}{_NOT_UNIT}", _TAIL),
    (
        rf"(?<!\w)(?:{_CAPITAL}[ -]){{0,2}}[^\W\d_]{{0,30}}?{_WITHIN_VAGUE} {_NUMBER}{_NOT_UNIT}{_DOOR}{_TOWN}",
        "",
    ),
    (rf"(?<!\w)(?:A[mn]|Auf|Im|Zum|Zur|Unter|Hinter) (?:{_PARTICLE})?{_NAMES} {_NUMBER}{_TOWN}", ""),
    # English
    (
        rf"(?<![\w.,-])\d{{1,5}}[A-Za-z]?,? {_SPOKEN}(?:{_CAPITAL} |\d{{1,3}}(?:st|nd|rd|th) ){{1,4}}{_AFTER}(?!\w)",
        _ENGLISH_TAIL,
    ),
    (
        rf"(?<![\w.,-])\d{{1,5}}[a-z]? {_SPOKEN}[\w'-]{{2,20}} (?:{_SPOKEN}[\w'-]{{2,20}} )?"
        rf"(?i:street|road|avenue|lane|boulevard)(?!\w)",
        _ENGLISH_TAIL,
    ),
    (r"(?i:P\.? ?O\.? Box|Postfach|Apartado de correos|Casella postale|Skrytka pocztowa) \d{1,6}(?!\w)", ""),
    # Turkey
    (
        rf"(?<!\w){_CAPITAL}(?: {_CAPITAL}){{0,2}} {_TURKISH},?(?: {_CAPITAL}(?: {_CAPITAL}){{0,2}} {_TURKISH},?){{0,2}} ?"
        rf"(?:No ?[:.]? ?)?\d{{1,4}}(?:/\d{{1,3}})?{_DOOR}(?:,? (?:\d{{5}} )?{_CAPITAL}(?:[/,] ?{_CAPITAL})?)?",
        "",
    ),
    # Arabic
    (
        r"(?:\d{1,4} )?شارع [^\W\d_]{2,20}(?: [^\W\d_]{2,20}){0,4}[،,]? ?(?:(?:رقم|مبنى|عمارة|بناية) )?\d{1,4}"
        r"(?:[،,] ?[^\W\d_]{3,15}){0,2}",
        "",
    ),
    (r"\d{1,4} شارع [^\W\d_]{2,20}(?: [^\W\d_]{2,20}){0,2}(?:[،,] ?[^\W\d_]{3,15}){0,2}", ""),
    # Hindi
    (
        r"(?:मकान|फ्लैट|प्लॉट|गली)(?: (?:नंबर|नं\.?|संख्या))? ?\d{1,4}[A-Za-z]?(?:[,/ ]{1,2}[\u0900-\u097f]{2,20}){1,6}(?: \d{6})?",
        "",
    ),
)
_EAST_ASIAN: Final[tuple[_Pattern, ...]] = (
    # China
    (
        rf"(?:{_HAN_NAME}{{2,7}}?(?:省|自治区))?(?:{_HAN_NAME}{{2,6}}?[市州])?(?:{_HAN_NAME}{{1,6}}?[区區县縣镇鎮乡])?"
        rf"{_HAN_NAME}{{1,8}}?(?:路|街|道|巷|弄|胡同|大道|村)(?:[一二三四五六七八九十\d]{{1,3}}段)?\d{{1,5}}(?:弄\d{{1,4}})?[号號弄]"
        r"(?:[A-Za-z]?\d{1,4}(?:号楼|号|栋|幢|单元|层|室|樓|楼|房)){0,4}",
        "",
    ),
    # Japan
    (
        rf"(?:〒? ?\d{{3}}-\d{{4}}\s?)?(?:北海道|東京都|大阪府|京都府|{_HAN}{{2,3}}県)?"
        rf"(?:(?:{_JAPANESE}{_NOT_TOWN}{{0,5}}|さいたま|つくば|いわき)[市区郡町村]市?){{1,3}}(?:{_JAPANESE}|[のがケ]){{0,8}}"
        r"\d{1,4}(?:(?:丁目|番地|番|号|-|ー|の)\d{0,4}){1,4}号?",
        "",
    ),
    # Korea
    (
        r"(?:[가-힣]{2,5}(?:특별시|광역시|시|도) ?)?(?:[가-힣]{1,5}[시군구] ){1,2}[가-힣\d]{1,10}?(?:로|길|동|가)"
        r"(?: ?\d{1,3}번?길)? ?\d{1,4}(?:-\d{1,4})?(?:번지)?(?:,? \d{1,4}동)?(?:,? \d{1,4}호)?",
        "",
    ),
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of addresses in a text's shape."""
    text = plain(text)
    for pattern, tail in _PATTERNS + (_EAST_ASIAN if has_east_asian(text) else ()):
        place = 0
        while match := compiled(pattern).search(text, place):
            more = compiled(tail).match(text, match.end())
            place = more.end() if more else match.end()
            yield match.start(), place
