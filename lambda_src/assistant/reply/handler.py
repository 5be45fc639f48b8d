"""GenerateAIResponse: the reply, by a model and reviewed by another, or by a template."""

from dataclasses import replace
from typing import Any, Final

from assistant import clock
from assistant.entrypoints import wrappers
from assistant.language import languages
from assistant.own_words import own_words
from assistant.privacy import personal_data, privacy
from assistant.request.categories import Category
from assistant.request.item import Analysed, analysed, has_reached
from assistant.request.priority import Priority, Sentiment
from assistant.request.step import Step
from assistant.request.update import Update
from assistant.settings import GenerateAIResponseSettings
from assistant.text.normalized import clean

from . import gestures, greeting, template_reply, wording
from .drafting import Drafting, Written, stored
from .prompt import ReplyOrder
from .services import Services

NAME: Final = "GenerateAIResponse"
CUSTOMER: Final = "customer"
MESSAGE_WITHHELD: Final = "message_withheld"
"""Why a template answers a message that the model may not read."""

_BY_MODEL: Final = "model"


def run(step: Step, services: Services) -> Step:
    """Store the reply; one that is stored already stays. A template answers with `fallback`, or unread.

    Raises:
        ReplyRejected: every draft broke a rule, or no reviewer answered as it should.
        ServiceError: a model, Translate or the table failed.
    """
    watch = clock.Stopwatch()
    item = analysed(services.requests.get(step.request_id))
    if not has_reached(item, "answered"):
        order = _order(item, services.settings)
        withheld = _is_withheld(order, services.settings)
        reason = MESSAGE_WITHHELD if withheld else step.reason
        written = (
            template_reply.write(item, order, services, reason, final=step.fallback)
            if step.fallback or withheld
            else Drafting(item, order, services, watch).reply()
        )
        values: dict[str, Any] = {
            "stage": "answered",
            "reply": written.reply,
            f"timings_ms.{NAME}": watch.milliseconds,
        }
        values |= _read_by_model(item, written, services.settings)
        values |= {f"degraded.{part}": reason for part, reason in written.degraded.items()}
        if step.alert_failed:
            values["degraded.alert"] = step.alert_failed
        item = analysed(
            services.requests.update(step.request_id, Update(set_=values, remove=("draft",), once="reply"))
        )
    elif step.alert_failed:
        item = analysed(
            services.requests.update(step.request_id, Update(set_={"degraded.alert": step.alert_failed}))
        )
    done = replace(step, alert_failed="", category=item["analysis"]["category"])
    return done.with_degraded(*sorted(item["degraded"]))


def _read_by_model(item: Analysed, written: Written, settings: GenerateAIResponseSettings) -> dict[str, Any]:
    """Return the paths and values that keep what a draft's writer read: category, and personal data to mask.

    Where nobody could look for personal data, a list by a model does not make up for it.
    """
    draft, values = written.draft, dict[str, Any]()
    if "category" in draft:
        values |= {"analysis.category": draft["category"], "analysis.category_source": _BY_MODEL}
    if settings.personal_data != privacy.OFF and "personal" in item:
        entities, message = item.get("analysis", {}).get("entities", []), item["message"]
        values["personal"] = personal_data.with_listed(
            item["personal"],
            draft.get("personal", []),
            texts=(message["original"], message.get("pivot", "")),
            places=[one["text"] for one in entities if one["type"] == "LOCATION"],
            company=settings.company,
        )
    return values


def _order(item: Analysed, settings: GenerateAIResponseSettings) -> ReplyOrder:
    analysis, message = item["analysis"], item["message"]
    sentiment, urgency = Sentiment(analysis["sentiment"]), Priority(analysis["priority"])
    text = own_words.text_of(message)
    # A translation that lost a number would be answered without it.
    whole = clean(message.get("pivot", "")) if "translation" not in item["degraded"] else ""
    translation = whole if whole and whole != text else None
    rule = settings.personal_data
    masker = privacy.Masker(personal_data.from_items(item.get("personal")), **item["customer"])
    return ReplyOrder(
        company=settings.company,
        language=_reply_language(item, settings),
        pivot_language=settings.pivot_language,
        customer_name=greeting.name_to_greet(item["customer"]["name"]),
        message=masker.mask(text) if rule == privacy.ALL else text,
        translation=masker.mask(translation) if translation and rule == privacy.ALL else translation,
        sentiment=sentiment,
        scores=analysis.get("scores"),
        category=Category(stored(item).get("category", analysis["category"])),
        priority=urgency,
        gestures=gestures.authorised(wording.configured_gestures(settings), sentiment, urgency),
        name_hidden=rule == privacy.ALL,
    )


def _is_withheld(order: ReplyOrder, settings: GenerateAIResponseSettings) -> bool:
    """Tell whether personal data could not be masked, so that there is no message to show to the model."""
    return settings.personal_data == privacy.ALL and order.message == privacy.WITHHELD


def _reply_language(item: Analysed, settings: GenerateAIResponseSettings) -> str:
    """Return the customer's language or the nearest that is served, if that is wanted; else the team's."""
    if settings.reply_language != CUSTOMER:
        return settings.pivot_language
    return languages.served(item["language"]["code"]) or settings.pivot_language


handler = wrappers.workflow_step(NAME, run, Services.from_env)
