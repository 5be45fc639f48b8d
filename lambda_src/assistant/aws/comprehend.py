"""Amazon Comprehend: language, sentiment, entities."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from assistant.analysis import entities
from assistant.cost import usage
from assistant.cost.meter import METER
from assistant.language.detection import Candidate
from assistant.privacy import detector
from assistant.privacy.found import Found
from assistant.request import priority
from assistant.request.priority import Sentiment
from assistant.request.record import Entity
from assistant.text import text as texts

from .client import calling, config, connect

if TYPE_CHECKING:
    from mypy_boto3_comprehend import ComprehendClient
    from mypy_boto3_comprehend.literals import LanguageCodeType

SENTIMENT_MAX_BYTES: Final = 5_000
OTHER_MAX_BYTES: Final = 100_000
"""The services' limits for one call, in UTF-8 bytes."""

_DIGITS: Final = 6
"""Scores come as 32-bit floats, good for seven digits: the rest is noise that could cross a threshold."""


@dataclass(frozen=True)
class Mood:
    """The sentiment of a text with its four scores."""

    sentiment: Sentiment
    scores: dict[str, float]


class Analyst:
    """Reads texts in the languages that Comprehend speaks (`languages.ANALYSED`)."""

    def __init__(self, client: "ComprehendClient | None" = None) -> None:
        if client:
            self._client = client

    @cached_property
    def _client(self) -> "ComprehendClient":
        return cast("ComprehendClient", connect("comprehend", config(10)))

    def languages(self, text: str) -> list[Candidate]:
        """Return the languages that the service sees in a text, best first; it may see none."""
        with calling("comprehend", "DetectDominantLanguage"):
            asked = texts.split(text, OTHER_MAX_BYTES)[0]
            found = self._client.detect_dominant_language(Text=asked)["Languages"]
            _count(asked)
            best = sorted(found, key=lambda language: -language["Score"])
            return [Candidate(seen["LanguageCode"], round(seen["Score"], _DIGITS)) for seen in best]

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
            _count(piece)
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
                _count(piece)
                for entity in answer["Entities"]:
                    score = round(entity["Score"], _DIGITS)
                    if score > entities.ABOVE:
                        key = (entity["Text"], entity["Type"])
                        found.setdefault(key, Entity(text=key[0], type=key[1], score=score))
        return list(found.values())

    def personal_data(self, text: str, language: str) -> list[Found]:
        """Return the personal data that counts (`detector.accepted`), in the order of the text, each once.

        Comprehend counts in Unicode code points, as Python does.
        """
        findings: list[tuple[str, float, int, int]] = []
        begin = 0
        with calling("comprehend", "DetectPiiEntities"):
            for piece in texts.split(text, OTHER_MAX_BYTES):
                answer = self._client.detect_pii_entities(
                    Text=piece, LanguageCode=cast("LanguageCodeType", language)
                )
                _count(piece)
                for entity in answer["Entities"]:
                    start, end = entity["BeginOffset"], entity["EndOffset"]
                    if not 0 <= start < end <= len(piece):
                        raise ValueError("the place is not in the piece")
                    score = round(entity["Score"], _DIGITS)
                    findings.append((entity["Type"], score, begin + start, begin + end))
                begin += len(piece)
            return detector.accepted(text, findings)


def _count(text: str) -> None:
    METER.add({"comprehend_units": usage.comprehend_units(text)})
