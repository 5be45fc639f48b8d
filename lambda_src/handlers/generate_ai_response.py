"""GenerateAIResponse: the reply, by the model or, in the open, by a template."""

from dataclasses import replace
from typing import Any, Final

from support import clock, drafting, entry
from support.aws.expressions import Update
from support.domain import commitments, languages, privacy, prompt, replies
from support.domain.priority import Priority, Sentiment
from support.domain.record import StoredRequest
from support.domain.step import Step
from support.domain.text import clean
from support.services.generate_ai_response import Services
from support.settings import GenerateAIResponseSettings

NAME: Final = "GenerateAIResponse"
CUSTOMER: Final = "customer"
MESSAGE_WITHHELD: Final = "message_withheld"
"""Why a template answers a message that the model may not read."""


def run(step: Step, services: Services) -> Step:
    """Store the reply; one that is stored already stays. A template answers with `lesser`, or unread.

    Raises:
        ReplyRejected: every draft broke a rule.
        ServiceError: the model, Translate or the table failed.
    """
    watch = clock.Stopwatch()
    item = services.requests.get(step.request_id)
    if "reply" not in item:
        order = _order(item, services.settings)
        withheld = _is_withheld(order, services.settings)
        reason = MESSAGE_WITHHELD if withheld else step.reason
        written = (
            drafting.by_template(item, order, services, reason, final=step.lesser)
            if step.lesser or withheld
            else drafting.by_model(item, order, services, watch)
        )
        values: dict[str, Any] = {"reply": written.reply, f"timings_ms.{NAME}": watch.milliseconds}
        values |= {f"degraded.{part}": reason for part, reason in written.degraded.items()}
        if step.alert_failed:
            values["degraded.alert"] = step.alert_failed
        item = services.requests.update(step.request_id, Update(set_=values, remove=("draft",), once="reply"))
    elif step.alert_failed:
        item = services.requests.update(step.request_id, Update(set_={"degraded.alert": step.alert_failed}))
    return replace(step, alert_failed="").with_degraded(*sorted(item["degraded"]))


def _order(item: StoredRequest, settings: GenerateAIResponseSettings) -> prompt.ReplyOrder:
    analysis, message = item["analysis"], item["message"]
    sentiment, urgency = Sentiment(analysis["sentiment"]), Priority(analysis["priority"])
    # A translation that lost a number would be answered without it.
    whole = "pivot" in message and "translation" not in item["degraded"]
    text = clean(message["pivot"] if whole else message["original"])
    return prompt.ReplyOrder(
        company=settings.company,
        language=_reply_language(item, settings),
        pivot_language=settings.pivot_language,
        customer_name=replies.name_to_greet(item["customer"]["name"], settings.company),
        message=privacy.message_for_model(item, text, settings.personal_data),
        sentiment=sentiment,
        scores=analysis.get("scores"),
        category=analysis["category"],
        priority=urgency,
        gestures=commitments.authorised(settings.gestures, sentiment, urgency),
        name_hidden=settings.personal_data == privacy.ALL,
    )


def _is_withheld(order: prompt.ReplyOrder, settings: GenerateAIResponseSettings) -> bool:
    """Tell whether personal data could not be masked, so that there is no message to show to the model."""
    return settings.personal_data == privacy.ALL and order.message == privacy.WITHHELD


def _reply_language(item: StoredRequest, settings: GenerateAIResponseSettings) -> str:
    """Return the customer's language if the environment wants it and it is one that we can check and name."""
    code = item["language"]["code"]
    known = settings.reply_language == CUSTOMER and code in languages.BY_CODE
    return code if known else settings.pivot_language


handler = entry.workflow_step(NAME, run, Services.from_env)
