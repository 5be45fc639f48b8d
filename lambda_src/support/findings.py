"""What translation and analysis found about a message, and how it is asked for and kept."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, Self

from .aws.comprehend import Mood
from .domain import languages, priority
from .domain.record import Entity, StoredRequest
from .errors import ServiceError
from .services.translate_and_analyze import Services


@dataclass(frozen=True)
class Findings:
    """What the services said; None where nobody has said anything yet."""

    pivot: str | None = None
    mood: Mood | None = None
    entities: list[Entity] | None = None

    @classmethod
    def stored(cls, item: StoredRequest) -> Self:
        """Read what an earlier attempt found."""
        analysis = item.get("analysis", {})
        return cls(
            pivot=item["message"].get("pivot"),
            mood=Mood(priority.Sentiment(analysis["sentiment"]), analysis["scores"])
            if "scores" in analysis
            else None,
            entities=analysis.get("entities"),
        )

    def to_store(self, pivot_language: str) -> dict[str, Any]:
        """Return the paths and values that keep the findings on the request's item."""
        values: dict[str, Any] = {}
        if self.pivot is not None:
            values |= {"message.pivot": self.pivot, "message.pivot_language": pivot_language}
        analysis: dict[str, Any] = {}
        if self.mood:
            analysis |= {"sentiment": self.mood.sentiment, "scores": self.mood.scores}
        if self.entities is not None:
            analysis["entities"] = self.entities
        return values | {"analysis": analysis}

    @property
    def missing(self) -> list[str]:
        """The parts that nobody has said anything about."""
        parts = {"translation": self.pivot, "sentiment": self.mood, "entities": self.entities}
        return [part for part, found in parts.items() if found is None]


def translate_first(findings: Findings, text: str, code: str, services: Services) -> Findings:
    """Return the findings with the translation, which the analysis needs in order to read the text."""
    pivot = services.translator.translate(text, code, services.settings.pivot_language)
    return replace(findings, pivot=pivot)


def ask(findings: Findings, text: str, code: str, services: Services) -> tuple[Findings, list[ServiceError]]:
    """Ask side by side for what is missing; return what is known then, and the errors of failed calls.

    Sentiment and entities are read in the customer's own language where Comprehend speaks it, else
    from the translation.
    """
    pivot_language = services.settings.pivot_language
    spoken = languages.analysed_as(code)
    read, read_as = (text, spoken) if spoken else (findings.pivot or text, pivot_language)
    asked: dict[str, Callable[[], Any]] = {
        "pivot": lambda: services.translator.translate(text, code, pivot_language),
        "mood": lambda: services.analyst.mood(read, read_as),
        "entities": lambda: services.analyst.entities(read, read_as),
    }
    answers: dict[str, Any] = {}
    errors: list[ServiceError] = []
    with ThreadPoolExecutor(max_workers=len(asked)) as pool:
        futures = {name: pool.submit(call) for name, call in asked.items() if getattr(findings, name) is None}
    for name, future in futures.items():
        try:
            answers[name] = future.result()
        except ServiceError as error:
            errors.append(error)
    return replace(findings, **answers), errors
