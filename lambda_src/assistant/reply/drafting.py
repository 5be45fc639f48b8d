"""Writes a reply: a model drafts it, code checks it, another model reviews it.

A draft says by its `status` how far it has come, and is stored before the next call is paid for:

    missing    nothing is written yet
    written    handed in by a model, and checked by nobody
    checked    passed what code can decide, and waits for its review
    rejected   broke a rule, which the next draft is told
"""

from dataclasses import dataclass, field
from typing import Final

from assistant import reports
from assistant.clock import Stopwatch
from assistant.errors import ReplyRejected, ServiceBusy
from assistant.request.item import Analysed, Draft, Reply
from assistant.request.update import Update

from . import compose, gestures, prompt, reviewing, wording
from .checks import Checks, words
from .prompt import Objection, ReplyOrder
from .prompt_texts import VERSION
from .review import ReviewOrder
from .services import Services
from .tool_input import drafted
from .wording import Wording

STEP: Final = "GenerateAIResponse"

DRAFTS: Final = 2
"""How many drafts are looked at; one that the economy profile's reading brought along is the first."""

LATEST_MS: Final = 30_000
"""After this no model is asked in the same run: one that is silent for 27 s would not end within the
function's 60 s, and be paid for in vain. The workflow repeats the step, which goes on from what is stored."""


@dataclass(frozen=True)
class Written:
    """A reply, the draft that it comes from, and the parts of it that are less than they should be."""

    reply: Reply
    draft: Draft
    degraded: dict[str, str] = field(default_factory=dict)


def stored(item: Analysed) -> Draft:
    """Return the draft of a request as far as it has come."""
    return item["draft"]


@dataclass(frozen=True)
class Drafting:
    """One request's drafts; `watch` measures the time used in this invocation."""

    item: Analysed
    order: ReplyOrder
    services: Services
    watch: Stopwatch

    def reply(self) -> Written:
        """Return the reply made of the first draft that passes checks and review.

        Raises:
            ReplyRejected: every draft broke a rule, or no reviewer answered as it should.
            ServiceError: a model, Translate or the table failed.
        """
        draft = stored(self.item)
        while True:
            while draft["status"] != "checked":
                draft = self._checked(draft) if draft["status"] == "written" else self._asked(draft)
            self._in_time()
            chosen = gestures.chosen(draft["gesture"], self.order.gestures)
            # What is asked of Translate comes first: should it fail, the review is not paid for again.
            around = Wording.find(self.order, chosen, self.services)
            self._in_time()
            order = ReviewOrder.of_draft(self.order, draft, around.authorised)
            draft, found = reviewing.reviewed(draft, order, self.services)
            if found.objection is None:
                return Written(self._sent(draft, around), draft, around.degraded)
            draft = self._rejected(draft, found.objection)

    def _asked(self, before: Draft) -> Draft:
        """Return a draft that the model writes now, told why the one before was rejected.

        Raises:
            ReplyRejected: there were enough of them; the code is the last one's rule.
        """
        objection = Objection(**before["objection"]) if "objection" in before else None
        if objection and before["attempt"] >= DRAFTS:
            raise ReplyRejected(f"reply_{objection.rule}")
        self._in_time()
        draft = before | Draft(status="written", attempt=before["attempt"] + 1)
        try:
            answer = self.services.writer.ask(prompt.question(self.order, objection))
        except ReplyRejected as rejected:
            return self._rejected(draft, Objection(rejected.code))
        read = "\n".join(filter(None, (self.order.message, self.order.translation)))
        return draft | drafted(answer.fields, self.order.language, read, answer.model, VERSION)

    def _checked(self, draft: Draft) -> Draft:
        """Return a draft after the checks of code, with its closing and gesture sentence removed."""
        order = self.order
        gesture = gestures.chosen(draft["gesture"], order.gestures)
        pivot_text = draft["text"] if order.one_language else draft["pivot_text"]
        said = {
            code: gesture.sentence(code) if gesture else None
            for code in (order.language, order.pivot_language)
        }
        draft = draft | Draft(
            text=compose.body(draft["text"], order.company, said[order.language]),
            pivot_text=compose.body(pivot_text, order.company, said[order.pivot_language]),
            gesture=gesture.id if gesture else gestures.NONE,
        )
        configured = wording.configured_gestures(self.services.settings)
        checks = Checks.of_reply(self.item, order, configured, gesture)
        if fault := checks.fault(draft):
            return self._rejected(draft, fault)
        return self._kept(draft | Draft(status="checked"))

    def _rejected(self, draft: Draft, objection: Objection) -> Draft:
        """Store why a draft is not taken, and none of its texts."""
        reports.rejected(STEP, objection.rule)
        told = {"rule": objection.rule, "quote": objection.quote}
        texts = ("text", "pivot_text", "gesture")
        rest: Draft = {key: value for key, value in draft.items() if key not in texts}  # type: ignore[assignment]
        return self._kept(rest | Draft(status="rejected", objection=told))

    def _kept(self, draft: Draft) -> Draft:
        self.services.requests.update(self.item["pk"], Update(set_={"draft": draft}, once="reply"))
        return draft

    def _in_time(self) -> None:
        if self.watch.milliseconds > LATEST_MS:
            raise ServiceBusy("lambda", STEP, "OutOfTime")

    def _sent(self, draft: Draft, around: Wording) -> Reply:
        """Return a reviewed draft as the reply that is sent."""
        pivot = compose.reply(draft["pivot_text"], around.pivot_sentence, around.pivot_ending)
        return Reply(
            text=compose.reply(draft["text"], around.sentence, around.ending),
            language=self.order.language,
            pivot_text=pivot,
            source="model",
            model=draft["model"],
            words=words(pivot),
            gesture=around.gesture,
            prompt_version=draft["prompt_version"],
            review=draft["review"],
        )
