"""The rules that a reply to one request has to keep, whoever drafted it."""

from dataclasses import dataclass
from typing import Self

from .domain import languages, placeholders, replies
from .domain.priority import SLA_HOURS
from .domain.prompt import ReplyOrder
from .domain.record import Draft, StoredRequest


@dataclass(frozen=True)
class ReplyChecks:
    """What a reply is held against: the order, and all that a code or a bracket in it may come from."""

    order: ReplyOrder
    known: str

    @classmethod
    def of(cls, item: StoredRequest, order: ReplyOrder) -> Self:
        """Read what the customer wrote, and what the house says of itself."""
        message, names = item["message"], (order.customer_name, order.company)
        return cls(order, "\n".join((message["original"], message.get("pivot", ""), *names, *order.gestures)))

    def wrong_pivot(self, pivot: str) -> str | None:
        """Return the code of the first rule that the text for the team breaks, or None."""
        order = self.order
        rule = replies.wrong_pivot(
            pivot,
            order.gestures,
            company=order.company,
            pivot_language=order.pivot_language,
            known=self.known,
            hours=SLA_HOURS[order.priority],
        )
        return rule or self._label(pivot)

    def wrong_text(self, draft: Draft) -> str | None:
        """Return the code of the first rule that a draft's text for the customer breaks, or None."""
        order = self.order
        if order.one_language:
            return None
        if languages.base(draft["language"]) != languages.base(order.language):
            return "language"
        rule = replies.wrong_text(
            draft["text"],
            draft["pivot_text"],
            order.gestures,
            company=order.company,
            language=order.language,
            known=self.known,
        )
        return rule or self._label(draft["text"])

    def _label(self, text: str) -> str | None:
        return "label" if placeholders.found(text, self.known) else None
