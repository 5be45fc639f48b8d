"""Has a model write the reply: it drafts, code checks, another model reviews.

Each result is stored before the next call is paid for: a repeated run goes on from there.
"""

from dataclasses import dataclass, replace
from typing import Final, cast

from assistant import telemetry
from assistant.aws.bedrock import Models
from assistant.clock import Stopwatch
from assistant.errors import ReplyRejected, ServiceBusy
from assistant.request.item import Analysed, Passage, Source
from assistant.request.table import RequestTable, Update
from assistant.translation.translator import Translator

from . import gestures, letter, prompt, review
from .checks import Checks
from .draft import Draft, FinishedReply, Objection, Status
from .prompt import ReplyOrder
from .review import ReviewOrder
from .sentences import Sentences

STEP: Final = "GenerateAIResponse"

DRAFTS: Final = 2
"""How many drafts are looked at; one that the economy profile's reading brought along is the first."""

LATEST_MS: Final = 30_000
"""After this no model is asked in the same run: one that is silent for 27 s would not end within the
function's 60 s, and be paid for in vain. The workflow repeats the step, which goes on from what is stored."""


@dataclass(frozen=True)
class Drafting:
    """One request's drafts; `watch` measures the time used in this invocation."""

    item: Analysed
    order: ReplyOrder
    requests: RequestTable
    writer: Models
    reviewers: Models
    translator: Translator
    watch: Stopwatch

    def reply(self) -> FinishedReply:
        """Return the reply made of the first draft that passes checks and review.

        Raises:
            ReplyRejected: every draft broke a rule, or no reviewer answered as it should.
            ServiceError: a model, Translate or the table failed.
        """
        draft = Draft.from_item(self.item)
        while True:
            match draft.status:
                case Status.NONE | Status.MISSING | Status.REJECTED:
                    draft = self._asked(draft)
                case Status.WRITTEN:
                    draft = self._checked(draft)
                case Status.CHECKED:
                    found = self._reviewed(draft)
                    if isinstance(found, FinishedReply):
                        return found
                    draft = found

    def _asked(self, before: Draft) -> Draft:
        """Return a draft that the model writes now, told why the one before was rejected.

        Raises:
            ReplyRejected: there were enough of them; the code is the last one's rule.
        """
        if before.objection and before.attempt >= DRAFTS:
            raise ReplyRejected(f"reply_{before.objection.rule}")
        self._in_time()
        try:
            answer = self.writer.ask(prompt.question(self.order, before.objection))
        except ReplyRejected as rejected:
            return self._rejected(replace(before, attempt=before.attempt + 1), Objection(rejected.code))
        read = "\n".join(self.order.read.values())
        return before.written(
            answer.fields,
            language=self.order.language,
            message=read,
            model=answer.model,
            passages=self.order.passages,
        )

    def _checked(self, draft: Draft) -> Draft:
        """Return a draft after the checks of code, with its closing and gesture sentence removed."""
        order = self.order
        gesture = gestures.chosen(draft.gesture, order.authorised)

        def body(text: str, language: str) -> str:
            return letter.body(text, order.company, gesture.sentence(language) if gesture else None)

        draft = replace(
            draft,
            text=body(draft.text, order.language),
            pivot_text=body(draft.text if order.one_language else draft.pivot_text, order.pivot_language),
            gesture=gesture.id if gesture else gestures.NONE,
        )
        checks = Checks.of_reply(self.item, order, gesture, draft.sources)
        if fault := checks.fault(draft.text, draft.pivot_text, draft.language):
            return self._rejected(draft, fault)
        return self._kept(replace(draft, status=Status.CHECKED))

    def _reviewed(self, draft: Draft) -> Draft | FinishedReply:
        """Return the reply made of a checked draft, or the draft rejected by its review."""
        self._in_time()
        gesture = gestures.chosen(draft.gesture, self.order.authorised)
        # What is asked of Translate comes first: should it fail, the review is not paid for again.
        sentences = Sentences(self.requests, self.translator, self.reviewers)
        added = sentences.additions(self.order, gesture)
        self._in_time()
        asked = ReviewOrder(self.order, draft.text, draft.pivot_text, added.authorised, draft.sources)
        draft, verdict = review.reviewed(draft, asked, self.reviewers)
        if verdict.objection:
            return self._rejected(draft, verdict.objection)
        return FinishedReply(
            text=_joined(draft.text, added.sentence, added.ending),
            language=self.order.language,
            pivot_text=_joined(draft.pivot_text, added.pivot_sentence, added.pivot_ending),
            draft=replace(draft, gesture=added.gesture),
            by_model=True,
            degraded=added.degraded,
            sources=[_source(one) for one in self.order.passages if one["id"] in draft.sources],
        )

    def _rejected(self, draft: Draft, objection: Objection) -> Draft:
        """Store why a draft is not taken, and none of its texts."""
        telemetry.rejected(STEP, objection.rule)
        return self._kept(draft.rejected(objection))

    def _kept(self, draft: Draft) -> Draft:
        kept = Update(set_={"draft": draft.to_item()}, while_equal={"reply": None})
        self.requests.update(self.item["pk"], kept)
        return draft

    def _in_time(self) -> None:
        if self.watch.milliseconds > LATEST_MS:
            raise ServiceBusy("lambda", STEP, "OutOfTime")


def _source(passage: Passage) -> Source:
    return cast("Source", {name: passage[name] for name in Source.__annotations__})  # type: ignore[literal-required]


def _joined(*paragraphs: str) -> str:
    return "\n\n".join(filter(None, paragraphs))
