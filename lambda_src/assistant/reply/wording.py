"""Finds the sentences that code adds to a draft, in both languages: its gesture's, disclosure and closing."""

from dataclasses import dataclass, field, replace
from typing import Protocol, Self

from assistant.aws.bedrock import Models
from assistant.errors import ReplyRejected, ServiceRefused
from assistant.request.table import RequestTable
from assistant.settings import GenerateAIResponseSettings
from assistant.translation.translator import Translator

from . import gestures, reviewing, sentences, templates
from .checks import Checks
from .gestures import Gesture
from .prompt import ReplyOrder
from .review import ReviewOrder


class Services(Protocol):
    """What finding the words needs."""

    @property
    def requests(self) -> RequestTable:
        """The request table, which also keeps sentences."""

    @property
    def translator(self) -> Translator:
        """Amazon Translate."""

    @property
    def reviewers(self) -> Models:
        """The reviewers, in the order in which they are asked."""

    @property
    def settings(self) -> GenerateAIResponseSettings:
        """The function's settings, with the gestures."""


@dataclass(frozen=True)
class Wording:
    """Sentences for the customer and for the team, and which of them fell back, with the reason.

    Without a gesture its sentences are empty. One that cannot be said in the customer's language is not made.
    """

    ending: str
    pivot_ending: str
    gesture: str = gestures.NONE
    sentence: str = ""
    pivot_sentence: str = ""
    degraded: dict[str, str] = field(default_factory=dict)

    @classmethod
    def find(cls, order: ReplyOrder, gesture: Gesture | None, services: Services) -> Self:
        """Return what is written, and what has to be translated, for a reply that makes a gesture or none.

        Raises:
            ServiceBusy: Translate, a reviewer or the table was.
        """
        degraded: dict[str, str] = {}
        ending, pivot_ending = _endings(order, services, degraded)
        sentence = _sentence(order, gesture, services, degraded) if gesture else ""
        if gesture is None or not sentence:
            return cls(ending, pivot_ending, degraded=degraded)
        pivot_sentence = gesture.sentences[order.pivot_language]
        return cls(ending, pivot_ending, gesture.id, sentence, pivot_sentence, degraded)

    @property
    def authorised(self) -> tuple[str, ...]:
        """The sentences by which a reviewer knows what may be offered."""
        return tuple(dict.fromkeys(filter(None, (self.pivot_sentence, self.sentence))))


def configured_gestures(settings: GenerateAIResponseSettings) -> list[Gesture]:
    """Return the gestures of the environment."""
    return [Gesture.from_settings(fields) for fields in settings.gestures]


def _endings(order: ReplyOrder, services: Services, degraded: dict[str, str]) -> tuple[str, str]:
    """Return how the reply ends for customer and team; what cannot be translated stays as it is."""
    discloses = services.settings.discloses
    pivot = templates.ending(order.pivot_language, order.company, discloses=discloses)
    if templates.has(order.language):
        return templates.ending(order.language, order.company, discloses=discloses), pivot
    try:
        return sentences.translated(pivot, Checks.of_sentence(order, pivot), services), pivot
    except (ReplyRejected, ServiceRefused) as error:
        degraded["ending"] = str(error)
        return pivot, pivot


def _sentence(order: ReplyOrder, gesture: Gesture, services: Services, degraded: dict[str, str]) -> str:
    """Return a gesture's sentence in the customer's language: written, or translated, reviewed and kept."""
    source = gesture.sentences[order.pivot_language]

    def objection(translation: str) -> str | None:
        draft = {"text": translation, "pivot_text": source}
        asked = ReviewOrder.of_draft(order, draft, (source,))
        # It is kept for everybody: what one customer wrote has no part in it.
        found, _ = reviewing.verdict(replace(asked, message="", translation=None), services)
        return found.objection.rule if found.objection else None

    if written := gesture.sentence(order.language):
        return written
    try:
        return sentences.translated(source, Checks.of_sentence(order, source), services, objection)
    except (ReplyRejected, ServiceRefused) as error:
        degraded["gesture"] = str(error)
        return ""
