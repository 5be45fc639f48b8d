"""Reading texts of any length with Comprehend: language, sentiment, entities, personal data."""

from dataclasses import dataclass
from typing import Final

from assistant.aws.comprehend import OTHER_MAX_BYTES, SENTIMENT_MAX_BYTES, Comprehend
from assistant.language.detection import Candidate
from assistant.privacy import personal_data
from assistant.privacy.personal_data import Found
from assistant.request import priority
from assistant.request.item import Entity
from assistant.request.priority import Sentiment
from assistant.text import splitting

ENTITY_TYPES: Final = (
    "PERSON",
    "ORGANIZATION",
    "LOCATION",
    "DATE",
    "COMMERCIAL_ITEM",
    "QUANTITY",
    "EVENT",
    "TITLE",
    "OTHER",
)
"""The types of Comprehend, whose names the record uses."""

ENTITIES_ABOVE: Final = 0.80
"""The score that an entity has to exceed, whoever finds it."""


@dataclass(frozen=True)
class Mood:
    """The sentiment of a text with its four scores."""

    sentiment: Sentiment
    scores: dict[str, float]


class Analyst:
    """Reads texts in the languages that Comprehend speaks (`languages.analysed_as`)."""

    def __init__(self, service: Comprehend) -> None:
        self._service = service

    def languages(self, text: str) -> list[Candidate]:
        """Return the languages that the service sees in a text's beginning, best first; it may see none."""
        asked = splitting.split(text, OTHER_MAX_BYTES)[0]
        return [Candidate(seen.name, seen.score) for seen in self._service.languages(asked)]

    def mood(self, text: str, language: str) -> Mood:
        """Return sentiment and scores; a long text is read in pieces and combined."""
        moods = [
            (splitting.size(piece), *self._service.sentiment(piece, language))
            for piece in splitting.split(text, SENTIMENT_MAX_BYTES)
            if piece.strip()
        ]
        if len(moods) == 1:
            _, sentiment, scores = moods[0]
            return Mood(Sentiment(sentiment), scores)
        combined = priority.combine([(size, scores) for size, _, scores in moods])
        return Mood(priority.sentiment_of(combined), combined)

    def entities(self, text: str, language: str) -> list[Entity]:
        """Return the entities that score high enough, in the order of the text, each once."""
        found: dict[tuple[str, str], Entity] = {}
        for piece in splitting.split(text, OTHER_MAX_BYTES):
            for entity in self._service.entities(piece, language):
                if entity.score > ENTITIES_ABOVE:
                    one = Entity(text=entity.text, type=entity.name, score=entity.score)
                    found.setdefault((entity.text, entity.name), one)
        return list(found.values())

    def personal_data(self, text: str, language: str) -> list[Found]:
        """Return the personal data that counts, in the order of the text, each once."""
        found, begin = [], 0
        for piece in splitting.split(text, OTHER_MAX_BYTES):
            for seen in self._service.personal_data(piece, language):
                found.append((seen.name, seen.score, begin + seen.start, begin + seen.end))
            begin += len(piece)
        return personal_data.accepted(text, found)
