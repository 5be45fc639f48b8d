"""The rules that a reply has to keep before it is sent."""

import re
from collections.abc import Sequence
from typing import Any, Final

MIN_WORDS: Final = 60
MAX_WORDS: Final = 150
"""Asked for are 80 to 120 words; outside these bounds a draft is rejected. Counted on the pivot text."""

_LINK: Final = re.compile(r"https?:|www\.|\b[\w-]+\.(?:com|net|org|fr|io|eu)\b|<[a-z/]", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"[^\s@]+@[^\s@]+\.\w")
_PROMPT: Final = re.compile(r"customer_message|write_reply|<context|pivot_text", re.IGNORECASE)

# Words that offer something: stems in the pivot languages, and any percentage. Asking for, or telling
# of, a refund is the trade's daily bread, so only the offering of one counts.
_GESTURE: Final = re.compile(
    r"\d\s*%|\bbons? d.achat|\bremises?\b|\br[ée]ductions?\b|\brabais\b|\bcadeau|\bgratuit|\bavoirs? de\b|"
    r"\boff(?:ert(?:e?s?)|r(?:ons|e|ir\w*))\b|\bsans frais\b|\bd[ée]dommag|\bgeste commercial|\bcode promo|"
    r"\bdiscount|\bvoucher|\bcoupon|\bgift\b|(?<!feel )\bfree\b|\bcomplimentary|\bcompensat|\bstore credit|\bon the house|\bno (?:charge|cost)\b|"
    r"\bwe (?:will|shall|can) refund|\b(?:will|shall) be refunded|\b(?:will|shall) (?:get|receive) a (?:full )?refund|"
    r"\bnous (?:vous )?rembours(?:ons|erons)|\bser(?:ez|a) rembours|\bproc[ée]d\w+ au rembours",
    re.IGNORECASE,
)


def words(text: str) -> int:
    """Count the words of a pivot text."""
    return len(text.split())


def broken_rule(reply: str, pivot: str, gestures: Sequence[str]) -> str | None:
    """Return the code of the first rule that a reply breaks, or None.

    `gestures` are the commercial gestures that the environment authorises for this request.
    """
    if not reply.strip() or not pivot.strip():
        return "empty"
    if words(pivot) < MIN_WORDS:
        return "too_short"
    if words(pivot) > MAX_WORDS:
        return "too_long"
    both = _plain(f"{reply}\n{pivot}")
    for pattern, code in ((_LINK, "link"), (_ADDRESS, "address"), (_PROMPT, "prompt")):
        if pattern.search(both):
            return code
    for gesture in gestures:
        both = both.replace(_plain(gesture), "")
    return "gesture" if _GESTURE.search(both) else None


def _plain(text: str) -> str:
    """Return a text as gestures are compared: models write other apostrophes, spaces and capitals."""
    return " ".join(text.casefold().replace("’", "'").split())


def text_of(draft: Any, field: str) -> str:
    """Return a text field of the model's tool input; anything else there counts as empty."""
    value = draft.get(field) if isinstance(draft, dict) else None
    return value.strip() if isinstance(value, str) else ""
