"""What counts as a commercial gesture in a reply: words that offer something, in any of its languages.

Asking for a refund, or telling of one, is the trade's daily bread: only the offering of one counts.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from .contacts import plain
from .gesture_words import SAME_WORDS, WORDS

_FRENCH: Final = (
    r"\bbons? (?:d'achat|de r[ée]duc)|\bremises?\b|\br[ée]ductions?\b|\brabais\b|\bristournes?\b|\bcadeau|\bgratuit|"
    r"\bgracieu|\b(?:un|cet|votre|des|vos) avoirs?\b|\bavoirs? de \w+ ?(?:€|euros?)|\bsans frais\b|"
    r"\b[àa] nos frais|\bfrais (?:\w+ ){0,3}(?:[àa] notre charge|pris en charge)|\bd[ée]dommag|\bgestes? commerc|"
    r"\bcodes? (?:promo|de r[ée]duc)|\bmoiti[ée] prix|\bprix r[ée]duits?|\btarif (?:pr[ée]f[ée]renti|r[ée]duit)|"
    r"\bpoints de fid[ée]lit|\bcr[ée]dit(?:ons|erons)\b|\bcr[ée]dit (?:\w+ )?de \w+ ?(?:€|euros?)|\bpour[ -]?cents?\b|"
    r"\b(?:nous|je|on) (?:allons )?(?:vous )?(?:le |la |les )?rembours(?:ons|erons|e|er|erai)\b|"
    r"\b(?:ser(?:ez|a|ont)|[êe]tes|est) (?:\w+ )?rembours|\bproc[ée]d\w+ (?:\w+ )?au rembours|"
    r"\brecevrez (?:\w+ ){1,2}rembours|\bremboursement (?:int[ée]gral|total|complet|de \d)|"
    r"\brembours\w+ (?:\w+ ){0,3}(?:accept|accord|approuv|valid)"
)
_FRENCH_OFFER: Final = r"\boffert(?:e?s?)\b|\boffr(?:ons|e|ir\w*)\b(?! (?:\w+ ){0,2}(?:solution|réponse|service|aide|suivi|expérience))"
"""Words that French shares with its neighbours, where they are harmless: Italian offre, Swedish offert."""
_ENGLISH: Final = (
    r"\bdiscount|\bvoucher|\bcoupon|\bgifts?\b|\bgiveaway|(?<!feel )\bfree\b(?! to )|\bfreebie|\bcomplimentary|"
    r"\bcompensat|\bstore credit|\bcredit(?:ed)? (?:of|your account|to your account)|\bon the house|"
    r"\bno (?:extra )?(?:charge|cost)\b|\bat our (?:expense|cost)|\bwaive|\brebate|\bcash ?back|\bbonus\b|"
    r"\bper ?cents?\b|(?:\d|€|\$|£|\beuros?|\bdollars?|\bpounds?|\bhalf) off\b|\boff your next|\bhalf[ -]price|"
    r"\bmoney back\b|\bpromo(?:tional)? codes?|\bgoodwill gesture|\bloyalty points|"
    r"\b(?:we|i)(?:'ll| will| shall| can| are going to| am going to)? (?:fully )?refund(?:ing)? |"
    r"\b(?:we are|we're|i am|i'm) refunding|\b(?:will|shall|'ll) (?:now )?be (?:fully )?refunded|"
    r"\b(?:will|shall|'ll) (?:get|receive) (?:a|your) (?:full |complete )?refund|\bfull refund|"
    r"\brefund\w* (?:\w+ ){0,4}(?:accepted|granted|approved|issued|on its way)"
)
_PERCENT: Final = r"\d\s*[%٪]|[%٪]\s*\d"
_PIVOT: Final = re.compile(f"{_PERCENT}|{_FRENCH}|{_FRENCH_OFFER}|{_ENGLISH}")
_MARKS: Final = dict.fromkeys((0x307, *range(0x591, 0x5C8), *range(0x64B, 0x653), 0x670))
"""The dot of a folded İ, and the vowel points of Hebrew and Arabic: written or not, the word is the same."""

_ASKED_FOR: Final = re.compile(
    r"\bdemandes? (?:de |d')(?:un |une )?(?:remise|r[ée]duction|rabais|avoir|d[ée]dommagement|compensation|"
    r"geste commercial|remboursement(?: int[ée]gral| total| complet)?)\b|"
    r"\b(?:requests?|ask(?:ed|ing)?) for (?:a |an )?(?:discount|voucher|full refund|refund|compensation)\b"
)
"""What the customer asked for, in words that answer it: naming it offers nothing."""


def offered(text: str, authorised: Sequence[str], language: str = "") -> bool:
    """Tell whether a plain text offers something that is not authorised, word for word.

    `language` is the text's, for one that is not in a pivot language. Authorised gestures are written in the
    pivot language: whether the text of another one may offer anything, `may_offer` tells.
    """
    for gesture in authorised:
        text = text.replace(plain(gesture), " ")
    return _gesture(language).search(_ASKED_FOR.sub(" ", text).translate(_MARKS)) is not None


def may_offer(pivot_text: str, authorised: Sequence[str]) -> bool:
    """Tell whether a plain pivot text has an authorised gesture in it, word for word."""
    return any(plain(gesture) in pivot_text for gesture in authorised if plain(gesture))


@lru_cache
def _gesture(language: str) -> re.Pattern[str]:
    """Return what offers something in a language, or in French or English, whatever its language."""
    base = language.partition("-")[0]
    if base in ("", "fr", "en"):
        return _PIVOT
    words = WORDS.get(SAME_WORDS.get(base, base))
    own = f"|{plain(words).translate(_MARKS)}" if words else ""
    return re.compile(f"{_PERCENT}|{_FRENCH}|{_ENGLISH}{own}")
