"""The economy profile: one call of a model reads a message and drafts the reply.

A model may say anything, so each part is believed or not. What is not is None, and is asked of Translate and
Comprehend, as in the quality profile.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, cast

from assistant import telemetry
from assistant.aws.bedrock import Models
from assistant.errors import ReplyRejected, ServiceError
from assistant.knowledge.finding import Finder
from assistant.language import detection, language_evidence, languages
from assistant.language.detection import Candidate
from assistant.reply import letter
from assistant.reply.draft import Draft, Status, text_of
from assistant.reply.gestures import Gesture
from assistant.reply.prompt_texts import leaks
from assistant.request.item import Accepted, Entity
from assistant.request.priority import SCORE_NAMES, Sentiment
from assistant.request.step import Step
from assistant.request.table import RequestTable, Update
from assistant.settings import TranslateAndAnalyzeSettings
from assistant.text.normalized import clean, plain
from assistant.translation import invariants

from . import reading_prompt
from .analyst import ENTITIES_ABOVE, ENTITY_TYPES, Mood
from .findings import Findings
from .reading_prompt import ReadingOrder

STEP: Final = "TranslateAndAnalyze"

DIGITS: Final = 6
"""Of a share, after the point: what is left over is noise that could cross a threshold."""

SUM_WITHIN: Final = 0.05
"""How far from 1 four scores may add up to: rounded to hundredths they are off by 0.02."""

_SHORTEST: Final = 0.5
"""A translation has at least this share of the message's characters; a summary has fewer."""


@dataclass(frozen=True)
class Reading:
    """What is believed; `draft` has the replies, unchecked, or says that they are missing."""

    language: Candidate | None
    found: Findings
    draft: Draft

    def missing(self, pivot_language: str) -> list[str]:
        """Return what has to be asked of others; a message in the team's language needs no translation."""
        parts = {
            "language": self.language,
            "translation": self.found.pivot,
            "sentiment": self.found.mood,
            "entities": self.found.entities,
            "category": self.draft.category,
            "reply": self.draft.pivot_text or None,
        }
        if self.language and languages.base(self.language.code) == pivot_language:
            del parts["translation"]
        return [part for part, said in parts.items() if said is None]


def is_due(item: Accepted, step: Step, settings: TranslateAndAnalyzeSettings) -> bool:
    """Tell whether the model is to be asked: once per request, before anything is known of the message."""
    fresh = "language" not in item and item["draft"]["status"] == "none"
    return settings.profile == "economy" and fresh and not step.fallback


def read(
    item: Accepted,
    text: str,
    requests: RequestTable,
    settings: TranslateAndAnalyzeSettings,
    *,
    writer: Models,
    finder: Finder,
) -> Accepted:
    """Ask the model, and return the request with what is believed of it stored; with no draft, if it failed.

    A failure is no error of the step: the services that are asked instead are there. It is stored, so that
    a retry does not wait and pay for the model again. Passages that cannot be found now are looked for again
    with what else is missing; the draft is written without them.
    """
    try:
        passages = finder.find(text, str)  # nobody has translated it yet
    except ServiceError as error:
        telemetry.logger.warning("the reply is drafted without passages", extra={"code": str(error)})
        passages = None
    declared, team = item["declared_language"], settings.pivot_language
    order = ReadingOrder(
        company=settings.company,
        pivot_language=team,
        in_pivot=settings.reply_language == "pivot",
        customer_name=letter.name_to_greet(item["customer"]["name"]),
        message=text,
        declared=languages.served(declared),
        gestures=[Gesture.from_settings(fields) for fields in settings.gestures],
        passages=passages or (),
    )
    reading = _asked(order, writer)
    values = {path: value for path, value in reading.found.to_item(team).items() if value}
    values["draft"] = reading.draft.to_item()
    if passages is not None:
        values["passages"] = passages
    if reading.language:
        decision = detection.decide(
            text,
            declared=order.declared,
            candidates=[reading.language],
            fallback=settings.fallback_language,
        )
        if decision.source != detection.ASSUMED:
            values |= decision.to_item(declared, team)
    unasked = Update(set_=values, while_equal={"draft.status": "none"})
    return cast("Accepted", requests.update(item["pk"], unasked))


def _asked(order: ReadingOrder, writer: Models) -> Reading:
    try:
        answer = writer.ask(reading_prompt.question(order))
    except (ServiceError, ReplyRejected) as failed:
        telemetry.fell_back(STEP, str(failed))
        return Reading(None, Findings(), Draft(Status.MISSING))
    reading = believed(answer.fields, order, answer.model)
    if missing := reading.missing(order.pivot_language):
        telemetry.fell_back(STEP, f"not_believed_{'_'.join(missing)}")
    return reading


def believed(said: Any, order: ReadingOrder, model: str) -> Reading:
    """Return what to believe of a tool's input, which may be any JSON.

    Without a believable mood there is no draft either: its tone, its promise and its gestures follow from
    the scores. Where the draft's texts are missing or do not count, what it read is left of it.
    """
    fields = said if isinstance(said, Mapping) else {}
    named, confidence = text_of(fields, "language"), _share(fields.get("confidence"))
    language = None
    if named in languages.by_code() and confidence is not None:
        language = Candidate(named, confidence)
    found = Findings(_pivot(fields, order), _mood(fields), _entities(fields, order.message))
    code = order.pivot_language if order.in_pivot else language.code if language else ""
    draft = Draft().written(
        fields, language=code, message=order.message, model=model, passages=order.passages
    )
    if languages.base(code) == order.pivot_language:
        # A text for the customer in the team's language is that for the team, too.
        draft = replace(draft, pivot_text=draft.text)
    if not (found.mood and draft.text and draft.pivot_text):
        draft = Draft(Status.MISSING, category=draft.category, personal=draft.personal)
    return Reading(language, found, draft)


def _pivot(fields: Mapping[str, Any], order: ReadingOrder) -> str | None:
    """Return the translation, if it is whole, in the team's language, and a text of the message's alone."""
    pivot = clean(text_of(fields, "translation"))
    if not pivot or len(pivot) < _SHORTEST * len(order.message):
        return None
    if language_evidence.is_other(pivot, order.pivot_language) or leaks(plain(pivot)):
        return None
    return None if invariants.lost(order.message, pivot, (order.customer_name,)) else pivot


def _mood(fields: Mapping[str, Any]) -> Mood | None:
    """Return the sentiment with its scores, if they agree."""
    given = fields.get("scores")
    shares = {name: _share(given.get(name)) for name in SCORE_NAMES} if isinstance(given, Mapping) else {}
    scores = {name: share for name, share in shares.items() if share is not None}
    if len(scores) < len(SCORE_NAMES) or round(abs(sum(scores.values()) - 1), DIGITS) > SUM_WITHIN:
        return None
    highest = max(scores.values())
    agreeing = [Sentiment(name.upper()) for name, share in scores.items() if share == highest]
    return next((Mood(one, scores) for one in agreeing if one == fields.get("sentiment")), None)


def _entities(fields: Mapping[str, Any], message: str) -> list[Entity] | None:
    """Return the entities that count and really stand in the message, each once; None for anything odd."""
    given = fields.get("entities")
    if not isinstance(given, list):
        return None
    found: dict[tuple[str, str], Entity] = {}
    for one in given:
        score = _share(one.get("score")) if isinstance(one, Mapping) else None
        text, kind = text_of(one, "text"), text_of(one, "type")
        if score is None or not text or kind not in ENTITY_TYPES:
            return None
        if score > ENTITIES_ABOVE and text in message:
            found.setdefault((text, kind), Entity(text=text, type=kind, score=score))
    return list(found.values())


def _share(value: Any) -> float | None:
    """Return a number from 0 to 1, or None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return None
    return round(float(value), DIGITS)
