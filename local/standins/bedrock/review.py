"""A call that reviews a reply: rules over the stand-ins' own odd replies and a few plain words, no model.

It finds what says plainly, in French or English, that something is given, or asks for a secret. What another
model would find in other words, or in other languages, it does not.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

from local.standins.bedrock.reply import first_sentences

TOOL = "review_reply"
"""The tool that asks for it."""

_TEXT = re.compile(r"<(customer|team)_text>(.*?)</\1_text>", re.DOTALL)
_PASSAGE = re.compile(r"<passage [^>]*>\n(.*?)\n</passage>", re.DOTALL)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_RULES = {
    "offer": re.compile(
        r"(?i)\bwe (?:offer|give|refund) you\b|\bfree of charge\b|\bat no cost\b|\ba full refund\b|"
        r"\bnous vous (?:offrons|remboursons)\b|\bgratuit|\brabais\b|\bsans frais\b"
    ),
    "secret": re.compile(
        r"(?i)\b(?:send|give|tell) us your (?:password|card number)|"
        r"\b(?:envoyez|donnez|indiquez)-nous votre (?:mot de passe|numéro de carte)"
    ),
}
_MANY = 500


def review(user: str, mode: str) -> dict[str, Any]:
    """The tool's whole input: findings, also such as the mode adds; the texts are data alone."""
    texts = {where: html.unescape(text) for where, text in _TEXT.findall(user)}
    passages = " ".join(first_sentences(html.unescape(text)) for text in _PASSAGE.findall(user))
    found = [*_found(texts, passages), *_odd(texts, mode)]
    return {"findings": [{"rule": rule, "text": where, "quote": quote} for rule, where, quote in found]}


def _found(texts: dict[str, str], passages: str) -> Iterator[tuple[str, str, str]]:
    """Yield what breaks a rule, unless a passage says it: the company's terms are no offer."""
    for where, text in texts.items():
        for sentence in _SENTENCE.findall(text):
            for rule, words in _RULES.items():
                if words.search(sentence) and sentence.strip(" «»") not in passages:
                    yield rule, where, sentence.strip()


def _odd(texts: dict[str, str], mode: str) -> list[tuple[str, str, str]]:
    text = texts.get("customer", "")
    first = next((one.strip() for one in _SENTENCE.findall(text) if len(one.split()) > 3), text)
    findings = {
        "strict": [("promise", "customer", first)],
        "invented_quote": [("offer", "customer", "a villa by the sea for nothing")],
        "empty_quote": [("offer", "customer", "")],
        "whole_text": [("claim", "customer", text)],
        "many_findings": [("differs", "customer", first)] * _MANY,
    }
    return findings.get(mode, [])
