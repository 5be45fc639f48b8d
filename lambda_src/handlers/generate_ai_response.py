"""GenerateAIResponse: the reply, by the model or, in the open, by a template."""

from dataclasses import replace
from typing import Any, Final

from support import clock, entry
from support.aws.expressions import Update
from support.domain import commitments, prompt, replies, templates
from support.domain.categories import Category
from support.domain.priority import Priority, Sentiment
from support.domain.record import Reply, StoredRequest
from support.domain.step import Step
from support.domain.text import clean
from support.errors import ReplyRejected
from support.services.generate_ai_response import Services

NAME: Final = "GenerateAIResponse"
DRAFTS: Final = 2
"""How often the model is asked when its draft breaks a rule."""


def run(step: Step, services: Services) -> Step:
    """Store the reply; one that is stored already stays. With `lesser` a template answers.

    Raises:
        ReplyRejected: every draft broke a rule.
        ServiceError: the model or the table failed.
    """
    watch = clock.Stopwatch()
    item = services.requests.get(step.request_id)
    if "reply" not in item:
        order = _order(item, services)
        reply = _template(item, order) if step.lesser else _written(order, services)
        values: dict[str, Any] = {"reply": reply, f"timings_ms.{NAME}": watch.milliseconds}
        if step.lesser:
            values["degraded.reply"] = step.reason
        if step.alert_failed:
            values["degraded.alert"] = step.alert_failed
        item = services.requests.update(step.request_id, Update(set_=values, once="reply"))
    return replace(step, alert_failed="").with_degraded(*sorted(item["degraded"]))


def _order(item: StoredRequest, services: Services) -> prompt.ReplyOrder:
    analysis = item["analysis"]
    sentiment, urgency = Sentiment(analysis["sentiment"]), Priority(analysis["priority"])
    return prompt.ReplyOrder(
        company=services.settings.company,
        language=services.settings.pivot_language,
        pivot_language=services.settings.pivot_language,
        customer_name=_name_to_greet(item["customer"]["name"], services.settings.company),
        message=clean(item["message"].get("pivot") or item["message"]["original"]),
        sentiment=sentiment,
        scores=analysis.get("scores"),
        category=analysis["category"],
        priority=urgency,
        gestures=commitments.authorised(services.settings.gestures, sentiment, urgency),
    )


def _written(order: prompt.ReplyOrder, services: Services) -> Reply:
    code: str | None = None
    for _ in range(DRAFTS):
        try:
            draft = services.writer.write(order, rejected=code)
        except ReplyRejected as rejected:
            code = rejected.code
            continue
        text = clean(replies.text_of(draft.fields, "text"))
        same = order.language == order.pivot_language
        pivot_text = text if same else clean(replies.text_of(draft.fields, "pivot_text"))
        code = _broken_rule(text, pivot_text, order)
        if code is None:
            return Reply(
                text=text,
                language=order.language,
                pivot_text=pivot_text,
                source="model",
                model=draft.model,
                words=replies.words(pivot_text),
            )
    raise ReplyRejected(f"reply_{code}")


def _broken_rule(text: str, pivot_text: str, order: prompt.ReplyOrder) -> str | None:
    return replies.broken_rule(
        text,
        pivot_text,
        order.gestures,
        company=order.company,
        language=order.language,
        pivot_language=order.pivot_language,
    )


def _name_to_greet(name: str, company: str) -> str:
    """Return the customer's name, or nothing where it says what no reply may say.

    A name is anybody's text: an offer or a link in it would come back in the greeting. Who is called
    Emily Free is greeted without a name, instead of never getting a reply by the model.
    """
    return "" if replies.says_wrong(name, (), company) else name


def _template(item: StoredRequest, order: prompt.ReplyOrder) -> Reply:
    text = templates.write(
        order.language,
        name=order.customer_name,
        company=order.company,
        reference=item["pk"],
        sentiment=order.sentiment,
        category=Category(order.category),
        priority=order.priority,
    )
    return Reply(
        text=text, language=order.language, pivot_text=text, source="template", words=replies.words(text)
    )


handler = entry.workflow_step(NAME, run, Services.from_env)
