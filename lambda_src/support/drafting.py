"""How a reply comes about: by the model in two languages at once, by translation, by a template."""

from dataclasses import dataclass, field
from typing import Final

from .aws.bedrock import Draft as ModelDraft
from .aws.expressions import Update
from .clock import Stopwatch
from .domain import placeholders, replies, templates
from .domain.categories import Category
from .domain.prompt import ReplyOrder
from .domain.record import Draft, Reply, StoredRequest
from .domain.text import clean
from .errors import ReplyRejected, ServiceError
from .services.generate_ai_response import Services

DRAFTS: Final = 2
"""How often the model is asked when its draft breaks a rule."""

LATEST_MS: Final = 20_000
"""After this the model is not asked again: an attempt of 25 s and a translation of 10 s, each with 2 s to
connect, would not end within the function's 60 s, and a time-out pays for all of it anew."""


@dataclass(frozen=True)
class Written:
    """A reply, and the parts of it that are less than they should be, with the reason."""

    reply: Reply
    degraded: dict[str, str] = field(default_factory=dict)


def by_model(item: StoredRequest, order: ReplyOrder, services: Services, watch: Stopwatch) -> Written:
    """Return the model's reply; if only its text for the customer is wrong, the team's is translated.

    `watch` tells how much of the function's time is gone.

    Raises:
        ReplyRejected: every draft broke a rule.
        ServiceError: the model, Translate or the table failed.
    """
    draft = item.get("draft")
    if draft is None:
        code: str | None = None
        for asked in range(DRAFTS):
            if asked and watch.milliseconds > LATEST_MS:
                break
            try:
                text, written = _texts(services.writer.write(order, rejected=code), order)
            except ReplyRejected as rejected:
                code = rejected.code
                continue
            code = _wrong_pivot(written["pivot_text"], item, order)
            if code:
                continue
            code = None if order.one_language else _wrong_text(text, written["pivot_text"], item, order)
            if code is None:
                return Written(_reply(text, order.language, written))
            if draft is None:
                draft = written
                # Kept before anything else is asked: a retry translates it and does not pay the model again.
                services.requests.update(item["pk"], Update(set_={"draft": draft}, once="draft"))
        if draft is None:
            raise ReplyRejected(f"reply_{code}")
    return _translated(draft, item, order, services)


def by_template(
    item: StoredRequest, order: ReplyOrder, services: Services, reason: str, *, final: bool
) -> Written:
    """Return a template in the customer's language, else the model's text for the team, else a translation.

    Raises:
        ServiceError: Translate failed, and this is not `final`: then the template is in the team's language.
    """
    template = Draft(pivot_text=_template(order.pivot_language, item, order))
    degraded = {"reply": reason}
    if templates.has(order.language):
        return Written(_reply(_template(order.language, item, order), order.language, template), degraded)
    if "draft" in item:
        return Written(_reply_in_pivot(item["draft"], order), {"reply_language": reason})
    try:
        translated = _translated(template, item, order, services)
    except ServiceError as error:
        if not final:
            raise
        return Written(_reply_in_pivot(template, order), degraded | {"reply_language": str(error)})
    return Written(translated.reply, degraded | translated.degraded)


def _texts(written: ModelDraft, order: ReplyOrder) -> tuple[str, Draft]:
    """Return the model's text for the customer, and the draft with that for the team."""
    text, pivot = (clean(replies.text_of(written.fields, name)) for name in ("text", "pivot_text"))
    return text, Draft(pivot_text=text if order.one_language else pivot, model=written.model)


def _translated(draft: Draft, item: StoredRequest, order: ReplyOrder, services: Services) -> Written:
    """Return a reply whose text for the customer is a translation; one that went wrong stays untranslated."""
    names = (order.customer_name, order.company)
    text = services.translator.translate(draft["pivot_text"], order.pivot_language, order.language, names)
    code = _wrong_text(text, draft["pivot_text"], item, order)
    if code:
        return Written(_reply_in_pivot(draft, order), {"reply_language": f"translation_{code}"})
    return Written(_reply(text, order.language, draft), {"reply_language": "translated"})


def _wrong_pivot(pivot: str, item: StoredRequest, order: ReplyOrder) -> str | None:
    known = _known(item, order)
    rule = replies.wrong_pivot(
        pivot, order.gestures, company=order.company, pivot_language=order.pivot_language, known=known
    )
    return rule or _label(pivot, known)


def _wrong_text(text: str, pivot: str, item: StoredRequest, order: ReplyOrder) -> str | None:
    known = _known(item, order)
    rule = replies.wrong_text(
        text, pivot, order.gestures, company=order.company, language=order.language, known=known
    )
    return rule or _label(text, known)


def _label(text: str, known: str) -> str | None:
    return "label" if placeholders.found(text, known) else None


def _known(item: StoredRequest, order: ReplyOrder) -> str:
    """Return everything that a code or a bracket in the reply may come from."""
    message, names = item["message"], (order.customer_name, order.company)
    return "\n".join((message["original"], message.get("pivot", ""), *names, *order.gestures))


def _template(language: str, item: StoredRequest, order: ReplyOrder) -> str:
    return templates.write(
        language,
        name=order.customer_name,
        company=order.company,
        reference=item["pk"],
        sentiment=order.sentiment,
        category=Category(order.category),
        priority=order.priority,
    )


def _reply_in_pivot(draft: Draft, order: ReplyOrder) -> Reply:
    return _reply(draft["pivot_text"], order.pivot_language, draft)


def _reply(text: str, language: str, draft: Draft) -> Reply:
    pivot = draft["pivot_text"]
    reply = Reply(
        text=text, language=language, pivot_text=pivot, source="template", words=replies.words(pivot)
    )
    return reply | Reply(source="model", model=draft["model"]) if "model" in draft else reply
