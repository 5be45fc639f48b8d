"""A call that reads a message and answers it: language, translation, sentiment, entities, category, reply.

The parts are the other stand-ins', and worth as much: nothing is translated, which the text says; sentiment
is an estimate; entities are found by rules. Category and priority follow rules of this stand-in's own.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from babel import Locale

from local.standins import translate
from local.standins.bedrock.categories import category
from local.standins.bedrock.listing import listed
from local.standins.bedrock.odd_replies import distort, misread
from local.standins.bedrock.reply import REPLY, Brief, gesture_for, write
from local.standins.comprehend import service as comprehend
from local.standins.comprehend.detection import detect
from local.standins.comprehend.entities import find_entities
from local.standins.comprehend.sentiment import estimate

TOOL = "read_and_reply"
"""The tool that asks for it."""

_MESSAGE = re.compile(r"<customer_message>(.*?)</customer_message>", re.DOTALL)
_KEPT = re.compile(r"https?://\S+|\S+@\S+|\S*\d\S*")
_NOTES = {
    "fr": (
        "Le message du client est en {language}. Le remplaçant local du modèle ne traduit rien : le texte "
        "d'origine est dans le dossier de la demande. ",
        "On y lit : {kept}. ",
        "Il est long, et il faut le lire là où il est conservé. ",
    ),
    "en": (
        "The customer's message is in {language}. The local stand-in for the model translates nothing: the "
        "original text is in the record of the request. ",
        "It mentions: {kept}. ",
        "It is long, and has to be read where it is kept. ",
    ),
}
"""Text in place of a translation: that there is none, what is the same in both languages, filler."""

_SURE = 0.5  # a guess from which a declared language is not believed against it


@dataclass(frozen=True)
class _Order:
    """What the prompt asks for: the brief of a reply, the message to read, and the team's language."""

    brief: Brief
    message: str
    pivot: str

    @classmethod
    def from_prompt(cls, system: str, user: str) -> "_Order":
        """Read the prompt's own lines; the customer's words are unescaped, and are data alone."""
        brief = Brief.from_prompt(system, user)
        message = _MESSAGE.search(user)
        pivot = brief.languages.get("translation") or brief.language("pivot_text")
        return cls(brief, html.unescape(message[1]) if message else "", pivot)


def read(system: str, user: str, mode: str) -> dict[str, Any]:
    """Return the input of the tool that reads and answers; `mode` names an odd reply."""
    order = _Order.from_prompt(system, user)
    message, pivot = order.message, order.pivot
    language, confidence = _language(message, order.brief.facts.get("declared_language"))
    known_as = _analysed_as(language, pivot)
    sentiment, exact = estimate(message, known_as)
    scores, about = _rounded(exact), category(message)
    spoken = order.brief.languages.get("text", language)
    facts = {**order.brief.facts, "sentiment": sentiment, "category": about, **_urgency(scores)}
    brief = replace(order.brief, languages={REPLY: spoken, "pivot_text": pivot}, facts=facts)
    answered = _answer(brief, message, mode, system)
    if _base(spoken) == _base(pivot):
        answered["pivot_text"] = ""
    reading = {
        "language": language,
        "confidence": round(confidence, 2),
        "translation": "" if _base(language) == _base(pivot) else untranslated(message, language, pivot),
        "sentiment": sentiment,
        "scores": scores,
        "entities": [
            {"text": entity["Text"], "type": entity["Type"], "score": entity["Score"]}
            for entity in find_entities(message, known_as)
        ],
        **answered,
    }
    return misread(mode, reading)


def answer(system: str, user: str, mode: str) -> dict[str, Any]:
    """Return the input of the tool that answers a message which was read before."""
    order = _Order.from_prompt(system, user)
    facts = {**order.brief.facts, "category": category(order.message)}
    return _answer(replace(order.brief, facts=facts), order.message, mode, system)


def _answer(brief: Brief, message: str, mode: str, system: str) -> dict[str, Any]:
    def reply(what: str) -> str:
        return distort(mode, write(brief, brief.language(what)), brief=brief, what=what, system=system)

    return {
        "text": reply("text"),
        "pivot_text": reply("pivot_text"),
        "gesture": gesture_for(brief.facts),
        "category": brief.facts["category"],
        "personal": listed(message),
    }


def untranslated(message: str, language: str, pivot: str) -> str:
    """Return a text about as long as the message, in the team's language, that says it is no translation.

    It contains what would be the same in a translation: codes, numbers, addresses, links.
    """
    code = _base(pivot) if _base(pivot) in _NOTES else "en"
    note, mentions, filler = _NOTES[code]
    names = Locale.parse(code).languages
    text = note.format(language=names.get(language.replace("-", "_")) or names.get(_base(language), language))
    if kept := _KEPT.findall(message):
        text += mentions.format(kept=" ; ".join(part.rstrip(".,;:!?)。、") for part in kept))
    text += filler * max(0, -(-(len(message) - len(text)) // len(filler)))
    return text.rstrip()


def _language(text: str, declared: object) -> tuple[str, float]:
    """Return the likeliest language that Translate knows; the declared one, unless the text differs."""
    guesses = detect(text)
    guesses = [guess for guess in guesses if guess[0] in translate.LANGUAGES] or guesses
    if isinstance(declared, str) and declared in translate.LANGUAGES:
        for code, score in guesses:
            if _base(code) == _base(declared):
                return declared, score
        if guesses[0][1] < _SURE:
            return declared, _SURE
    return guesses[0]


def _analysed_as(language: str, pivot: str) -> str:
    """Return the language whose words and rules the message is read by: its own, where there are such."""
    own = (language, _base(language), pivot, _base(pivot))
    return next((code for code in own if code in comprehend.LANGUAGES), "en")


def _base(code: str) -> str:
    """Return a code without its region; the two Chinese scripts stay apart."""
    return code if code.startswith("zh") else code.partition("-")[0]


def _rounded(scores: Mapping[str, float]) -> dict[str, float]:
    """Return the scores in hundredths, as a model writes them, adding up to 1."""
    hundredths = {name: round(score * 100) for name, score in scores.items()}
    hundredths[max(scores, key=lambda name: scores[name])] += 100 - sum(hundredths.values())
    return {name: share / 100 for name, share in hundredths.items()}


def _urgency(scores: Mapping[str, float]) -> dict[str, Any]:
    """Return priority and hours, which decide the reply's tone and promise, by the negative score."""
    if scores["Negative"] > 0.70:
        return {"priority": "HIGH", "sla_hours": 1}
    if scores["Negative"] >= 0.30:
        return {"priority": "MEDIUM", "sla_hours": 4}
    return {"priority": "NORMAL", "sla_hours": 24}
