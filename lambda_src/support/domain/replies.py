"""The rules that a reply has to keep before it is sent."""

import re
from collections.abc import Sequence
from typing import Final

from . import contacts, gestures, literals, prompt, tongues
from .priority import SLA_HOURS

MIN_WORDS: Final = 60
MAX_WORDS: Final = 150
"""Asked for are 80 to 120 words; outside these bounds a draft is rejected. Counted on the pivot text."""

_HOURS: Final = re.compile(r"\b(\d{1,2})[\s-]?(?:h\b|heures?\b|hours?\b)")


def words(text: str) -> int:
    """Count the words of a pivot text."""
    return len(text.split())


def wrong_pivot(
    pivot: str,
    authorised: Sequence[str],
    *,
    company: str = "",
    pivot_language: str = "",
    known: str | None = None,
    hours: int | None = None,
) -> str | None:
    """Return the code of the first rule that a reply's text for the team breaks, or None.

    `authorised` are the commercial gestures that the environment allows for this request; `company`
    signs, so its name is no link; `known` is everything that a code in the reply may come from, and what
    the reply may name without offering it; `hours` are those in which the team looks at the request. What is
    not given is not checked.
    """
    if not pivot.strip():
        return "empty"
    said = says_wrong(pivot, authorised, company, known=known or "")
    if said:
        return said
    if not MIN_WORDS <= words(pivot) <= MAX_WORDS:
        return "too_short" if words(pivot) < MIN_WORDS else "too_long"
    if tongues.is_other(pivot, pivot_language):
        return "language"
    if hours and _promises_otherwise(pivot, hours, known or ""):
        return "hours"
    return "invented" if known is not None and "code" in literals.added(known, pivot) else None


def wrong_text(
    text: str,
    pivot: str,
    authorised: Sequence[str],
    *,
    company: str = "",
    language: str = "",
    known: str | None = None,
) -> str | None:
    """Return the code of the first rule that a text for the customer breaks beside its pivot, or None.

    An offer is told word for word in the pivot text alone: this one may make those of the same kinds.
    `known` is what the customer wrote, in every language that it is kept in.
    """
    if not text.strip():
        return "empty"
    allowed = gestures.kinds_offered(contacts.plain(pivot), authorised)
    said = says_wrong(text, authorised, company, language=language, allowed=allowed, known=known or "")
    if said:
        return said
    if tongues.is_other(text, language):
        return "language"
    return "numbers" if literals.differ(pivot, text) else None


def says_wrong(
    said: str,
    authorised: Sequence[str],
    company: str,
    *,
    language: str = "",
    allowed: frozenset[gestures.Kind] = frozenset(),
    known: str = "",
) -> str | None:
    """Return the code of the first thing that a text says and no reply may say, or None."""
    text, known = contacts.plain(said), contacts.plain(known)
    if prompt.leaks(text):
        return "prompt"
    way_out = contacts.found(_without(text, contacts.plain(company)), known)
    if way_out:
        return way_out
    offers = gestures.offered(text, authorised, language, known=known, allowed=allowed)
    return "gesture" if offers else None


def name_to_greet(name: str, company: str) -> str:
    """Return the customer's name, or nothing where no reply may say it.

    A name is anybody's text: an offer or a link in it would come back in the greeting. Who is called
    Emily Free is greeted without a name, instead of never getting a reply by the model.
    """
    return "" if says_wrong(name, (), company) else name


def _promises_otherwise(pivot: str, hours: int, known: str) -> bool:
    """Tell whether a text names the hours of another priority, which the customer did not write about."""
    named = {int(one[1]) for one in _HOURS.finditer(contacts.plain(pivot))} & set(SLA_HOURS.values())
    return any(not re.search(rf"(?<!\d){other}(?!\d)", known) for other in named - {hours})


def _without(text: str, company: str) -> str:
    """Return a plain text without a company's name, unless it is part of an address or a path."""
    if not company:
        return text
    return re.sub(rf"(?<![\w@./-]){re.escape(company)}(?![\w@/-]|\.\w)", " ", text)
