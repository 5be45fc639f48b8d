"""What Comprehend's detector of personal data calls things, and which of its findings count here."""

from collections.abc import Iterable
from typing import Final

from support.domain.views import shape

from .context import names_reference, says
from .found import Found
from .numbers import blanked

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

_AROUND: Final = 60
_FIGURES: Final = frozenset({"PHONE", "CARD", "ACCOUNT", "ID"})


def accepted(text: str, findings: Iterable[tuple[str, float, int, int]]) -> list[Found]:
    """Return the findings (type, score, start, end) that count, each once, in the order given.

    Numbers that the text introduces as those of orders, invoices or parcels, dates and amounts are left out.
    A type that is new to us counts as an identifier: better masked than shown.
    """
    found = []
    for kind, score, start, end in findings:
        if not 0 <= start < end <= len(text):
            raise ValueError("the place is not in the text")
        ours = KINDS.get(kind, "ID")
        if (
            score > ABOVE
            and kind not in NOT_MASKED
            and not (ours in _FIGURES and _is_known(text, start, end))
        ):
            found.append(Found(ours, text[start:end]))
    return list(dict.fromkeys(found))


def is_reference(words: str, text: str) -> bool:
    """Tell whether words are a date, an amount, or a number that the text introduces as one of ours."""
    start = text.find(words)
    return start >= 0 and any(map(str.isdigit, words)) and _is_known(text, start, start + len(words))


def _is_known(text: str, start: int, end: int) -> bool:
    """Tell whether a number is a date, an amount, or one of ours."""
    parts = (text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND])
    before, number, after = (shape(part).text for part in parts)
    around, place = before + number + after, len(before)
    if set(blanked(around)[place : place + len(number)]) <= set("\0 "):
        return True
    return names_reference(around, place) or (
        number.isalnum() and says(around, place, place + len(number)) == "reference"
    )
