"""How a reply comes about: by the model in two languages at once, by translation, by a template."""

from typing import Final

from . import reports
from .aws.expressions import Update
from .clock import Stopwatch
from .domain import templates
from .domain.prompt import ReplyOrder
from .domain.record import Draft, StoredRequest
from .domain.text import clean
from .domain.tool_input import text_of
from .errors import ReplyRejected, ServiceError
from .reply_checks import ReplyChecks
from .services.generate_ai_response import Services
from .written import Written, in_template, reply_in_pivot, reply_of, template_for_team

STEP: Final = "GenerateAIResponse"

DRAFTS: Final = 2
"""How many drafts are looked at when the first breaks a rule; one that is stored already is the first."""

LATEST_MS: Final = 20_000
"""After this the model is not asked again: an attempt of 25 s and a translation of 10 s, each with 2 s to
connect, would not end within the function's 60 s, and a time-out pays for all of it anew."""


def by_model(item: StoredRequest, order: ReplyOrder, services: Services, watch: Stopwatch) -> Written:
    """Return the model's reply; if only its text for the customer is wrong, the team's is translated.

    A draft that is stored already is the first one. `watch` tells how much of the function's time is gone.

    Raises:
        ReplyRejected: every draft broke a rule.
        ServiceError: the model, Translate or the table failed.
    """
    if kept := _kept(item):
        return _translated(kept, item, order, services)
    checks = ReplyChecks.of(item, order)
    stored = item.get("draft", {})
    code: str | None = None
    for number in range(DRAFTS):
        if number and watch.milliseconds > LATEST_MS:
            break
        is_stored = number == 0 and "text" in stored
        try:
            draft = _fitted(stored, order) if is_stored else _asked(order, code, services)
        except ReplyRejected as rejected:
            code = rejected.code
            continue
        wrong_pivot = checks.wrong_pivot(draft["pivot_text"])
        code = wrong_pivot or checks.wrong_text(draft)
        if code is None:
            return Written(reply_of(draft["text"], order.language, draft))
        if is_stored:
            reports.fell_back(STEP, f"reply_{code}")
        if wrong_pivot is None and kept is None:
            kept = Draft(pivot_text=draft["pivot_text"], model=draft["model"])
            # Kept before anything else is asked: a retry translates it and does not pay the model again.
            services.requests.update(item["pk"], Update(set_={"draft": kept}, once="reply"))
    if kept is None:
        raise ReplyRejected(f"reply_{code}")
    return _translated(kept, item, order, services)


def by_template(
    item: StoredRequest, order: ReplyOrder, services: Services, reason: str, *, final: bool
) -> Written:
    """Return a template in the customer's language, else the model's text for the team, else a translation.

    Raises:
        ServiceError: Translate failed, and this is not `final`: then the template is in the team's language.
    """
    if templates.has(order.language):
        return in_template(item, order, reason)
    if kept := _kept(item):
        return Written(reply_in_pivot(kept, order), {"reply_language": reason})
    template, degraded = template_for_team(item, order), {"reply": reason}
    try:
        translated = _translated(template, item, order, services)
    except ServiceError as error:
        if not final:
            raise
        return Written(reply_in_pivot(template, order), degraded | {"reply_language": str(error)})
    return Written(translated.reply, degraded | translated.degraded)


def _kept(item: StoredRequest) -> Draft | None:
    """Return the draft whose text for the team is good, and whose other text was not."""
    draft = item.get("draft", {})
    return draft if "pivot_text" in draft and "text" not in draft else None


def _fitted(draft: Draft, order: ReplyOrder) -> Draft:
    """Return a stored draft as the order wants it: who reads the team's language gets the team's text."""
    return draft | Draft(text=draft["pivot_text"]) if order.one_language else draft


def _asked(order: ReplyOrder, rejected: str | None, services: Services) -> Draft:
    """Return a draft that the model writes now."""
    written = services.writer.write(order, rejected=rejected)
    text, pivot = (clean(text_of(written.fields, name)) for name in ("text", "pivot_text"))
    return Draft(
        text=text,
        language=order.language,
        pivot_text=text if order.one_language else pivot,
        model=written.model,
    )


def _translated(draft: Draft, item: StoredRequest, order: ReplyOrder, services: Services) -> Written:
    """Return a reply whose text for the customer is a translation.

    One that went wrong gives way to a template in the customer's language; where there is none, the reply
    stays in the team's.
    """
    names = (order.customer_name, order.company)
    text = services.translator.translate(draft["pivot_text"], order.pivot_language, order.language, names)
    translated = draft | Draft(text=text, language=order.language)
    code = ReplyChecks.of(item, order).wrong_text(translated)
    if code is None:
        return Written(reply_of(text, order.language, draft), {"reply_language": "translated"})
    if templates.has(order.language):
        return in_template(item, order, f"translation_{code}")
    return Written(reply_in_pivot(draft, order), {"reply_language": f"translation_{code}"})
