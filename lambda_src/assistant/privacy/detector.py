"""What Comprehend's detector of personal data calls things, and which of its findings count here."""

from collections.abc import Iterable
from typing import Final

from assistant.text.regex import compiled
from assistant.text.views import shape
from assistant.translation import codes

from .found import FIGURES, Found
from .numbers import blanked
from .references import introduces

KINDS: Final = {
    kind: ours
    for ours, kinds in {
        "NAME": "NAME",
        "ADDRESS": "ADDRESS",
        "PHONE": "PHONE",
        "EMAIL": "EMAIL",
        "CARD": "CREDIT_DEBIT_NUMBER CREDIT_DEBIT_CVV CREDIT_DEBIT_EXPIRY",
        "ACCOUNT": "BANK_ACCOUNT_NUMBER BANK_ROUTING INTERNATIONAL_BANK_ACCOUNT_NUMBER SWIFT_CODE",
        "PASSWORD": "PASSWORD PIN AWS_ACCESS_KEY AWS_SECRET_KEY",
        "ID": "SSN PASSPORT_NUMBER DRIVER_ID USERNAME IP_ADDRESS MAC_ADDRESS LICENSE_PLATE "
        "VEHICLE_IDENTIFICATION_NUMBER UK_NATIONAL_INSURANCE_NUMBER CA_SOCIAL_INSURANCE_NUMBER "
        "US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER "
        "IN_PERMANENT_ACCOUNT_NUMBER IN_NREGA UK_NATIONAL_HEALTH_SERVICE_NUMBER CA_HEALTH_NUMBER "
        "IN_AADHAAR IN_VOTER_NUMBER",
    }.items()
    for kind in kinds.split()
}
"""Our kind for each of Comprehend's types."""

NOT_MASKED: Final = frozenset({"AGE", "ALL", "DATE_TIME", "URL"})
"""Types that stay: the team needs dates and times, and an age or a link alone names nobody."""

ABOVE: Final = 0.5
"""A finding counts when it is likelier than not: a miss shows personal data, a mistake hides a word.

Comprehend's documentation shows a card number at 0.89, so the 0.80 of the entities would be near the edge.
"""

_FEWEST_OF_CODE: Final = 3
_MOST_OF_CODE: Final = 4
"""Words of what is a code with its word, or a date; an address has more."""

_MOST_BESIDE_DATE: Final = 1
"""Words beside a date or an amount: two are somebody's name, who was born then."""

_AROUND: Final = 60


def accepted(text: str, findings: Iterable[tuple[str, float, int, int]]) -> list[Found]:
    """Return the findings (type, score, start, end) that count, each once, in the order given.

    Numbers that the text introduces as those of orders or the like, dates and amounts are left out.
    A type that is new to us counts as an identifier: better masked than shown.
    """
    found = []
    for kind, score, start, end in findings:
        if not 0 <= start < end <= len(text):
            raise ValueError("the place is not in the text")
        ours = KINDS.get(kind, "ID")
        if score > ABOVE and kind not in NOT_MASKED and not (ours in FIGURES and _is_known(text, start, end)):
            found.append(Found(ours, text[start:end]))
    return list(dict.fromkeys(found))


def is_reference(words: str) -> bool:
    """Tell whether words have a date, an amount, or a code of letters and figures in them, as orders have."""
    plain = shape(words).text
    if len(plain.split()) > _MOST_OF_CODE:
        return False
    found = [plain[one.start : one.end] for one in codes.spans(plain) if one.kind == "code"]
    bare = blanked(plain)
    dated = "\0" in bare and len(compiled(r"[^\W\d_]{2,}").findall(bare)) <= _MOST_BESIDE_DATE
    # Fewer figures are those of a house, a flat or a floor.
    return dated or any(sum(map(str.isdigit, code)) >= _FEWEST_OF_CODE for code in found)


def _is_known(text: str, start: int, end: int) -> bool:
    """Tell whether a number is a date, an amount, or one of ours."""
    before, number, after = (
        shape(part).text
        for part in (text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND])
    )
    around, place = before + number + after, len(before)
    return introduces(text[:start]) or set(blanked(around)[place : place + len(number)]) <= set("\0 ")
