"""Amazon Comprehend: language, sentiment, entities."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

import boto3

from support.domain import priority, text as texts
from support.domain.priority import Sentiment
from support.domain.record import Entity
from support.errors import ServiceRefused

from .client import calling, config

if TYPE_CHECKING:
    from mypy_boto3_comprehend import ComprehendClient
    from mypy_boto3_comprehend.literals import LanguageCodeType

SENTIMENT_MAX_BYTES: Final = 5_000
OTHER_MAX_BYTES: Final = 100_000
"""The services' limits for one call, in UTF-8 bytes."""

ENTITIES_ABOVE: Final = 0.80

_DIGITS: Final = 6
"""Scores come as 32-bit floats, good for seven digits: the rest is noise that could cross a threshold."""


@dataclass(frozen=True)
class Detected:
    """The dominant language of a text, and how sure the service is (0 to 1)."""

    code: str
    confidence: float


@dataclass(frozen=True)
class Mood:
    """The sentiment of a text with its four scores."""

    sentiment: Sentiment
    scores: dict[str, float]


class Analyst:
    """Reads texts in the languages that Comprehend speaks (`languages.ANALYSED`)."""

    def __init__(self, client: "ComprehendClient | None" = None) -> None:
        self._client = client or boto3.client("comprehend", config=config(10))

    def language(self, text: str) -> Detected:
        """Return the dominant language.

        Raises:
            ServiceRefused: Comprehend sees no language in the text.
        """
        with calling("comprehend", "DetectDominantLanguage"):
            found = self._client.detect_dominant_language(Text=texts.split(text, OTHER_MAX_BYTES)[0])[
                "Languages"
            ]
            if not found:
                raise ServiceRefused("comprehend", "DetectDominantLanguage", "NoLanguage")
            best = max(found, key=lambda language: language["Score"])
            return Detected(best["LanguageCode"], round(best["Score"], _DIGITS))

    def mood(self, text: str, language: str) -> Mood:
        """Return sentiment and scores; a long text is read in pieces and combined."""
        moods = [
            (texts.size(piece), self._mood(piece, language))
            for piece in texts.split(text, SENTIMENT_MAX_BYTES)
            if piece.strip()
        ]
        if len(moods) == 1:
            return moods[0][1]
        scores = priority.combine([(size, mood.scores) for size, mood in moods])
        return Mood(priority.sentiment_of(scores), scores)

    def _mood(self, piece: str, language: str) -> Mood:
        with calling("comprehend", "DetectSentiment"):
            answer = self._client.detect_sentiment(
                Text=piece, LanguageCode=cast("LanguageCodeType", language)
            )
            scores = cast("dict[str, float]", answer["SentimentScore"])
            return Mood(
                Sentiment(answer["Sentiment"]),
                {name: round(scores[name], _DIGITS) for name in priority.SCORE_NAMES},
            )

    def entities(self, text: str, language: str) -> list[Entity]:
        """Return the entities scored over 0.80, in the order of the text, each once."""
        found: dict[tuple[str, str], Entity] = {}
        for piece in texts.split(text, OTHER_MAX_BYTES):
            with calling("comprehend", "DetectEntities"):
                answer = self._client.detect_entities(
                    Text=piece, LanguageCode=cast("LanguageCodeType", language)
                )
                for entity in answer["Entities"]:
                    score = round(entity["Score"], _DIGITS)
                    if score > ENTITIES_ABOVE:
                        key = (entity["Text"], entity["Type"])
                        found.setdefault(key, Entity(text=key[0], type=key[1], score=score))
        return list(found.values())
