"""The company's own sentences that code adds to a draft: a gesture's, the disclosure and the closing.

What nobody wrote in the customer's language is translated once, checked, and kept in the request table by
language and source: a changed sentence is another one.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final

from assistant import clock
from assistant.aws.bedrock import Models
from assistant.errors import ReplyRejected, ServiceRefused
from assistant.request.table import RequestTable
from assistant.translation.translator import Translator

from . import gestures, review, templates
from .checks import Checks
from .gestures import Gesture
from .prompt import ReplyOrder
from .review import ReviewOrder

KEPT_FOR: Final = timedelta(days=365)
"""How long a translation is kept: one of a sentence that is configured no more has to go some day."""

REJECTED_FOR: Final = timedelta(days=1)
"""How long a translation that was rejected is not asked for again: each request would pay for it."""


@dataclass(frozen=True)
class Additions:
    """What is added to a draft for the customer and for the team, and which part fell back, with the reason.

    Without a gesture its sentences are empty. One that cannot be said in the customer's language is not made.
    """

    ending: str
    pivot_ending: str
    gesture: str = gestures.NONE
    sentence: str = ""
    pivot_sentence: str = ""
    degraded: Mapping[str, str] = field(default_factory=dict)

    @property
    def authorised(self) -> tuple[str, ...]:
        """The sentences by which a reviewer knows what may be offered."""
        return tuple(dict.fromkeys(filter(None, (self.pivot_sentence, self.sentence))))


@dataclass(frozen=True)
class Sentences:
    """Finds sentences as they are written, or has them translated; a gesture's translation is reviewed."""

    requests: RequestTable
    translator: Translator
    reviewers: Models

    def additions(self, order: ReplyOrder, gesture: Gesture | None) -> Additions:
        """Return what is added to a reply that makes a gesture or none.

        Raises:
            ServiceBusy: Translate, a reviewer or the table was.
        """
        additions = self._endings(order)
        if gesture is None:
            return additions
        pivot_sentence = gesture.sentences[order.pivot_language]
        try:
            sentence = gesture.sentence(order.language) or self.translated(
                order, pivot_sentence, reviewed=True
            )
        except (ReplyRejected, ServiceRefused) as error:
            return replace(additions, degraded={**additions.degraded, "gesture": str(error)})
        return replace(additions, gesture=gesture.id, sentence=sentence, pivot_sentence=pivot_sentence)

    def _endings(self, order: ReplyOrder) -> Additions:
        """Return how the reply ends for customer and team; what cannot be translated stays as it is."""
        pivot = templates.ending(order.pivot_language, order.company, discloses=order.discloses)
        if templates.has(order.language):
            ending = templates.ending(order.language, order.company, discloses=order.discloses)
            return Additions(ending, pivot)
        try:
            return Additions(self.translated(order, pivot), pivot)
        except (ReplyRejected, ServiceRefused) as error:
            return Additions(pivot, pivot, degraded={"ending": str(error)})

    def translated(self, order: ReplyOrder, source: str, *, reviewed: bool = False) -> str:
        """Return a sentence of the team's language in the customer's, `reviewed` by a model if wanted.

        Raises:
            ReplyRejected: the translation is wrong; it is not asked for again until tomorrow.
            ServiceError: Translate, the reviewer or the table failed.
        """
        now = int(clock.now().timestamp())
        key = f"sentence-{order.language}-{hashlib.sha256(source.encode()).hexdigest()[:32]}"
        kept = self.requests.read(key)
        if kept and kept["ttl"] > now:
            if kept["reason"]:
                raise ReplyRejected(kept["reason"])
            return str(kept["text"])
        text = self.translator.translate(source, order.pivot_language, order.language, (order.company,))
        objection = Checks(order, known=order.company).fault_in_sentence(source, text)
        if reviewed and not objection:
            # It is kept for everybody: what one customer wrote has no part in it.
            bare = replace(order, message="", translation=None)
            verdict, _ = review.ask(ReviewOrder(bare, text, source, (source,)), self.reviewers)
            objection = verdict.objection
        reason = f"translation_{objection.rule}" if objection else ""
        until = now + int((REJECTED_FOR if reason else KEPT_FOR).total_seconds())
        self.requests.keep(key, {"text": text, "reason": reason, "ttl": until})
        if reason:
            raise ReplyRejected(reason)
        return text
