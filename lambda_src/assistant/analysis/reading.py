"""What is believed of what a model says it read: part by part, since a model may say anything.

What is not believed is None, and is asked of the services that the quality profile asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final

from assistant.language import language_evidence, languages
from assistant.language.detection import Candidate
from assistant.reply.draft import Draft, Status, text_of
from assistant.reply.prompt_texts import leaks
from assistant.request.item import Entity
from assistant.request.priority import SCORE_NAMES, Sentiment
from assistant.text.normalized import clean, plain
from assistant.translation import invariants

from .analyst import ENTITIES_ABOVE, ENTITY_TYPES
from .reading_prompt import ReadingOrder

DIGITS: Final = 6
"""Of a share, after the point: what is left over is noise that could cross a threshold."""

SUM_WITHIN: Final = 0.05
"""How far from 1 four scores may add up to: rounded to hundredths they are off by 0.02."""

_SHORTEST: Final = 0.5
"""A translation has at least this share of the message's characters; a summary has fewer."""


@dataclass(frozen=True)
class Reading:
    """The parts that are believed; `draft` has the replies, unchecked, or says that they are missing."""

    language: Candidate | None = None
    pivot: str | None = None
    mood: tuple[Sentiment, dict[str, float]] | None = None
    entities: list[Entity] | None = None
    draft: Draft = field(default_factory=partial(Draft, Status.MISSING))

    def missing(self, pivot_language: str) -> list[str]:
        """Return what has to be asked of others; a message in the team's language needs no translation."""
        parts = {
            "language": self.language,
            "translation": self.pivot,
            "sentiment": self.mood,
            "entities": self.entities,
            "category": self.draft.category,
            "reply": self.draft.pivot_text or None,
        }
        if self.language and languages.base(self.language.code) == pivot_language:
            del parts["translation"]
        return [part for part, said in parts.items() if said is None]


def believed(said: Any, order: ReadingOrder, model: str) -> Reading:
    """Return what to believe of a tool's input, which may be any JSON.

    Without a believable mood there is no draft either: its tone, its promise and its gestures follow from
    the scores.
    """
    fields = said if isinstance(said, Mapping) else {}
    language, mood = _language(fields), _mood(fields)
    draft = _draft(fields, order, language.code if language else "", model, answers=mood is not None)
    return Reading(language, _pivot(fields, order), mood, _entities(fields, order.message), draft)


def _language(fields: Mapping[str, Any]) -> Candidate | None:
    code, confidence = fields.get("language"), share_of(fields.get("confidence"))
    if not isinstance(code, str) or code not in languages.by_code() or confidence is None:
        return None
    return Candidate(code, confidence)


def _pivot(fields: Mapping[str, Any], order: ReadingOrder) -> str | None:
    """Return the translation, if it is whole, in the team's language, and a text of the message's alone."""
    pivot = clean(text_of(fields, "translation"))
    if not pivot or len(pivot) < _SHORTEST * len(order.message):
        return None
    if language_evidence.is_other(pivot, order.pivot_language) or leaks(plain(pivot)):
        return None
    return None if invariants.lost(order.message, pivot, (order.customer_name,)) else pivot


def _mood(fields: Mapping[str, Any]) -> tuple[Sentiment, dict[str, float]] | None:
    """Return the sentiment with its scores, if they agree."""
    given, name = fields.get("scores"), fields.get("sentiment")
    if not isinstance(given, Mapping) or not isinstance(name, str):
        return None
    shares = {score: share_of(given.get(score)) for score in SCORE_NAMES}
    scores = {score: share for score, share in shares.items() if share is not None}
    if len(scores) < len(SCORE_NAMES) or round(abs(sum(scores.values()) - 1), DIGITS) > SUM_WITHIN:
        return None
    highest = max(scores.values())
    agreeing = [Sentiment(score.upper()) for score, share in scores.items() if share == highest]
    return next(((sentiment, scores) for sentiment in agreeing if sentiment == name), None)


def _entities(fields: Mapping[str, Any], message: str) -> list[Entity] | None:
    """Return the entities that count and really stand in the message, each once; None for anything odd."""
    given = fields.get("entities")
    if not isinstance(given, list):
        return None
    found: dict[tuple[str, str], Entity] = {}
    for one in given:
        score = share_of(one.get("score")) if isinstance(one, Mapping) else None
        text, kind = text_of(one, "text"), text_of(one, "type")
        if score is None or not text or kind not in ENTITY_TYPES:
            return None
        if score > ENTITIES_ABOVE and text in message:
            found.setdefault((text, kind), Entity(text=text, type=kind, score=score))
    return list(found.values())


def _draft(
    fields: Mapping[str, Any], order: ReadingOrder, read_as: str, model: str, *, answers: bool
) -> Draft:
    """Return the draft of the reply; where texts are missing or do not count, what it read is left of it.

    A text for the customer in the team's language is that for the team, too.
    """
    language = order.pivot_language if order.in_pivot else read_as
    draft = Draft().written(fields, language=language, message=order.message, model=model)
    if languages.base(language) == order.pivot_language:
        draft = replace(draft, pivot_text=draft.text)
    if answers and draft.text and draft.pivot_text:
        return draft
    return Draft(Status.MISSING, category=draft.category, personal=draft.personal)


def share_of(value: Any) -> float | None:
    """Return a number from 0 to 1, or None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return None
    return round(float(value), DIGITS)
