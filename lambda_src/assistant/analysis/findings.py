"""What translation and analysis found about a message, and how it is asked for and kept."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Protocol, Self

from assistant.errors import ServiceError
from assistant.language import languages
from assistant.privacy import personal_data, privacy
from assistant.privacy.patterns import patterns
from assistant.privacy.personal_data import NUMBERS, Found
from assistant.request import priority
from assistant.request.item import Accepted, Entity
from assistant.settings import TranslateAndAnalyzeSettings
from assistant.text.normalized import clean
from assistant.translation.translator import Translator

from .analyst import Analyst, Mood
from .reading import Reading


class Services(Protocol):
    """What finding something out needs."""

    @property
    def translator(self) -> Translator:
        """Amazon Translate."""

    @property
    def analyst(self) -> Analyst:
        """Amazon Comprehend."""

    @property
    def settings(self) -> TranslateAndAnalyzeSettings:
        """The function's settings."""


@dataclass(frozen=True)
class Findings:
    """What the services said; None where nobody has said anything yet."""

    pivot: str | None = None
    mood: Mood | None = None
    entities: list[Entity] | None = None
    personal: list[Found] | None = None

    @classmethod
    def from_item(cls, item: Accepted) -> Self:
        """Read what an earlier attempt found."""
        analysis = item.get("analysis", {})
        return cls(
            pivot=item["message"].get("pivot"),
            mood=Mood(priority.Sentiment(analysis["sentiment"]), analysis["scores"])
            if "scores" in analysis
            else None,
            entities=analysis.get("entities"),
            personal=personal_data.from_items(item.get("personal")),
        )

    @classmethod
    def read(cls, reading: Reading) -> Self:
        """Take over what is believed of a model's reading."""
        mood = Mood(*reading.mood) if reading.mood else None
        return cls(pivot=reading.pivot, mood=mood, entities=reading.entities)

    def to_item(self, pivot_language: str) -> dict[str, Any]:
        """Return the paths and values that keep the findings on the request's item."""
        values: dict[str, Any] = {}
        if self.pivot is not None:
            values |= {"message.pivot": self.pivot, "message.pivot_language": pivot_language}
        if self.personal is not None:
            values["personal"] = personal_data.to_items(self.personal)
        analysis: dict[str, Any] = {}
        if self.mood:
            analysis |= {"sentiment": self.mood.sentiment, "scores": self.mood.scores}
        if self.entities is not None:
            analysis["entities"] = self.entities
        return values | {"analysis": analysis}

    def missing(self, rule: str) -> list[str]:
        """Return the parts that nobody has said anything about; `rule` is that for personal data."""
        parts = {
            "translation": self.pivot,
            "sentiment": self.mood,
            "entities": self.entities,
            "personal_data": self.personal,
        }
        if rule == privacy.OFF:
            del parts["personal_data"]
        return [part for part, found in parts.items() if found is None]


def translate_first(findings: Findings, text: str, code: str, name: str, services: Services) -> Findings:
    """Return the findings with the translation, which the analysis needs in order to read the text."""
    pivot = services.translator.translate(text, code, services.settings.pivot_language, (name,))
    return replace(findings, pivot=pivot)


def ask(
    findings: Findings, text: str, code: str, name: str, services: Services
) -> tuple[Findings, list[ServiceError]]:
    """Ask side by side for what is missing; return what is known then, and the errors of failed calls.

    Sentiment and entities are read in the customer's own language where Comprehend speaks it, else
    from the translation, in which the customer's name stays as it is. The patterns of personal data are
    compiled and searched while the services answer.
    """
    pivot_language = services.settings.pivot_language
    spoken = languages.analysed_as(code)
    read, read_as = (text, spoken) if spoken else (findings.pivot or text, pivot_language)
    asked: dict[str, Callable[[], Any]] = {
        "pivot": lambda: services.translator.translate(text, code, pivot_language, (name,)),
        "mood": lambda: services.analyst.mood(read, read_as),
        "entities": lambda: services.analyst.entities(read, read_as),
    }
    answers: dict[str, Any] = {}
    errors: list[ServiceError] = []
    with ThreadPoolExecutor(max_workers=len(asked) + 2) as pool:
        futures = {part: pool.submit(call) for part, call in asked.items() if getattr(findings, part) is None}
        seen = None
        if findings.personal is None and services.settings.personal_data != privacy.OFF:
            translated = futures["pivot"].result if "pivot" in futures else lambda: findings.pivot
            futures["personal"] = pool.submit(_detected, text, code, translated, services)
            seen = pool.submit(patterns, text, code, pivot_language)
    for part, future in futures.items():
        try:
            answers[part] = future.result()
        except ServiceError as error:
            errors.append(error)
    if seen and "personal" in answers:
        answers["personal"] = _each_once(answers["personal"], seen.result())
    return replace(findings, **answers), errors


def _detected(text: str, code: str, translated: Callable[[], Any], services: Services) -> list[Found]:
    """Return the personal data that Comprehend finds: its detector's, or the people of the translation."""
    settings = services.settings
    if privacy.hides_names(code, settings.personal_data):
        return _people(services.analyst.entities(clean(translated()), settings.pivot_language))
    if privacy.needs_detector(code, settings.personal_data):
        return services.analyst.personal_data(text, languages.base(code))
    return []


def search(findings: Findings, text: str, code: str, rule: str, team: str) -> Findings:
    """Return the findings with what patterns see, where no service has to be asked for personal data."""
    if findings.personal is not None or privacy.needs_detector(code, rule):
        return findings
    return replace(findings, personal=patterns(text, code, team))


def search_answers(findings: Findings, text: str, pivot_language: str) -> Findings:
    """Return the findings with the personal data in the answers: named people, the translation's forms.

    What was not searched for in the message stays unknown.
    """
    if findings.personal is None:
        return findings
    entities = findings.entities or []
    pivot = clean(findings.pivot or "")
    # The same numbers stand in both; what they are, the words of the message itself say better.
    seen = patterns(pivot, pivot_language) if pivot != text else []
    typeset = [one for one in seen if one.kind not in NUMBERS]
    return replace(findings, personal=_each_once(findings.personal, typeset, _people(entities)))


def _people(entities: Iterable[Entity]) -> list[Found]:
    return [Found("NAME", one["text"]) for one in entities if one["type"] == "PERSON"]


def _each_once(*found: Iterable[Found]) -> list[Found]:
    return list(dict.fromkeys(chain.from_iterable(found)))
