"""What counts as a commercial gesture in a reply: words that offer something, in any of its languages.

Asking for a refund, or telling of one, is the trade's daily bread: only the offering of one counts. So do the
nouns of what the customer wrote about: a voucher that was refused, a present that came broken.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final

from .contacts import plain
from .figure_forms import ascii_digits
from .gesture_verbs import GRANTED, VERBS
from .gesture_words import ENGLISH, FRENCH, FRENCH_OFFER, SAME_WORDS, WORDS, Words


class Kind(StrEnum):
    """What a gesture gives. Voucher, discount, gift and compensation are one: translations mix them."""

    REFUND = "refund"
    FREE = "free"
    VALUE = "value"


_PERCENT: Final = r"\d{1,6}(?:[.,]\d{1,4})?\s?[%٪]|[%٪]\s?\d{1,6}(?:[.,]\d{1,4})?"
_MARKS: Final = dict.fromkeys((0x307, *range(0x591, 0x5C8), *range(0x64B, 0x653), 0x670))
"""The dot of a folded İ, and the vowel points of Hebrew and Arabic: written or not, the word is the same."""

_ASKED_FOR: Final = re.compile(
    r"\bdemandes? (?:de |d')(?:un |une )?(?:remise|r[ée]duction|rabais|avoir|d[ée]dommagement|compensation|"
    r"geste commercial|remboursement(?: int[ée]gral| total| complet)?)\b|"
    r"\b(?:requests?|ask(?:ed|ing)?) for (?:a |an )?(?:discount|voucher|full refund|refund|compensation)\b"
)
"""What the customer asked for, in words that answer it: naming it offers nothing."""

_GRANTED: Final = re.compile(GRANTED)
_PLURAL: Final = re.compile(r"s\b")
_SENTENCE: Final = re.compile(r"(?:[^.!?؟।。]|\.(?! |$))+")
_AUTHORISED: Final = {
    Kind.REFUND: re.compile(r"rembours|refund|restitu|money back"),
    Kind.FREE: re.compile(
        r"gratuit|offert|gracieu|sans frais|nos frais|notre charge|pris\w* en charge|"
        r"\bfree\b|free of charge|complimentary|waive|on the house|no (?:extra )?(?:charge|cost)|our (?:expense|cost)"
    ),
    Kind.VALUE: re.compile(
        r"\bbons?\b|\bremise|r[ée]duction|rabais|ristourne|cadeau|avoir|cr[ée]dit|d[ée]dommag|geste|code|points|"
        r"compens|[%٪]|pour ?cent|discount|voucher|coupon|gift|rebate|bonus|per ?cent|\boff\b|goodwill|points"
    ),
}
"""What a gesture that the environment authorises is: free wording in a pivot language, so only its nouns."""


def offered(
    text: str,
    authorised: Sequence[str],
    language: str = "",
    *,
    known: str = "",
    allowed: frozenset[Kind] = frozenset(),
) -> bool:
    """Tell whether a plain text offers something that is not authorised, word for word.

    `language` is the text's, for one that is not in a pivot language. Authorised gestures are written in the
    pivot language: the kinds that the text of another one may offer are `allowed`. `known` is the customer's
    own message, plain: its nouns and percentages may be named, unless the sentence offers them.
    """
    text, known = _without(text, authorised), _without(known, authorised)
    if not _GRANTED.search(text):
        text = _ASKED_FOR.sub(" ", text)
    text, known = text.translate(_MARKS), known.translate(_MARKS)
    kinds = frozenset(Kind) - allowed
    if not _gesture(language, kinds).search(text):
        return False
    named = set(_named(known, language)) if known and not _GRANTED.search(text) else set()
    return not named or any(
        _offers(sentence[0], kinds, language, named) for sentence in _SENTENCE.finditer(text)
    )


def kinds_offered(pivot_text: str, authorised: Sequence[str]) -> frozenset[Kind]:
    """Return the kinds of the authorised gestures that a plain pivot text has in it, word for word."""
    made = [gesture for gesture in map(plain, authorised) if gesture and gesture in pivot_text]
    return frozenset(kind for kind, words in _AUTHORISED.items() if any(map(words.search, made)))


def _offers(sentence: str, kinds: frozenset[Kind], language: str, named: set[str]) -> bool:
    """Tell whether a sentence offers, or has a gesture that the customer did not name."""
    found = {_key(one[0]) for one in _gesture(language, kinds).finditer(sentence)}
    return bool(found - named or (found and _verb(language).search(sentence)))


def _named(known: str, language: str) -> Iterator[str]:
    """Yield what a customer's message names: nouns and percentages alone, for the rest is said in offers."""
    for one in _gesture(language, frozenset({Kind.VALUE})).finditer(known):
        yield _key(one[0])


def _key(said: str) -> str:
    """Return a noun or a percentage as it is compared, in whatever digits and order of the sign."""
    figure = ascii_digits(said).replace("٪", "%").replace(" ", "")
    return f"{figure.strip('%')}%" if "%" in figure else _PLURAL.sub("", said)


def _without(text: str, gestures: Sequence[str]) -> str:
    for gesture in gestures:
        text = text.replace(plain(gesture), " ")
    return text


@lru_cache
def _gesture(language: str, kinds: frozenset[Kind]) -> re.Pattern[str]:
    """Return what offers something of some kinds in a language, or in French or English, whatever its language."""
    base = language.partition("-")[0]
    own = WORDS.get(SAME_WORDS.get(base, base))
    parts = [*_parts(FRENCH, kinds), *_parts(ENGLISH, kinds)]
    if own:
        parts += (plain(words).translate(_MARKS) for words in _parts(own, kinds))
    if Kind.VALUE in kinds:
        parts.append(_PERCENT)
    if base in ("", "fr", "en") and kinds & {Kind.FREE, Kind.VALUE} == {Kind.FREE, Kind.VALUE}:
        parts.append(FRENCH_OFFER)
    return re.compile("|".join(parts) or r"(?!)")


def _parts(words: Words, kinds: frozenset[Kind]) -> list[str]:
    return [words._asdict()[kind] for kind in Kind if kind in kinds]


@lru_cache
def _verb(language: str) -> re.Pattern[str]:
    """Return what makes an offer of a noun in a language, or in French or English; anything, if none is known."""
    base = language.partition("-")[0]
    base = SAME_WORDS.get(base, base)
    own = VERBS.get(base, "" if base else VERBS["fr"])
    return re.compile("|".join((VERBS["fr"], VERBS["en"], plain(own).translate(_MARKS))))
