"""The economy profile: one call of a model reads a message and drafts the reply.

What it does not tell, or is not believed, is asked of Translate and Comprehend, as in the quality profile.
"""

from typing import Any, Final, Protocol, cast

from assistant import reports
from assistant.aws.bedrock import Models
from assistant.errors import ReplyRejected, ServiceError
from assistant.language import message_language
from assistant.reply import letter
from assistant.reply.gestures import Gesture
from assistant.request.item import Accepted
from assistant.request.step import Step
from assistant.request.table import RequestTable
from assistant.request.update import Update
from assistant.settings import TranslateAndAnalyzeSettings

from . import findings, reading_prompt
from .findings import Findings
from .reading import Reading, believed
from .reading_prompt import ReadingOrder


class Services(findings.Services, Protocol):
    """What asking the model, and keeping its answer, needs."""

    @property
    def requests(self) -> RequestTable:
        """The request table."""

    @property
    def writer(self) -> Models:
        """The models that may be asked."""


ECONOMY: Final = "economy"
PIVOT: Final = "pivot"
STEP: Final = "TranslateAndAnalyze"


def is_due(item: Accepted, step: Step, settings: TranslateAndAnalyzeSettings) -> bool:
    """Tell whether the model is to be asked: once per request, before anything is known of the message."""
    fresh = "language" not in item and item["draft"]["status"] == "none"
    return settings.profile == ECONOMY and fresh and not step.fallback


def read(item: Accepted, text: str, services: Services) -> Accepted:
    """Ask the model, and return the request with what is believed of it stored; with no draft, if it failed.

    A failure is no error of the step: the services that are asked instead are there. It is stored, so that
    a retry does not wait and pay for the model again.
    """
    settings = services.settings
    reading = _asked(_order(item, text, settings), services)
    found = Findings.read(reading).to_item(settings.pivot_language)
    values: dict[str, Any] = {path: value for path, value in found.items() if value}
    values["draft"] = reading.draft.to_item()
    if reading.language:
        declared, fallback = item["declared_language"], settings.fallback_language
        decision = message_language.decide(text, declared, [reading.language], fallback)
        if decision.source != message_language.ASSUMED:
            values |= message_language.to_item(decision, declared, settings.pivot_language)
    unasked = Update(set_=values, while_equal={"draft.status": "none"})
    return cast("Accepted", services.requests.update(item["pk"], unasked))


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


def _order(item: Accepted, text: str, settings: TranslateAndAnalyzeSettings) -> ReadingOrder:
    return ReadingOrder(
        company=settings.company,
        pivot_language=settings.pivot_language,
        in_pivot=settings.reply_language == PIVOT,
        customer_name=letter.name_to_greet(item["customer"]["name"]),
        message=text,
        declared=message_language.served(item["declared_language"]),
        gestures=[Gesture.from_settings(fields) for fields in settings.gestures],
    )
