"""GenerateAIResponse: the reply, by a model and reviewed by another, or by a template."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from assistant import clock, telemetry
from assistant.aws.bedrock import Models
from assistant.aws.translate import Translate
from assistant.cost.meter import Meter
from assistant.entrypoints import wrappers
from assistant.language import languages
from assistant.own_words import own_words
from assistant.privacy import personal_data, privacy
from assistant.request.categories import Category
from assistant.request.item import BY_CUSTOMER, Analysed, Gap, analysed, has_reached
from assistant.request.priority import Priority, Sentiment
from assistant.request.step import Step
from assistant.request.table import RequestTable, Update
from assistant.settings import GenerateAIResponseSettings
from assistant.text.normalized import clean
from assistant.translation.translator import Translator

from . import letter, review, templates
from .draft import ACKNOWLEDGEMENT, Draft, FinishedReply
from .drafting import Drafting
from .gestures import Gesture
from .prompt import ReplyOrder

NAME: Final = "GenerateAIResponse"
CUSTOMER: Final = "customer"
MESSAGE_WITHHELD: Final = "message_withheld"
"""Why a template answers a message that the model may not read."""


@dataclass(frozen=True)
class Services:
    """Table, the models that write and that review, and Translate for sentences that nobody wrote."""

    requests: RequestTable
    writer: Models
    reviewers: Models
    translator: Translator
    meter: Meter
    settings: GenerateAIResponseSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = GenerateAIResponseSettings.from_env(env)
        meter, passed_over = Meter(), telemetry.passed_over(NAME)
        return cls(
            requests=RequestTable(settings.table_name, meter),
            writer=Models(settings.models, passed_over, meter.add),
            reviewers=Models(settings.reviewers, passed_over, meter.add, seconds=review.SECONDS),
            translator=Translator(Translate(meter.add)),
            meter=meter,
            settings=settings,
        )


def run(step: Step, services: Services) -> Step:
    """Store the reply; one that is stored already stays.

    A template answers if the step has `fallback`, or if no model may read the message.

    Raises:
        ReplyRejected: every draft broke a rule, or no reviewer answered as it should.
        ServiceError: a model, Translate or the table failed.
    """
    watch = clock.Stopwatch()
    item = analysed(services.requests.get(step.request_id))
    alert = {"degraded.alert": step.alert_failed} if step.alert_failed else {}
    if not has_reached(item, "answered"):
        values = _to_item(_written(item, step, services, watch), item, services.settings)
        values |= {f"timings_ms.{NAME}": watch.milliseconds, **alert}
        done = Update(set_=values, remove=("draft",), while_equal={"stage": "analysed"})
        item = analysed(services.requests.update(step.request_id, done))
    elif alert:
        item = analysed(services.requests.update(step.request_id, Update(set_=alert)))
    step = replace(step, alert_failed="", category=item["analysis"]["category"])
    return step.with_degraded(*sorted(item["degraded"]))


def _written(item: Analysed, step: Step, services: Services, watch: clock.Stopwatch) -> FinishedReply:
    """Return the reply, by a template if the step falls back or no model may read the message."""
    order = _order(item, services.settings)
    withheld = services.settings.personal_data == privacy.ALL and order.message == privacy.WITHHELD
    if step.fallback or withheld:
        reason = MESSAGE_WITHHELD if withheld else step.reason
        return templates.reply(item, order, services.translator, reason, final=step.fallback)
    return Drafting(
        item, order, services.requests, services.writer, services.reviewers, services.translator, watch
    ).reply()


def _to_item(reply: FinishedReply, item: Analysed, settings: GenerateAIResponseSettings) -> dict[str, Any]:
    """Return the paths and values that keep a reply, and what its draft's writer read in the message."""
    values: dict[str, Any] = {"stage": "answered", "reply": reply.to_item()}
    values |= {f"degraded.{part}": reason for part, reason in reply.degraded.items()}
    if reply.basis == ACKNOWLEDGEMENT and item["origin"] == BY_CUSTOMER:
        values |= {"gap_month": item["received_at"][:7], "gap": _gap(item, reply.draft.category)}
    if reply.draft.category:
        values |= {"analysis.category": reply.draft.category, "analysis.category_source": "model"}
    # Where nobody could look for personal data, a list by a model does not make up for it.
    if settings.personal_data != privacy.OFF and "personal" in item:
        entities, message = item["analysis"]["entities"], item["message"]
        values["personal"] = personal_data.with_listed(
            item["personal"],
            reply.draft.personal,
            texts=(message["original"], message.get("pivot", "")),
            places=[one["text"] for one in entities if one["type"] == "LOCATION"],
            company=settings.company,
        )
    return values


def _gap(item: Analysed, category: Category | None) -> Gap:
    """Return what an operator learns of a request that no document answered."""
    gap = Gap(category=category or item["analysis"]["category"], language=item["language"]["code"])
    if passages := item.get("passages"):
        gap["document"], gap["distance"] = passages[0]["title"], passages[0]["distance"]
    return gap


def _order(item: Analysed, settings: GenerateAIResponseSettings) -> ReplyOrder:
    analysis, message = item["analysis"], item["message"]
    text = own_words.text_of(message)
    # A translation that lost a number would be answered without it.
    whole = clean(message.get("pivot", "")) if "translation" not in item["degraded"] else ""
    translation = whole if whole and whole != text else None
    served = languages.served(item["language"]["code"]) if settings.reply_language == CUSTOMER else None
    rule = settings.personal_data
    masker = privacy.Masker(personal_data.from_items(item.get("personal")), **item["customer"])
    return ReplyOrder(
        company=settings.company,
        language=served or settings.pivot_language,
        pivot_language=settings.pivot_language,
        customer_name=letter.name_to_greet(item["customer"]["name"]),
        message=masker.mask(text) if rule == privacy.ALL else text,
        translation=masker.mask(translation) if translation and rule == privacy.ALL else translation,
        sentiment=Sentiment(analysis["sentiment"]),
        scores=analysis.get("scores"),
        category=Draft.from_item(item).category or Category(analysis["category"]),
        priority=Priority(analysis["priority"]),
        gestures=[Gesture.from_settings(fields) for fields in settings.gestures],
        discloses=settings.discloses,
        name_hidden=rule == privacy.ALL,
        passages=item.get("passages", []),
    )


handler = wrappers.workflow_step(NAME, run, Services.from_env)
