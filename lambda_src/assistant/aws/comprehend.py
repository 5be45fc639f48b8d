"""Amazon Comprehend: language, sentiment, entities and personal data of one text a call."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final, cast

from .client import Connection, Count, config

if TYPE_CHECKING:
    from mypy_boto3_comprehend import ComprehendClient
    from mypy_boto3_comprehend.literals import LanguageCodeType

SENTIMENT_MAX_BYTES: Final = 5_000
OTHER_MAX_BYTES: Final = 100_000
"""The services' limits for one call, in UTF-8 bytes."""

UNIT_CHARACTERS: Final = 100
MINIMUM_UNITS: Final = 3
"""Characters in a unit, and the units that a call costs at least (Comprehend's pricing page)."""

SENTIMENTS: Final = ("Positive", "Negative", "Neutral", "Mixed")
"""The service's sentiments, each with a score; in capitals where it names the one of a text."""

_DIGITS: Final = 6
"""Scores come as 32-bit floats, good for seven digits: the rest is noise that could cross a threshold."""


@dataclass(frozen=True)
class Scored:
    """What the service found, by its own name for it, with a score of 0 to 1."""

    name: str
    score: float


@dataclass(frozen=True)
class Mention(Scored):
    """Something that a text names; from `start` to `end`, in Unicode code points as Python counts."""

    text: str
    start: int
    end: int


class Comprehend:
    """Reads texts in the languages that the service speaks."""

    def __init__(self, count: Count | None = None, client: "ComprehendClient | None" = None) -> None:
        self._comprehend = Connection("comprehend", config(10), count=count, client=client)

    def languages(self, text: str) -> list[Scored]:
        """Return the languages that the service sees in a text, best first; it may see none."""
        with self._calling("DetectDominantLanguage", text) as client:
            found = client.detect_dominant_language(Text=text)["Languages"]
            seen = [Scored(each["LanguageCode"], _score(each["Score"])) for each in found]
            return sorted(seen, key=lambda each: -each.score)

    def sentiment(self, text: str, language: str) -> tuple[str, dict[str, float]]:
        """Return the sentiment, one of `SENTIMENTS` in capitals, and the score of each of them."""
        with self._calling("DetectSentiment", text) as client:
            answer = client.detect_sentiment(Text=text, LanguageCode=cast("LanguageCodeType", language))
            name, scores = answer["Sentiment"], cast("dict[str, float]", answer["SentimentScore"])
            if name.title() not in SENTIMENTS:
                raise ValueError("no sentiment")
            return name, {each: _score(scores[each]) for each in SENTIMENTS}

    def entities(self, text: str, language: str) -> list[Mention]:
        """Return what a text names, in its order, whatever the score."""
        with self._calling("DetectEntities", text) as client:
            answer = client.detect_entities(Text=text, LanguageCode=cast("LanguageCodeType", language))
            return [
                Mention(
                    each["Type"], _score(each["Score"]), each["Text"], each["BeginOffset"], each["EndOffset"]
                )
                for each in answer["Entities"]
            ]

    def personal_data(self, text: str, language: str) -> list[Mention]:
        """Return the personal data in a text, in its order, whatever the score."""
        with self._calling("DetectPiiEntities", text) as client:
            answer = client.detect_pii_entities(Text=text, LanguageCode=cast("LanguageCodeType", language))
            found = []
            for each in answer["Entities"]:
                start, end = each["BeginOffset"], each["EndOffset"]
                if not 0 <= start < end <= len(text):
                    raise ValueError("the place is not in the text")
                found.append(Mention(each["Type"], _score(each["Score"]), text[start:end], start, end))
            return found

    def _calling(self, operation: str, text: str) -> "AbstractContextManager[ComprehendClient]":
        return self._comprehend.calling(operation, comprehend_calls=1, comprehend_units=units(text))


def units(text: str) -> int:
    """Return what one call about a text is billed as."""
    return max(MINIMUM_UNITS, ceil(len(text) / UNIT_CHARACTERS))


def _score(score: float) -> float:
    return round(score, _DIGITS)
