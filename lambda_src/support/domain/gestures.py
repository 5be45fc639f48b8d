"""What counts as a commercial gesture in a reply: words that offer something, in the pivot languages.

Asking for a refund, or telling of one, is the trade's daily bread: only the offering of one counts.
"""

import re
from collections.abc import Sequence
from typing import Final

from .contacts import plain

_FRENCH: Final = (
    r"\bbons? (?:d'achat|de r[ée]duc)|\bremises?\b|\br[ée]ductions?\b|\brabais\b|\bristournes?\b|\bcadeau|\bgratuit|"
    r"\bgracieu|\b(?:un|cet|votre|des|vos) avoirs?\b|\bavoirs? de \w+ ?(?:€|euros?)|\bsans frais\b|"
    r"\b[àa] nos frais|\bfrais (?:\w+ ){0,3}(?:[àa] notre charge|pris en charge)|\bd[ée]dommag|\bgestes? commerc|"
    r"\bcodes? (?:promo|de r[ée]duc)|\bmoiti[ée] prix|\bprix r[ée]duits?|\btarif (?:pr[ée]f[ée]renti|r[ée]duit)|"
    r"\bpoints de fid[ée]lit|\bcr[ée]dit(?:ons|erons)\b|\bcr[ée]dit (?:\w+ )?de \w+ ?(?:€|euros?)|\bpour[ -]?cents?\b|"
    r"\boffert(?:e?s?)\b|\boffr(?:ons|e|ir\w*)\b(?! (?:\w+ ){0,2}(?:solution|réponse|service|aide|suivi|expérience))|"
    r"\b(?:nous|je|on) (?:allons )?(?:vous )?(?:le |la |les )?rembours(?:ons|erons|e|er|erai)\b|"
    r"\b(?:ser(?:ez|a|ont)|[êe]tes|est) (?:\w+ )?rembours|\bproc[ée]d\w+ (?:\w+ )?au rembours|"
    r"\brecevrez (?:\w+ ){1,2}rembours|\bremboursement (?:int[ée]gral|total|complet|de \d)|"
    r"\brembours\w+ (?:\w+ ){0,3}(?:accept|accord|approuv|valid)"
)
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
_GESTURE: Final = re.compile(rf"\d\s*%|{_FRENCH}|{_ENGLISH}")

_ASKED_FOR: Final = re.compile(
    r"\bdemandes? (?:de |d')(?:un |une )?(?:remise|r[ée]duction|rabais|avoir|d[ée]dommagement|compensation|"
    r"geste commercial|remboursement(?: int[ée]gral| total| complet)?)\b|"
    r"\b(?:requests?|ask(?:ed|ing)?) for (?:a |an )?(?:discount|voucher|full refund|refund|compensation)\b"
)
"""What the customer asked for, in words that answer it: naming it offers nothing."""


def offered(text: str, authorised: Sequence[str]) -> bool:
    """Tell whether a plain text offers something that is not authorised, word for word."""
    for gesture in authorised:
        text = text.replace(plain(gesture), " ")
    return _GESTURE.search(_ASKED_FOR.sub(" ", text)) is not None
