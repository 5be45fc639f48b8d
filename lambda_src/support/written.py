"""A reply as it is stored, from a draft or from templates."""

from dataclasses import dataclass, field

from .domain import replies, templates
from .domain.categories import Category
from .domain.prompt import ReplyOrder
from .domain.record import Draft, Reply, StoredRequest


@dataclass(frozen=True)
class Written:
    """A reply, and the parts of it that are less than they should be, with the reason."""

    reply: Reply
    degraded: dict[str, str] = field(default_factory=dict)


def in_template(item: StoredRequest, order: ReplyOrder, reason: str) -> Written:
    """Return the templates of the customer's language and of the team's."""
    text = _write_template(order.language, item, order)
    return Written(reply_of(text, order.language, template_for_team(item, order)), {"reply": reason})


def template_for_team(item: StoredRequest, order: ReplyOrder) -> Draft:
    """Return the template of the team's language as a draft."""
    return Draft(pivot_text=_write_template(order.pivot_language, item, order))


def reply_in_pivot(draft: Draft, order: ReplyOrder) -> Reply:
    """Return a draft's text for the team as the reply to the customer, too."""
    return reply_of(draft["pivot_text"], order.pivot_language, draft)


def reply_of(text: str, language: str, draft: Draft) -> Reply:
    """Return a reply with this text for the customer; the draft's is that for the team."""
    pivot = draft["pivot_text"]
    reply = Reply(
        text=text, language=language, pivot_text=pivot, source="template", words=replies.words(pivot)
    )
    return reply | Reply(source="model", model=draft["model"]) if "model" in draft else reply


def _write_template(language: str, item: StoredRequest, order: ReplyOrder) -> str:
    return templates.write(
        language,
        name=order.customer_name,
        company=order.company,
        reference=item["pk"],
        sentiment=order.sentiment,
        category=Category(order.category),
        priority=order.priority,
    )
