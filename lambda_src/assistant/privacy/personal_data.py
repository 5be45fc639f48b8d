"""Personal data in a text: its kinds, how it is stored, and which findings of Comprehend and of a model count."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypedDict

from . import not_personal

OTHER: Final = "PERSONAL"
"""Data that a model lists and whose kind nothing shows."""

ADDRESS: Final = "ADDRESS"
KINDS: Final = ("NAME", ADDRESS, "PHONE", "EMAIL", "CARD", "ACCOUNT", "ID", "PASSWORD", OTHER)

NUMBERS: Final = frozenset({"PHONE", "CARD", "ACCOUNT", "ID"})
"""Kinds that are numbers, and may be confused with each other and with order numbers."""

DETECTED: Final = {
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
"""A finding counts when it is more likely than not: a miss shows personal data, a mistake only hides a word.

Comprehend's documentation shows a card number at 0.89, so the 0.80 of the entities would be near the edge.
"""

_FEW: Final = 2
_MANY: Final = 5
"""An address has more words than this, or, in scripts without spaces, at least so many letters."""


class PersonalData(TypedDict):
    """A name, address or number of a person in the message: not part of the record, but masked by it."""

    kind: str
    text: str


@dataclass(frozen=True)
class Found:
    """One piece of personal data: its kind (one of `KINDS`) and the words of the text."""

    kind: str
    text: str


def to_items(found: Iterable[Found]) -> list[PersonalData]:
    """Return what was found as a request keeps it."""
    return [PersonalData(kind=one.kind, text=one.text) for one in found]


def from_items(items: Iterable[PersonalData] | None) -> list[Found] | None:
    """Return what was found in a stored message, or None if nobody has looked yet."""
    return None if items is None else [Found(**one) for one in items]


def accepted(text: str, findings: Iterable[tuple[str, float, int, int]]) -> list[Found]:
    """Return the findings of Comprehend (type, score, start, end) that count, each once, in the order given.

    Numbers that the text introduces as those of orders or the like, dates and amounts are left out.
    A type that is new to us counts as an identifier: better masked than shown.

    Raises:
        ValueError: a place is not in the text.
    """
    found = []
    for kind, score, start, end in findings:
        if not 0 <= start < end <= len(text):
            raise ValueError("the place is not in the text")
        ours = DETECTED.get(kind, "ID")
        if score <= ABOVE or kind in NOT_MASKED:
            continue
        if ours not in NUMBERS or not not_personal.is_known(text, start, end):
            found.append(Found(ours, text[start:end]))
    return list(dict.fromkeys(found))


def with_listed(
    found: Sequence[PersonalData],
    listed: Iterable[str],
    *,
    texts: Sequence[str],
    places: Collection[str],
    company: str,
) -> list[PersonalData]:
    """Return the personal data that was found in a message with what a model lists besides.

    Although it lists them, these stay: the company's name, codes of letters and figures, dates, amounts, and
    what has one within; numbers that one of the message's `texts` introduces as those of orders or the like;
    the `places` that it names, as a town alone is nobody's address. What was found already has a kind.
    """
    known = {one["text"] for one in found}
    towns = {place.casefold() for place in places}
    own = re.compile(rf"(?i)(?<!\w){re.escape(company)}(?!\w)")
    new = [
        PersonalData(kind=kind_of(one), text=one)
        for one in listed
        if one not in known
        and one.casefold() not in towns
        and not own.search(one)
        and not not_personal.is_reference(one)
        and not any(not_personal.is_introduced(one, text) for text in texts)
    ]
    return [*found, *new]


def kind_of(text: str) -> str:
    """Return what a thing that a model lists looks like: a name, an address, an e-mail address, or else.

    Words without a figure are a name, some with one an address.
    """
    if "@" in text:
        return "EMAIL"
    letters = sum(map(str.isalpha, text))
    if not any(map(str.isdigit, text)):
        return "NAME" if letters else OTHER
    return ADDRESS if letters and (len(text.split()) > _FEW or letters >= _MANY) else OTHER
