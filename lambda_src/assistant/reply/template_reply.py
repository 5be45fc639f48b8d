"""Writes a reply from a template, where no model can answer or no draft was accepted."""

from assistant.errors import ServiceError
from assistant.request.item import Analysed
from assistant.translation.translator import Translator

from . import templates
from .checks import Checks
from .draft import Draft, FinishedReply, Status
from .prompt import ReplyOrder


def write(
    item: Analysed, order: ReplyOrder, translator: Translator, reason: str, *, final: bool
) -> FinishedReply:
    """Return the template in the customer's language, or a translation of the team's.

    A draft that passed the checks waited for a review in vain: then `review` is degraded, too.

    Raises:
        ServiceError: Translate failed, and this is not `final`: then the template is in the team's language.
    """
    draft = Draft.from_item(item)
    waited = draft.status is Status.CHECKED
    degraded = {"reply": "not_reviewed", "review": reason} if waited else {"reply": reason}
    pivot = _template(order.pivot_language, item, order)
    text, language = pivot, order.pivot_language
    if templates.has(order.language):
        text, language = _template(order.language, item, order), order.language
    else:
        translated, degraded["reply_language"] = _translated(pivot, item, order, translator, final=final)
        if translated:
            text, language = translated, order.language
    return FinishedReply(text, language, pivot, draft, by_model=False, degraded=degraded)


def _template(language: str, item: Analysed, order: ReplyOrder) -> str:
    return templates.write(
        language,
        name=order.customer_name,
        company=order.company,
        reference=item["pk"],
        sentiment=order.sentiment,
        category=order.category,
        priority=order.priority,
        discloses=order.discloses,
    )


def _translated(
    pivot: str, item: Analysed, order: ReplyOrder, translator: Translator, *, final: bool
) -> tuple[str | None, str]:
    """Return the team's template in the customer's language, and why it is none of a native speaker.

    It is None where it goes wrong for good.
    """
    names = (order.customer_name, order.company)
    try:
        text = translator.translate(pivot, order.pivot_language, order.language, names)
    except ServiceError as error:
        if not final:
            raise
        return None, str(error)
    if fault := Checks.of_reply(item, order, None).fault_in_translation(pivot, text):
        return None, f"translation_{fault.rule}"
    return text, "translated"
