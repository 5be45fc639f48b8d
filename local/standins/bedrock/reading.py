"""A call that reads a message and answers it: language, translation, sentiment, entities, category, reply.

The parts are the other stand-ins', and worth as much: nothing is translated, which the text says; sentiment
is an estimate; entities are found by rules. Category and priority follow rules of this stand-in's own.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

from local.standins import translate
from local.standins.bedrock.reply import REPLY, Brief, gesture_for, reply
from local.standins.comprehend import service as comprehend
from local.standins.comprehend.detection import detect
from local.standins.comprehend.entities import find_entities
from local.standins.comprehend.personal import listed
from local.standins.comprehend.sentiment import estimate

TOOL = "read_and_reply"
"""The tool that asks for it."""

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
_INVENTED = {"text": "Harbour & Sons Ltd", "type": "ORGANIZATION", "score": 0.99}
_MISREAD: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "unknown_language": lambda _: {"language": "xx"},
    "bad_scores": lambda reading: {"scores": dict.fromkeys(reading["scores"], 0.75)},
    "invented_entities": lambda reading: {"entities": [*reading["entities"], _INVENTED]},
    "lost_numbers_translation": lambda reading: {"translation": re.sub(r"\d+", "", reading["translation"])},
}
"""What the modes that concern a reading make of it."""


def read(brief: Brief, mode: str) -> dict[str, Any]:
    """Return the input of the tool that reads and answers; `mode` names an odd reply."""
    message, pivot = brief.message, brief.languages.get("translation") or brief.language("pivot_text")
    language, confidence = _language(message, brief.facts.get("declared_language"))
    # by its own words and rules, where there are such
    candidates = (language, _base(language), pivot, _base(pivot))
    known_as = next((code for code in candidates if code in comprehend.LANGUAGES), "en")
    sentiment, exact = estimate(message, known_as)
    scores = _rounded(exact)
    spoken = brief.languages.get(REPLY, language)
    answered = answer(
        replace(
            brief,
            languages={REPLY: spoken, "pivot_text": pivot},
            facts={**brief.facts, "sentiment": sentiment, **_urgency(scores)},
        ),
        mode,
    )
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
    return reading | _MISREAD[mode](reading) if mode in _MISREAD else reading


def answer(brief: Brief, mode: str) -> dict[str, Any]:
    """Return the input of the tool that answers a message which was read before."""
    about = category(brief.message)
    brief = replace(brief, facts={**brief.facts, "category": about})
    return {
        "text": reply(brief, "text", mode),
        "pivot_text": reply(brief, "pivot_text", mode),
        "gesture": gesture_for(brief.facts),
        "sources": brief.sources,
        "answered": bool(brief.sources),
        "category": about,
        "personal": listed(brief.message),
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


def category(text: str) -> str:
    """Return the category with the most words in the text, the first of equals; "general" without any."""
    folded = _fold(text)
    found = {name: len(pattern.findall(folded)) for name, pattern in _categories().items()}
    best = max(found, key=lambda name: found[name])
    return best if found[best] else "general"


@cache
def _categories() -> dict[str, re.Pattern[str]]:
    """Return a pattern of word beginnings by category: Latin ones at a word's start, others anywhere."""
    table = tomllib.loads(Path(__file__).with_name("categories.toml").read_text(encoding="utf-8"))
    patterns = {}
    for name, stems in table.items():
        folded = _fold(stems).replace("_?", r"[\s-]?").replace("_", r"\s+").replace("$", r"\b").split()
        latin = "|".join(stem for stem in folded if stem.isascii())
        others = "|".join(stem for stem in folded if not stem.isascii())
        patterns[name] = re.compile(rf"\b(?:{latin})|{others}")
    return patterns


def _fold(text: str) -> str:
    """Return small letters without accents, and ı as i."""
    decomposed = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
    return "".join(character for character in decomposed if not unicodedata.combining(character))


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
