"""The economy profile: one call of a model reads a message and drafts the reply.

What it does not tell, or is not believed, is asked of Translate and Comprehend, as in the quality profile.
"""

from typing import Any, Final

from assistant import reports
from assistant.aws.expressions import Update
from assistant.errors import ReplyRejected, ServiceError
from assistant.language import message_language
from assistant.reply import greeting
from assistant.reply.gestures import Gesture
from assistant.request.record import StoredRequest
from assistant.request.step import Step
from assistant.settings import TranslateAndAnalyzeSettings

from . import reading_prompt
from .findings import Findings
from .reading import Reading, believed
from .reading_prompt import ReadingOrder
from .services import Services

ECONOMY: Final = "economy"
PIVOT: Final = "pivot"
STEP: Final = "TranslateAndAnalyze"


def is_due(item: StoredRequest, step: Step, settings: TranslateAndAnalyzeSettings) -> bool:
    """Tell whether the model is to be asked: once per request, before anything is known of the message."""
    fresh = "language" not in item and "draft" not in item
    return settings.profile == ECONOMY and fresh and not step.lesser


def read(item: StoredRequest, text: str, services: Services) -> StoredRequest:
    """Ask the model, and return the request with what is believed of it stored; with no draft, if it failed.

    A failure is no error of the step: the services that are asked instead are there. It is stored, so that
    a retry does not wait and pay for the model again.
    """
    settings = services.settings
    reading = _asked(_order(item, text, settings), services)
    found = Findings.read(reading).to_store(settings.pivot_language)
    values: dict[str, Any] = {path: value for path, value in found.items() if value}
    values["draft"] = reading.draft
    if reading.language:
        decision = message_language.decide(item, text, [reading.language], settings)
        if decision.source != message_language.ASSUMED:
            values |= message_language.to_store(decision, item, settings.pivot_language)
    return services.requests.update(item["pk"], Update(set_=values, once="draft"))


def _asked(order: ReadingOrder, services: Services) -> Reading:
    try:
        answer = services.writer.ask(reading_prompt.question(order))
    except (ServiceError, ReplyRejected) as failed:
        reports.fell_back(STEP, str(failed))
        return Reading()
    reading = believed(answer.fields, order, answer.model)
    if missing := reading.missing(order.pivot_language):
        reports.fell_back(STEP, f"not_believed_{'_'.join(missing)}")
    return reading


def _order(item: StoredRequest, text: str, settings: TranslateAndAnalyzeSettings) -> ReadingOrder:
    return ReadingOrder(
        company=settings.company,
        pivot_language=settings.pivot_language,
        in_pivot=settings.reply_language == PIVOT,
        customer_name=greeting.name_to_greet(item["customer"]["name"]),
        message=text,
        declared=message_language.declared(item),
        gestures=[Gesture.from_settings(fields) for fields in settings.gestures],
    )
