"""TranslateAndAnalyze: the message's language, its translation, sentiment, entities, category, priority."""

from dataclasses import replace
from typing import Any, Final

from assistant import clock
from assistant.aws.expressions import Update
from assistant.entrypoints import entry
from assistant.language import detection, languages, message_language
from assistant.language.message_language import ASSUMED, UNAVAILABLE
from assistant.own_words import own_words
from assistant.privacy import privacy
from assistant.request import moments, priority
from assistant.request.priority import SLA_HOURS, Sentiment
from assistant.request.record import Language, StoredRequest
from assistant.request.step import Step
from assistant.text.text import clean
from assistant.translation import literals

from . import economy, findings
from .category_rule import categorise
from .findings import Findings
from .services import Services

NAME: Final = "TranslateAndAnalyze"
UNSUPPORTED: Final = "unsupported_language"
"""Detected, and not one that Translate knows: no service could do anything with the text."""


def run(step: Step, services: Services) -> Step:
    """Store language, translation and analysis of a request; what is stored already is not asked again.

    In the economy profile a model is asked first, and the services only for what it did not tell.

    With `lesser` no service is asked: what is missing is marked as degraded, and the rules do their best.

    Raises:
        ServiceError: a service failed; what the others answered is stored.
    """
    watch = clock.Stopwatch()
    item = services.requests.get(step.request_id)
    if "category" in item.get("analysis", {}):
        return _done(step, item)
    text = own_words.text_of(item["message"])
    if economy.is_due(item, step, services.settings):
        item = economy.read(item, text, services)
    language = item.get("language") or _language(item, text, step, services)
    found = _known(Findings.stored(item), text, language, services)
    rule, supported = services.settings.personal_data, language["code"] in languages.BY_CODE
    if supported and not step.lesser:
        found = _ask(found, item, text, language["code"], services)
    elif rule != privacy.OFF:
        found = findings.search(found, text, language["code"], rule, services.settings.pivot_language)
    degraded = dict.fromkeys(found.missing(rule), step.reason or UNSUPPORTED)
    spoken = (language["code"], services.settings.pivot_language)
    degraded |= _lost(found, text, item["customer"]["name"], spoken)
    if rule != privacy.OFF:
        found = findings.search_answers(found, text, services.settings.pivot_language)
    final = found.to_store(services.settings.pivot_language)
    final["analysis"] |= _rules(item, text, found, services)
    final["analysis"].setdefault("entities", [])
    # Beside the analysis, too: the sweep's index carries the due time, and nothing that a customer wrote.
    final["due_at"] = final["analysis"]["due_at"]
    final |= {f"degraded.{part}": reason for part, reason in degraded.items()}
    final[f"timings_ms.{NAME}"] = watch.milliseconds
    return _done(
        step, services.requests.update(step.request_id, Update(set_=final, once="analysis.category"))
    )


def _done(step: Step, item: StoredRequest) -> Step:
    return replace(
        step,
        priority=item["analysis"]["priority"],
        category=item["analysis"]["category"],
        language=item["language"]["code"],
    ).with_degraded(*sorted(item["degraded"]))


def _language(item: StoredRequest, text: str, step: Step, services: Services) -> Language:
    """Return the message's language, stored before the next call."""
    settings = services.settings
    words = "" if step.lesser else detection.words_of(text)
    candidates = services.analyst.languages(words) if words else None
    decision = message_language.decide(item, text, candidates, settings)
    values = message_language.to_store(
        decision, item, settings.pivot_language, step.reason if step.lesser else None
    )
    return services.requests.update(item["pk"], Update(set_=values, once="language"))["language"]


def _known(found: Findings, text: str, language: Language, services: Services) -> Findings:
    """Return the findings with what needs no service."""
    # A text that nobody could look at is not taken to be in the team's language.
    unseen = language["source"] == ASSUMED and language.get("reason") == UNAVAILABLE
    if languages.base(language["code"]) == services.settings.pivot_language and not unseen:
        return replace(found, pivot=text)
    return found


def _ask(found: Findings, item: StoredRequest, text: str, code: str, services: Services) -> Findings:
    """Ask for what is missing; what was answered is stored even if another call failed."""
    pivot_language = services.settings.pivot_language
    if found.pivot is None and languages.analysed_as(code) is None:
        found = findings.translate_first(found, text, code, item["customer"]["name"], services)
        services.requests.update(
            item["pk"], Update(set_=found.to_store(pivot_language), once="message.pivot")
        )
    found, errors = findings.ask(found, text, code, item["customer"]["name"], services)
    if errors:
        services.requests.update(
            item["pk"], Update(set_=found.to_store(pivot_language), once="analysis.category")
        )
        raise errors[0]
    return found


def _lost(found: Findings, text: str, name: str, spoken: tuple[str, str]) -> dict[str, str]:
    """Return whether the translation lost something that has to survive it, by kind."""
    lost = literals.lost(text, clean(found.pivot), (name,), spoken) if found.pivot else []
    return {"translation": f"lost_{'_'.join(lost)}"} if lost else {}


def _rules(item: StoredRequest, text: str, found: Findings, services: Services) -> dict[str, Any]:
    """Return what the pure rules make of the findings."""
    sentiment = found.mood.sentiment if found.mood else Sentiment.UNKNOWN
    urgency = priority.priority_of(sentiment, found.mood.scores if found.mood else None)
    received_at = moments.parse(item["received_at"])
    by_model = item.get("draft", {}).get("category")
    return {
        "sentiment": sentiment,
        # A first guess, for the alert; the model that writes the reply decides.
        "category": by_model or categorise(found.pivot or text, services.settings.pivot_language),
        "category_source": "model" if by_model else "keywords",
        "priority": urgency,
        "sla_hours": SLA_HOURS[urgency],
        "due_at": moments.iso(priority.due_at(received_at, urgency)),
    }


handler = entry.workflow_step(NAME, run, Services.from_env)
