"""What translation and analysis found about a message, and how it is asked for and kept."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Any, Self

from assistant.errors import ServiceBusy, ServiceError
from assistant.knowledge.finding import Finder
from assistant.language import languages
from assistant.privacy import personal_data, privacy
from assistant.privacy.patterns import patterns
from assistant.privacy.personal_data import NUMBERS, Found
from assistant.request.item import Accepted, Customer, Entity, Passage
from assistant.request.priority import Sentiment
from assistant.settings import TranslateAndAnalyzeSettings
from assistant.text.normalized import clean
from assistant.translation import invariants
from assistant.translation.translator import Translator

from .analyst import Analyst, Mood


@dataclass(frozen=True)
class Findings:
    """What the services, or a model, said; None where nobody has said anything yet."""

    pivot: str | None = None
    mood: Mood | None = None
    entities: list[Entity] | None = None
    personal: list[Found] | None = None
    passages: list[Passage] | None = None

    @classmethod
    def from_item(cls, item: Accepted) -> Self:
        """Read what an earlier attempt found."""
        analysis = item.get("analysis", {})
        known = "scores" in analysis
        return cls(
            pivot=item["message"].get("pivot"),
            mood=Mood(Sentiment(analysis["sentiment"]), analysis["scores"]) if known else None,
            entities=analysis.get("entities"),
            personal=personal_data.from_items(item.get("personal")),
            passages=item.get("passages"),
        )

    def to_item(self, pivot_language: str) -> dict[str, Any]:
        """Return the paths and values that keep the findings on the request's item."""
        values: dict[str, Any] = {"analysis": {}}
        if self.pivot is not None:
            values |= {"message.pivot": self.pivot, "message.pivot_language": pivot_language}
        if self.personal is not None:
            values["personal"] = personal_data.to_items(self.personal)
        if self.passages is not None:
            values["passages"] = self.passages
        if self.mood:
            values["analysis"] |= {"sentiment": self.mood.sentiment, "scores": self.mood.scores}
        if self.entities is not None:
            values["analysis"]["entities"] = self.entities
        return values

    def missing(self, rule: str) -> list[str]:
        """Return the parts that nobody has said anything about; `rule` is that for personal data."""
        parts: dict[str, Any] = {"translation": self.pivot, "sentiment": self.mood, "entities": self.entities}
        parts["knowledge"] = self.passages
        if rule != privacy.OFF:
            parts["personal_data"] = self.personal
        return [part for part, found in parts.items() if found is None]


@dataclass(frozen=True)
class Inquiry:
    """Finds out about one message: its `text`, the `code` of its language, its `customer`."""

    text: str
    code: str
    customer: Customer
    translator: Translator
    analyst: Analyst
    finder: Finder
    settings: TranslateAndAnalyzeSettings

    @property
    def name(self) -> str:
        """The customer's name."""
        return self.customer["name"]

    def translation(self) -> str:
        """Return the text in the team's language; the customer's name stays as it is."""
        return self.translator.translate(self.text, self.code, self.settings.pivot_language, (self.name,))

    def ask(self, found: Findings) -> tuple[Findings, list[ServiceError]]:
        """Ask side by side for what is missing; return what is known then, and the errors of failed calls.

        Sentiment and entities are read in the customer's own language where Comprehend speaks it, else from
        the translation. The patterns of personal data are searched while the services answer.

        A service that is busy comes first among the errors: the step is repeated then, and what another one
        refuses is not missed until all have had their say.
        """
        team = self.settings.pivot_language
        spoken = languages.analysed_as(self.code)
        read = (self.text, spoken) if spoken else (found.pivot or self.text, team)
        calls: dict[str, Callable[[], Any]] = {
            "pivot": self.translation,
            "mood": lambda: self.analyst.mood(*read),
            "entities": lambda: self.analyst.entities(*read),
        }
        answers: dict[str, Any] = {}
        errors: list[ServiceError] = []
        # As many as there are tasks: some wait for others.
        with ThreadPoolExecutor(max_workers=len(calls) + 3) as pool:
            futures = {
                part: pool.submit(call) for part, call in calls.items() if getattr(found, part) is None
            }

            def known(part: str) -> Any:
                return futures[part].result() if part in futures else getattr(found, part)

            personal = partial(getattr, found, "personal")
            if found.personal is None and self.settings.personal_data != privacy.OFF:
                futures["personal"] = pool.submit(self._detected, known)
                seen = pool.submit(patterns, self.text, self.code, team)
                personal = partial(_joined, futures["personal"], seen)
            if found.passages is None:
                futures["passages"] = pool.submit(self._passages, known, personal)
        for part, future in futures.items():
            try:
                answers[part] = future.result()
            except ServiceError as error:
                errors.append(error)
        if "personal" in answers:
            answers["personal"] = personal()
        return replace(found, **answers), sorted(errors, key=lambda error: not isinstance(error, ServiceBusy))

    def _passages(
        self, known: Callable[[str], Any], personal: Callable[[], Sequence[Found] | None]
    ) -> list[Passage]:
        """Return the passages that fit the message: a model reads it to find them."""
        text = self.text
        if self.settings.personal_data == privacy.ALL:
            hidden = [*(personal() or ()), *_people(known("entities") or ())]
            text = privacy.Masker(hidden, **self.customer).mask(text)

        def in_team_language() -> str:
            try:
                return clean(known("pivot") or "")
            except ServiceError:
                return ""  # whoever asked for the translation tells of the error

        return self.finder.find(text, in_team_language)

    def _detected(self, known: Callable[[str], Any]) -> list[Found]:
        """Return the personal data that Comprehend finds, by its detector or in the translation."""
        rule = self.settings.personal_data
        if privacy.hides_names(self.code, rule):
            return _people(self.analyst.entities(clean(known("pivot")), self.settings.pivot_language))
        if privacy.needs_detector(self.code, rule):
            return self.analyst.personal_data(self.text, languages.base(self.code))
        return []

    def search(self, found: Findings) -> Findings:
        """Return the findings with what patterns see, where no service has to be asked for personal data."""
        rule = self.settings.personal_data
        if found.personal is not None or rule == privacy.OFF or privacy.needs_detector(self.code, rule):
            return found
        return replace(found, personal=patterns(self.text, self.code, self.settings.pivot_language))

    def search_answers(self, found: Findings) -> Findings:
        """Return the findings with the personal data in the answers: named people, the translation's forms.

        What was not searched for in the message stays unknown.
        """
        if found.personal is None:
            return found
        pivot = clean(found.pivot or "")
        # The same numbers stand in both; what they are, the words of the message itself say better.
        seen = patterns(pivot, self.settings.pivot_language) if pivot != self.text else []
        typeset = (one for one in seen if one.kind not in NUMBERS)
        return replace(found, personal=_each_once(*found.personal, *typeset, *_people(found.entities or [])))

    def lost(self, found: Findings) -> list[str]:
        """Return the kinds of what should have survived the translation, and did not."""
        spoken = (self.code, self.settings.pivot_language)
        return invariants.lost(self.text, clean(found.pivot), (self.name,), spoken) if found.pivot else []


def _people(entities: Iterable[Entity]) -> list[Found]:
    return [Found("NAME", one["text"]) for one in entities if one["type"] == "PERSON"]


def _joined(*found: Future[list[Found]]) -> list[Found]:
    return _each_once(*chain.from_iterable(future.result() for future in found))


def _each_once(*found: Found) -> list[Found]:
    return list(dict.fromkeys(found))
