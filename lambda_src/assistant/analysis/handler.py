"""TranslateAndAnalyze: a message's language, translation, sentiment, entities, category and priority.

And the passages of the company's documents that are nearest to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Self, cast

from assistant import clock, telemetry
from assistant.aws.bedrock import Models
from assistant.aws.comprehend import Comprehend
from assistant.aws.embeddings import Embedder
from assistant.aws.s3vectors import VectorIndex
from assistant.aws.translate import Translate
from assistant.cost.meter import Meter
from assistant.entrypoints import wrappers
from assistant.knowledge.finding import Finder
from assistant.language import detection, languages
from assistant.language.detection import ASSUMED, UNAVAILABLE, Language
from assistant.own_words import own_words
from assistant.reply.draft import Draft
from assistant.request import priority
from assistant.request.categories import Category
from assistant.request.item import BY_WATCH, Accepted, Analysed, analysed, has_reached
from assistant.request.labels import Labels
from assistant.request.priority import SLA_HOURS, Priority, Sentiment
from assistant.request.step import Step
from assistant.request.table import RequestTable, Update
from assistant.settings import TranslateAndAnalyzeSettings
from assistant.translation.translator import Translator

from . import economy
from .analyst import Analyst
from .category_rule import categorise
from .findings import Findings, Inquiry

NAME: Final = "TranslateAndAnalyze"
ACCEPTED: Final = {"stage": "accepted"}
UNSUPPORTED: Final = "unsupported_language"
"""Detected, and not one that Translate knows: no service could do anything with the text."""

READING_SECONDS: Final = 20
"""How long the model may be silent before Translate and Comprehend are asked.

With 2 s to connect, 38 of the function's 60 s are left: enough for two silent attempts of 12 s at the first
service, or for every service in its usual time.
"""


@dataclass(frozen=True)
class Services:
    """Table, Translate, Comprehend, the documents, and the economy profile's model that reads and drafts."""

    requests: RequestTable
    translator: Translator
    analyst: Analyst
    finder: Finder
    writer: Models
    meter: Meter
    settings: TranslateAndAnalyzeSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = TranslateAndAnalyzeSettings.from_env(env)
        meter = Meter()
        return cls(
            requests=RequestTable(settings.table_name, meter),
            translator=Translator(Translate(meter.add)),
            analyst=Analyst(Comprehend(meter.add)),
            finder=Finder(
                Embedder(settings.embedding_model, meter.add),
                VectorIndex(settings.vector_index_arn, meter.add),
                most=settings.passages,
                language=settings.pivot_language,
            ),
            writer=Models(settings.models, telemetry.passed_over(NAME), meter.add, seconds=READING_SECONDS),
            meter=meter,
            settings=settings,
        )


def run(step: Step, services: Services) -> Step:
    """Store language, translation and analysis of a request; what is stored already is not asked again.

    With `fallback` no service is asked: what is missing is marked as degraded, and the rules do their best.

    Raises:
        ServiceError: a service failed; what the others answered is stored.
    """
    watch = clock.Stopwatch()
    item = services.requests.get(step.request_id)
    if not has_reached(item, "analysed"):
        values = _values_to_store(cast("Accepted", item), step, services)
        values |= {
            "stage": "analysed",
            "version": services.settings.version,
            f"timings_ms.{NAME}": watch.milliseconds,
        }
        item = services.requests.update(step.request_id, Update(set_=values, while_equal=ACCEPTED))
    return _next(step, analysed(item), services.settings.pivot_language)


def _values_to_store(item: Accepted, step: Step, services: Services) -> dict[str, Any]:
    """Find out what is not known of a message yet, and return the paths and values that keep it.

    In the economy profile a model is asked first, and the services only for what it did not tell.
    """
    settings, text = services.settings, own_words.text_of(item["message"])
    if economy.is_due(item, step, settings):
        item = economy.read(
            item, text, services.requests, settings, writer=services.writer, finder=services.finder
        )
    language = item.get("language") or _language(item, text, step, services)
    code = language["code"]
    inquiry = Inquiry(
        text, code, item["customer"], services.translator, services.analyst, services.finder, settings
    )
    found = Findings.from_item(item)
    # A text that nobody could look at is not taken to be in the team's language.
    unseen = language["source"] == ASSUMED and language.get("reason") == UNAVAILABLE
    if languages.base(code) == settings.pivot_language and not unseen:
        found = replace(found, pivot=text)
    if code in languages.by_code() and not step.fallback:
        found = _ask_for_missing(found, inquiry, item["pk"], services)
    else:
        found = inquiry.search(found)
    degraded = dict.fromkeys(found.missing(settings.personal_data), step.reason or UNSUPPORTED)
    if lost := inquiry.lost(found):
        degraded["translation"] = f"lost_{'_'.join(lost)}"
    values = inquiry.search_answers(found).to_item(settings.pivot_language)
    values["analysis"] = {"entities": [], **values["analysis"], **_rules(item, text, found, settings)}
    # Beside the analysis, too: the sweep's index carries the due time, and nothing that a customer wrote.
    values["due_at"] = values["analysis"]["due_at"]
    return values | {f"degraded.{part}": reason for part, reason in degraded.items()}


def _language(item: Accepted, text: str, step: Step, services: Services) -> Language:
    """Return the message's language, stored before the next call."""
    settings, declared = services.settings, item["declared_language"]
    words = "" if step.fallback else detection.words_of(text)
    decision = detection.decide(
        text,
        declared=languages.served(declared),
        candidates=services.analyst.languages(words) if words else None,
        fallback=settings.fallback_language,
    )
    values = decision.to_item(declared, settings.pivot_language, step.reason if step.fallback else None)
    stored = services.requests.update(item["pk"], Update(set_=values, while_equal={"language": None}))
    return cast("Analysed", stored)["language"]


def _ask_for_missing(found: Findings, inquiry: Inquiry, request_id: str, services: Services) -> Findings:
    """Ask for what is missing; what was answered is stored even if another call failed."""
    team = services.settings.pivot_language
    if found.pivot is None and languages.analysed_as(inquiry.code) is None:
        # The analysis reads the translation.
        found = replace(found, pivot=inquiry.translation())
        services.requests.update(
            request_id, Update(set_=found.to_item(team), while_equal={"message.pivot": None})
        )
    found, errors = inquiry.ask(found)
    if errors:
        services.requests.update(request_id, Update(set_=found.to_item(team), while_equal=ACCEPTED))
        raise errors[0]
    return found


def _rules(
    item: Accepted, text: str, found: Findings, settings: TranslateAndAnalyzeSettings
) -> dict[str, Any]:
    """Return what the pure rules make of the findings."""
    sentiment = found.mood.sentiment if found.mood else Sentiment.UNKNOWN
    urgency = priority.priority_of(sentiment, found.mood.scores if found.mood else None)
    if item["origin"] == BY_WATCH:
        urgency = Priority.NORMAL  # nobody is alerted
    by_model = Draft.from_item(item).category
    return {
        "sentiment": sentiment,
        # A first guess, for the alert; the model that writes the reply decides.
        "category": by_model or categorise(found.pivot or text, settings.pivot_language),
        "category_source": "model" if by_model else "keywords",
        "priority": urgency,
        "sla_hours": SLA_HOURS[urgency],
        "due_at": clock.iso(priority.due_at(clock.parse(item["received_at"]), urgency)),
    }


def _next(step: Step, item: Analysed, pivot_language: str) -> Step:
    """Return the step with what the workflow's next states need."""
    analysis, code = item["analysis"], item["language"]["code"]
    return replace(
        step,
        priority=analysis["priority"],
        category=analysis["category"],
        language=code,
        category_label=Labels.of(pivot_language).categories[Category(analysis["category"])],
        language_name=languages.name(code, pivot_language),
    ).with_degraded(*sorted(item["degraded"]))


handler = wrappers.workflow_step(NAME, run, Services.from_env)
