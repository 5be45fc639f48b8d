"""TranslateAndAnalyze: the message's language, its translation, sentiment, entities, category, priority."""

from dataclasses import replace
from typing import Any, Final

from support import clock, entry, findings
from support.aws.expressions import Update
from support.domain import languages, moments, priority
from support.domain.categories import categorise
from support.domain.priority import SLA_HOURS, Sentiment
from support.domain.record import Language, StoredRequest
from support.domain.request_schema import AUTO
from support.domain.step import Step
from support.domain.text import clean
from support.findings import Findings
from support.services.translate_and_analyze import Services

NAME: Final = "TranslateAndAnalyze"
ASSUMED: Final = "assumed"


def run(step: Step, services: Services) -> Step:
    """Store language, translation and analysis of a request; what is stored already is not asked again.

    With `lesser` no service is asked: what is missing is marked as degraded, and the rules do their best.

    Raises:
        ServiceError: a service failed; what the others answered is stored.
    """
    watch = clock.Stopwatch()
    item = services.requests.get(step.request_id)
    text = clean(item["message"]["original"])
    language = item.get("language") or _language(item, text, step, services)
    found = Findings.stored(item)
    if language["source"] != ASSUMED and languages.base(language["code"]) == services.settings.pivot_language:
        found = replace(found, pivot=item["message"]["original"])
    if not step.lesser:
        found = _ask(found, item, text, language["code"], services)
    final = found.to_store(services.settings.pivot_language)
    final["analysis"] |= _rules(item, text, language, found, services)
    if "entities" in found.missing:
        final["analysis"]["entities"] = []
    # Beside the analysis, too: the sweep's index carries the due time, and nothing that a customer wrote.
    final["due_at"] = final["analysis"]["due_at"]
    final |= {f"degraded.{part}": step.reason for part in found.missing}
    final[f"timings_ms.{NAME}"] = watch.milliseconds
    item = services.requests.update(step.request_id, Update(set_=final, once="analysis.category"))
    return replace(
        step,
        priority=item["analysis"]["priority"],
        category=item["analysis"]["category"],
        language=item["language"]["code"],
    ).with_degraded(*sorted(item["degraded"]))


def _language(item: StoredRequest, text: str, step: Step, services: Services) -> Language:
    """Return the declared or detected language, stored before the next call."""
    pivot_language = services.settings.pivot_language
    declared = item["declared_language"]
    confidence: float | None = None
    if declared != AUTO:
        code, source = declared, "declared"
    elif step.lesser:
        # Nobody could detect it: the pivot language is what the team can answer in.
        code, source, confidence = pivot_language, ASSUMED, 0
    else:
        detected = services.analyst.language(text)
        code, source, confidence = detected.code, "detected", detected.confidence
    language = Language(
        code=code, name=languages.name(code, pivot_language), source=source, confidence=confidence
    )
    values: dict[str, Any] = {"language": language}
    if source == ASSUMED:
        values["degraded.language"] = step.reason
    return services.requests.update(item["pk"], Update(set_=values, once="language"))["language"]


def _ask(found: Findings, item: StoredRequest, text: str, code: str, services: Services) -> Findings:
    """Ask for what is missing; what was answered is stored even if another call failed."""
    pivot_language = services.settings.pivot_language
    if found.pivot is None and languages.analysed_as(code) is None:
        found = findings.translate_first(found, text, code, services)
        services.requests.update(
            item["pk"], Update(set_=found.to_store(pivot_language), once="message.pivot")
        )
    found, errors = findings.ask(found, text, code, services)
    if errors:
        services.requests.update(
            item["pk"], Update(set_=found.to_store(pivot_language), once="analysis.category")
        )
        raise errors[0]
    return found


def _rules(
    item: StoredRequest, text: str, language: Language, found: Findings, services: Services
) -> dict[str, Any]:
    """Return what the pure rules make of the findings."""
    sentiment = found.mood.sentiment if found.mood else Sentiment.UNKNOWN
    urgency = priority.priority_of(sentiment, found.mood.scores if found.mood else None)
    code = None if language["source"] == ASSUMED else language["code"]
    received_at = moments.parse(item["received_at"])
    return {
        "sentiment": sentiment,
        "category": categorise(found.pivot, services.settings.pivot_language, text, code),
        "priority": urgency,
        "sla_hours": SLA_HOURS[urgency],
        "due_at": moments.iso(priority.due_at(received_at, urgency)),
    }


handler = entry.workflow_step(NAME, run, Services.from_env)
