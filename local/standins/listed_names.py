"""Names of people where a text says that they are: introductions, signatures, titles, form fields."""

from collections.abc import Iterator
from typing import Final

from local.standins.letters import CAPITALS, compiled, has_east_asian, plain

_CAPITAL: Final = rf"(?:[{CAPITALS}]\.(?= )|[{CAPITALS}](?:[^\W\d_]|['-](?=[^\W\d_])){{0,29}})"
_PARTICLES: Final = r"(?:de la|de|du|des|di|da|do|dos|van der|van den|van de|van|von|zu|der|den|del|della|la|le|el|al|bin|ibn|y|e) "
_NAME: Final = rf"(?P<it>{_CAPITAL}(?: (?:{_PARTICLES})?{_CAPITAL}){{0,3}})(?![^\W_])"
_FULL: Final = rf"(?P<it>{_CAPITAL}(?: (?:{_PARTICLES})?{_CAPITAL}){{1,3}})(?![^\W_])"
_NO_NAME: Final = (
    r"(?!(?i:pas|plus|not|nicht|et|and|und|et|y|e|i|en|och|ve|и|que|dass|that|weil|so|zo|así|así|cosi|così|como|"
    r"come|comme|wie|qualcuno|alguien|someone|jemand|quelqu'un|aussi|auch|anche|también|bien|gut|kunden?|kundin)(?!\w))"
)
_LOWER: Final = rf"(?P<it>{_NO_NAME}[^\W\d_]{{2,20}}(?: {_NO_NAME}[^\W\d_]{{2,20}}(?=\s?(?:[.,;!?\n]|\Z| (?:et|and|und|y|e|i|en|och|ve|и) ))){{0,1}})(?!\w)"

# After these comes a name in whatever case.
_CALLED: Final = (
    r"je m'appelle|me llamo|mi chiamo|ich heiße|ich heisse|me chamo|chamo-me|nazywam się|jag heter|ik heet|"
    r"меня зовут|мене звати|numele meu este|jmenuji se|jeg hedder|jeg heter|με λένε|ονομάζομαι"
)
# After these comes a name in capitals, or something else.
_IS: Final = (
    r"my name is|my name's|mon nom est|mi nombre es|mein name ist|il mio nome è|o? ?meu nome é|mam na imię|"
    r"mitt namn är|mijn naam is|benim adım|adım|ismim|мое имя|моё имя|my full name is|nimeni on|mit navn er"
)
# After these comes a name only if it has two words or more.
_AM: Final = (
    r"i am|i'm|this is|je suis|ici|ich bin|hier ist|soy|sono|sou|jestem|ik ben|jag är|я|with regards from|ben"
)
_NOT_PEOPLE: Final = (
    r"(?!(?:Kund|Mitglied|Besitzer|Client|Customer|Service|Support|Black|Premium|Amazon|Very|Not|New|So|Your|The|A )"
    r"[^\W\d_]{0,10}|(?:Sehr|Molto|Очень|Très|Muy|Muito|Bardzo|Mycket|Heel|Really) )"
)
_FIELDS: Final = (
    r"nom et prénom|nom complet|prénom et nom|nom|prénom|full name|first name|last name|surname|name|vorname|nachname|"
    r"nombre y apellidos|nombre|apellidos?|nome completo|nome|cognome|sobrenome|imię i nazwisko|nazwisko|naam|namn|"
    r"ad soyad|adı soyadı|isim|имя|фамилия|фио|氏名|お名前|名前|姓名|名字|이름|성함|성명|الاسم|اسم العميل|नाम"
)
_CLOSINGS: Final = (
    r"(?:(?:très |bien )?cordialement|bien à vous|(?:sincères |meilleures )?salutations(?: distinguées)?|"
    r"(?:mit )?(?:freundlichen|freundliche|besten|beste|herzlichen|herzliche|viele|liebe|schöne) gr(?:ü|ue)(?:ß|ss)en?|mfg|hochachtungsvoll|"
    r"(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards|(?:yours )?sincerely(?: yours)?|yours (?:truly|faithfully)|best|cheers|"
    r"(?:un )?(?:cordial |atento )?saludos?(?: cordiales)?|atentamente|(?:cordiali |distinti )?saluti|cordialmente|"
    r"atenciosamente|(?:com os )?(?:melhores )?cumprimentos|att|abraços|met vriendelijke groeten?|vriendelijke groeten?|groet(?:en|jes)?|mvg|"
    r"z poważaniem|pozdrawiam|(?:med )?vänliga? hälsning(?:ar)?|mvh|saygılarımla|saygılar|iyi günler|с уважением|всего доброго|"
    r"med venlig hilsen|med vennlig hilsen|ystävällisin terveisin|s pozdravem|"
    r"مع (?:خالص )?(?:التحية|تحياتي|الشكر)|تحياتي|وتفضلوا بقبول فائق الاحترام|सादर|भवदीय|आपका|आपकी)"
)
_THANKS: Final = (
    r"(?:merci(?: d'avance| beaucoup)?|thank you|thanks(?: in advance)?|many thanks|vielen dank|danke|(?:muchas )?gracias|grazie(?: mille)?|"
    r"obrigad[oa]|dank (?:u|je)(?: wel)?|bedankt|dziękuję|tack|teşekkürler|teşekkür ederim|спасибо|شكرا|شكراً|धन्यवाद)"
)
_NO_WISH: Final = r"(?!(?i:schön|gut|bonne|bon |have|hasta|un |une |buon|boa|bom|see|best|good|miłego|ha ))"
_LINE: Final = r"(?=[ .]{0,2}(?:\n|\Z))"
_ANY_LINE: Final = rf"(?P<it>[^\W\d_][^\W\d_\n]{{0,19}}(?:[ '-][^\W\d_][^\W\d_\n]{{0,19}}){{0,3}}){_LINE}"
_DEVANAGARI: Final = "[\u0900-\u0963\u0970-\u097f]"
_ARABIC: Final = "[\u0621-\u065f\u0670-\u06d3]"

_PATTERNS: Final = (
    rf"(?<!\w)(?i:{_CALLED}|{_IS}) {_NAME}",
    rf"(?<!\w)(?i:{_CALLED}) {_LOWER}",
    rf"(?<!\w)(?i:{_AM}),? {_NOT_PEOPLE}{_FULL}",
    rf"(?<!\w)(?i:this is|here is|i'm) {_NOT_PEOPLE}(?P<it>{_CAPITAL})(?= (?i:speaking|calling|here|from [{CAPITALS}]))",
    rf"(?<!\w)(?:Mr|Mrs|Ms|Miss|Mme|Mlle|Monsieur|Madame|Herrn?|Frau|Señora?|Sra|Signora?|Sig|Dhr|Mevr|Pana|Panią)\.? "
    rf"(?!Monsieur|Madame|Frau|Herr){_NAME}",
    rf"(?m)^[ -]{{0,3}}(?i:{_FIELDS}) ?[:：] ?(?P<it>[^\W\d_][^\W\d_]{{0,29}}(?:[ '-][^\W\d_]{{1,30}}){{0,3}}){_LINE}",
    rf"(?<!\w)(?i:{_CLOSINGS})[ ,.!،।]{{0,3}}\n{{1,2}} ?(?:{_NAME}{_LINE})",
    rf"(?<!\w)(?i:{_CLOSINGS})[ ,.!]{{1,3}}{_NAME}{_LINE}",
    rf"(?<!\w)(?i:{_THANKS})[ ,.!،।]{{0,3}}\n{{1,2}} ?{_NO_WISH}{_NAME}(?=[ .]{{0,2}}(?:\Z|\n ?[\d+(]))",
    rf"(?<!\w)(?i:{_CLOSINGS})[ ,.!،।]{{0,3}}\n{{1,2}} ?{_ANY_LINE}",
    # Arabic, Hindi: no capitals, so at most two words unless the line ends
    rf"(?:اسمي|إسمي|أنا اسمي|انا اسمي) (?:هو )?(?P<it>{_ARABIC}{{2,20}}(?: (?!و|من|أريد|اريد|لم|في){_ARABIC}{{2,20}}(?=\s?[\n.،,]|\Z| و))?)",
    rf"(?:مع (?:خالص )?(?:التحية|تحياتي|الشكر)|تحياتي|شكرا|شكراً)[ ،.,]{{0,3}}\n{{1,2}}(?P<it>{_ARABIC}{{2,20}}(?: {_ARABIC}{{2,20}}){{0,3}}){_LINE}",
    rf"(?:मेरा नाम|मेरा शुभ नाम) (?P<it>{_DEVANAGARI}{{2,20}}(?: (?!है|हैं){_DEVANAGARI}{{2,20}}){{0,3}})(?= (?:है|हैं))",
    rf"मैं (?P<it>{_DEVANAGARI}{{2,20}} {_DEVANAGARI}{{2,20}}) (?=बोल रह)",
    rf"(?:सादर|भवदीय|आपका|आपकी|धन्यवाद)[ ,।.!]{{0,3}}\n{{1,2}}(?P<it>{_DEVANAGARI}{{2,20}}(?: {_DEVANAGARI}{{2,20}}){{0,3}}){_LINE}",
)
_EAST_ASIAN: Final = (
    r"(?:私(?:の名前)?は|わたしは|名前は)?(?P<it>(?:[一-龥々]{1,4}[ 　]?[一-龥々ぁ-んァ-ヶ]{0,4}|[ァ-ヶー]{2,10}(?:[・ ][ァ-ヶー]{2,10})?))(?=と申します|といいます|と言います)",
    r"(?:私の名前|わたしの名前|名前)は ?(?P<it>[一-龥々]{2,5}(?: [一-龥々ぁ-んァ-ヶ]{1,4})?|[ァ-ヶー]{2,10})(?=です|で、)",
    r"(?:敬具|草々|よろしくお願い(?:いた|致)?します|お願い申し上げます)[。 ]{0,2}\n{1,2}(?P<it>[一-龥々]{1,4}[ 　]?[一-龥々ぁ-んァ-ヶ]{1,5})(?=\s{0,3}\Z)",
    r"(?:我叫|我的名字是|我的名字叫|名叫|我姓名是|本人)(?P<it>[一-龥]{2,4})(?=[，。,.！!、；\s]|\Z)",
    r"我是(?P<it>(?!客户|顾客|你们|贵|一)[一-龥]{2,3})(?=[，。,])",
    r"(?:此致\s{0,3}敬礼|敬礼|此致|谢谢|谢谢您|祝好|敬上|顺颂商祺)[！!。，, ]{0,2}\n{1,2}(?P<it>[一-龥]{2,4})(?=\s{0,3}\Z)",
    r"(?:제 이름은|저는|이름은) ?(?P<it>[가-힣]{2,4}?)(?=(?:이?라고|입니다|이에요|예요|이고))",
    r"(?m)^(?P<it>[가-힣]{2,4})(?= (?:드림|올림|배상))",
    r"(?:감사합니다|부탁드립니다|고맙습니다)[.! ]{0,2}\n{1,2}(?P<it>[가-힣]{2,4})(?=\s{0,3}\Z)",
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of names in a text's shape; at most four words each, whatever the language."""
    text = plain(text)
    for pattern in _PATTERNS + (_EAST_ASIAN if has_east_asian(text) else ()):
        yield from (match.span("it") for match in compiled(pattern).finditer(text))
