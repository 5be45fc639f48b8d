"""TranslateAndAnalyze: the message's language, its translation, sentiment, entities, category, priority."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Self, cast

from assistant import clock, reports
from assistant.aws.bedrock import Models
from assistant.aws.comprehend import Comprehend
from assistant.aws.translate import Translate
from assistant.cost.meter import Meter
from assistant.entrypoints import wrappers
from assistant.language import detection, languages, message_language
from assistant.language.message_language import ASSUMED, UNAVAILABLE, Language
from assistant.own_words import own_words
from assistant.privacy import privacy
from assistant.reply.draft import Draft
from assistant.request import priority
from assistant.request.categories import Category
from assistant.request.item import Accepted, Analysed, analysed, has_reached
from assistant.request.labels import Labels
from assistant.request.priority import SLA_HOURS, Sentiment
from assistant.request.step import Step
from assistant.request.table import RequestTable
from assistant.request.update import Update
from assistant.settings import TranslateAndAnalyzeSettings
from assistant.text.normalized import clean
from assistant.translation import invariants
from assistant.translation.translator import Translator

from . import economy, findings
from .analyst import Analyst
from .category_rule import categorise
from .findings import Findings

NAME: Final = "TranslateAndAnalyze"
ACCEPTED: Final = {"stage": "accepted"}
UNSUPPORTED: Final = "unsupported_language"
"""Detected, and not one that Translate knows: no service could do anything with the text."""


READING_SECONDS: Final = 20
"""How long the model may be silent before the other services are asked.

With 2 s to connect, 38 s of the function's 60 remain: for two silent attempts of 12 s at the first of
them, or for all of them in their usual time.
"""


@dataclass(frozen=True)
class Services:
    """Table, Translate and Comprehend, and the model that reads and drafts in the economy profile."""

    requests: RequestTable
    translator: Translator
    analyst: Analyst
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
            writer=Models(settings.models, reports.passed_over(NAME), meter.add, seconds=READING_SECONDS),
            meter=meter,
            settings=settings,
        )


def run(step: Step, services: Services) -> Step:
    """Store language, translation and analysis of a request; what is stored already is not asked again.

    In the economy profile a model is asked first, and the services only for what it did not tell.

    With `fallback` no service is asked: what is missing is marked as degraded, and the rules do their best.

    Raises:
        ServiceError: a service failed; what the others answered is stored.
    """
    watch = clock.Stopwatch()
    stored = services.requests.get(step.request_id)
    if has_reached(stored, "analysed"):
        return _done(step, analysed(stored), services)
    item = cast("Accepted", stored)
    text = own_words.text_of(item["message"])
    if economy.is_due(item, step, services.settings):
        item = economy.read(item, text, services)
    language = item.get("language") or _language(item, text, step, services)
    found = _known(Findings.from_item(item), text, language, services)
    rule, supported = services.settings.personal_data, language["code"] in languages.by_code()
    if supported and not step.fallback:
        found = _ask(found, item, text, language["code"], services)
    elif rule != privacy.OFF:
        found = findings.search(found, text, language["code"], rule, services.settings.pivot_language)
    degraded = dict.fromkeys(found.missing(rule), step.reason or UNSUPPORTED)
    spoken = (language["code"], services.settings.pivot_language)
    degraded |= _lost(found, text, item["customer"]["name"], spoken)
    if rule != privacy.OFF:
        found = findings.search_answers(found, text, services.settings.pivot_language)
    final = found.to_item(services.settings.pivot_language)
    final["analysis"] |= _rules(item, text, found, services)
    final["analysis"].setdefault("entities", [])
    # Beside the analysis, too: the sweep's index carries the due time, and nothing that a customer wrote.
    final["due_at"] = final["analysis"]["due_at"]
    final |= {f"degraded.{part}": reason for part, reason in degraded.items()}
    final[f"timings_ms.{NAME}"] = watch.milliseconds
    final["stage"] = "analysed"
    done = services.requests.update(step.request_id, Update(set_=final, while_equal=ACCEPTED))
    return _done(step, analysed(done), services)


def _done(step: Step, item: Analysed, services: Services) -> Step:
    pivot_language = services.settings.pivot_language
    analysis, code = item["analysis"], item["language"]["code"]
    return replace(
        step,
        priority=analysis["priority"],
        category=analysis["category"],
        language=code,
        category_label=Labels.of(pivot_language).categories[Category(analysis["category"])],
        language_name=languages.name(code, pivot_language),
    ).with_degraded(*sorted(item["degraded"]))


def _language(item: Accepted, text: str, step: Step, services: Services) -> Language:
    """Return the message's language, stored before the next call."""
    settings = services.settings
    words = "" if step.fallback else detection.words_of(text)
    candidates = services.analyst.languages(words) if words else None
    declared = item["declared_language"]
    decision = message_language.decide(text, declared, candidates, settings.fallback_language)
    values = message_language.to_item(
        decision, declared, settings.pivot_language, step.reason if step.fallback else None
    )
    stored = services.requests.update(item["pk"], Update(set_=values, once="language"))
    return cast("Analysed", stored)["language"]


def _known(found: Findings, text: str, language: Language, services: Services) -> Findings:
    """Return the findings with what needs no service."""
    # A text that nobody could look at is not taken to be in the team's language.
    unseen = language["source"] == ASSUMED and language.get("reason") == UNAVAILABLE
    if languages.base(language["code"]) == services.settings.pivot_language and not unseen:
        return replace(found, pivot=text)
    return found


def _ask(found: Findings, item: Accepted, text: str, code: str, services: Services) -> Findings:
    """Ask for what is missing; what was answered is stored even if another call failed."""
    pivot_language = services.settings.pivot_language
    if found.pivot is None and languages.analysed_as(code) is None:
        found = findings.translate_first(found, text, code, item["customer"]["name"], services)
        services.requests.update(item["pk"], Update(set_=found.to_item(pivot_language), once="message.pivot"))
    found, errors = findings.ask(found, text, code, item["customer"]["name"], services)
    if errors:
        services.requests.update(item["pk"], Update(set_=found.to_item(pivot_language), while_equal=ACCEPTED))
        raise errors[0]
    return found


def _lost(found: Findings, text: str, name: str, spoken: tuple[str, str]) -> dict[str, str]:
    """Return whether the translation lost something that has to survive it, by kind."""
    lost = invariants.lost(text, clean(found.pivot), (name,), spoken) if found.pivot else []
    return {"translation": f"lost_{'_'.join(lost)}"} if lost else {}


def _rules(item: Accepted, text: str, found: Findings, services: Services) -> dict[str, Any]:
    """Return what the pure rules make of the findings."""
    sentiment = found.mood.sentiment if found.mood else Sentiment.UNKNOWN
    urgency = priority.priority_of(sentiment, found.mood.scores if found.mood else None)
    received_at = clock.parse(item["received_at"])
    by_model = Draft.from_item(item).category
    return {
        "sentiment": sentiment,
        # A first guess, for the alert; the model that writes the reply decides.
        "category": by_model or categorise(found.pivot or text, services.settings.pivot_language),
        "category_source": "model" if by_model else "keywords",
        "priority": urgency,
        "sla_hours": SLA_HOURS[urgency],
        "due_at": clock.iso(priority.due_at(received_at, urgency)),
    }


handler = wrappers.workflow_step(NAME, run, Services.from_env)
