"""Writes a reply from a template, where no model can answer or no draft was accepted."""

from assistant.errors import ServiceError
from assistant.request.item import Analysed, Reply

from . import templates
from .checks import Checks, words
from .drafting import Written, stored
from .prompt import ReplyOrder
from .services import Services


def write(item: Analysed, order: ReplyOrder, services: Services, reason: str, *, final: bool) -> Written:
    """Return the template in the customer's language, or a translation of the team's.

    A draft that passed the checks waited for a review in vain: then `review` is degraded, too.

    Raises:
        ServiceError: Translate failed, and this is not `final`: then the template is in the team's language.
    """
    draft = stored(item)
    waited = draft["status"] == "checked"
    degraded = {"reply": "not_reviewed", "review": reason} if waited else {"reply": reason}
    pivot = _template(order.pivot_language, item, order, services)
    text, language = pivot, order.pivot_language
    if templates.has(order.language):
        text, language = _template(order.language, item, order, services), order.language
    elif translated := _translated(pivot, item, order, services, degraded, final=final):
        text, language = translated, order.language
    reply = Reply(text=text, language=language, pivot_text=pivot, source="template", words=words(pivot))
    if "review" in draft:
        reply["review"] = draft["review"]
    return Written(reply, draft, degraded)


def _template(language: str, item: Analysed, order: ReplyOrder, services: Services) -> str:
    return templates.write(
        language,
        name=order.customer_name,
        company=order.company,
        reference=item["pk"],
        sentiment=order.sentiment,
        category=order.category,
        priority=order.priority,
        discloses=services.settings.discloses,
    )


def _translated(
    pivot: str,
    item: Analysed,
    order: ReplyOrder,
    services: Services,
    degraded: dict[str, str],
    *,
    final: bool,
) -> str | None:
    """Return the team's template in the customer's language, or None where that goes wrong for good."""
    names = (order.customer_name, order.company)
    try:
        text = services.translator.translate(pivot, order.pivot_language, order.language, names)
    except ServiceError as error:
        if not final:
            raise
        degraded["reply_language"] = str(error)
        return None
    fault = Checks.of_reply(item, order, (), None).fault_in_translation(pivot, text)
    degraded["reply_language"] = f"translation_{fault.rule}" if fault else "translated"
    return None if fault else text
