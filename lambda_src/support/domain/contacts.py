"""Ways out of the conversation that no reply may show: links, addresses, account and phone numbers.

Replies are checked as `plain` leaves them, so that no typography hides a word.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from .check_digits import is_card, is_iban
from .figure_forms import ascii_digits

# Letters of other scripts that look like ours: "disсount" with a Cyrillic с is read as one word.
_LOOKALIKES: Final = str.maketrans("аеорсухіѕјԁһո’‘", "aeopcyxisjdhn''")

_ENDINGS: Final = (
    "com|net|org|info|biz|fr|io|eu|co|uk|de|es|it|pt|be|ch|lu|nl|ca|us|me|tv|app|dev|shop|store|online|site|"
    "xyz|top|club|link|click|live|cc|ru|cn|ly|gl|gg|ai|tk|ml|pw|su|ws|museum"
)
_DOT: Final = r"(?: ?[\[({] ?(?:\.|dot|point) ?[\])}] ?| dot | point | \. ?)"
_LINK: Final = re.compile(
    rf"h(?:tt|xx)ps?:|ftp:|www ?\.|<[a-z/]|\b[\w-]{{1,63}}\.(?:{_ENDINGS})\b|\b[\w-]{{1,63}}\.[a-z]{{2,}}/\w|"
    rf"\w{_DOT}(?:com|net|org|info|fr|io|eu)\b|\b\d{{1,3}}(?:\.\d{{1,3}}){{3}}\b|\blocalhost\b"
)
_ADDRESS: Final = re.compile(
    rf"@ ?\w|[\[({{] ?(?:at|arobase?) ?[\])}}]|\barobase?\b|\w at [\w-]+{_DOT}(?:{_ENDINGS})\b|"
    r"\b\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|bd|place|chemin|allée|impasse|quai|route|cours) \w|"
    r"\b\d{1,5} (?:[\w'-]+ ){1,2}(?:street|road|avenue|lane|boulevard)\b"
)
_PHONE: Final = re.compile(
    r"(?<![\w-])(?:(?:\+|00) ?\d(?:[ .()/-]{0,2}\d){7,14}|0[1-9](?:[ .-]?\d\d){4}|0\d{3}[ .-]\d{3}[ .-]?\d{3}|"
    r"\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4})(?![\w-])"
)
_CALL: Final = re.compile(
    r"\bappel|t[ée]l[ée]ph|telef|joign|joindre|contact|\bphone|\bcall|\bdial|\bring\b|whatsapp|\bsms\b|"
    r"\bruf|anruf|llam|marque|chiam|\bligue|\bligar|\bbel\b|bellen|dzwo|soit|volaj|volejte|suna[țt]i|"
    r"hívj|καλέσ|τηλεφ|\barayın|звон|дзвон|телефон|обад|nazov|pozov|позов|اتصل|هاتف|התקשר|טלפון|تماس|"
    r"تلفن|कॉल|फोन|কল|ফোন|โทร|電話|电话|致电|致電|전화|연락|gọi|điện thoại|hubungi|telepon|truqu|ringa"
)
_CALL_REACH: Final = 60
"""Characters before and after a number where a word makes it one to call, in the languages of the customers."""
_JOINTS: Final = re.compile(r"(?<=\d)[ .()/-]{1,2}(?=\d)")
_CARD: Final = re.compile(r"(?<![\w-])\d(?:[ .-]?\d){12,18}(?![\w-])")
_IBAN: Final = re.compile(r"(?<![\w-])[a-z]{2}\d\d(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?(?![\w-])")


def plain(text: str) -> str:
    """Return a text as it is compared: one case, one kind of space and apostrophe, nothing invisible."""
    visible = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", visible).casefold().translate(_LOOKALIKES).split())


def found(text: str, known: str = "") -> str | None:
    """Return the code of the first way out that a plain text shows, or None.

    A number of the customer's own message, `known` and plain, may be named, unless it is one to call.
    """
    if _ADDRESS.search(text):
        return "address"
    if any(_numbers(text, known)):
        return "number"
    return "link" if _LINK.search(text) else None


def _numbers(text: str, known: str) -> Iterator[bool]:
    """Yield for each number whether it pays or calls; numbers of orders and parcels do neither."""
    own = _JOINTS.sub("", ascii_digits(known))
    for phone in _PHONE.finditer(text):
        # A parcel's number may look like a phone's; one with the code of a country is nothing else.
        number = _JOINTS.sub("", ascii_digits(phone[0]))
        around = text[max(0, phone.start() - _CALL_REACH) : phone.end() + _CALL_REACH]
        yield number.startswith(("+", "00", "(")) or number not in own or bool(_CALL.search(around))
    for card in _CARD.finditer(text):
        yield is_card(re.sub(r"\D", "", card[0]))
    for account in _IBAN.finditer(text):
        yield is_iban(account[0].replace(" ", ""))
