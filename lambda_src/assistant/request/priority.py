"""Priority, and the time to answer, by the Negative score alone."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final


class Sentiment(StrEnum):
    """What Comprehend says of a text, or UNKNOWN where nobody could say."""

    POSITIVE = "POSITIVE"
    NEGATIVE = "NEGATIVE"
    NEUTRAL = "NEUTRAL"
    MIXED = "MIXED"
    UNKNOWN = "UNKNOWN"


class Priority(StrEnum):
    """How soon a person of the team has to look at a request."""

    HIGH = "HIGH"
    MEDIUM = "MEDIUM"
    NORMAL = "NORMAL"


Scores = Mapping[str, float]
"""The four sentiment scores, 0 to 1, under Comprehend's names."""

SCORE_NAMES: Final = ("Positive", "Negative", "Neutral", "Mixed")
HIGH_ABOVE: Final = 0.70
MEDIUM_FROM: Final = 0.30
SLA_HOURS: Final = {Priority.HIGH: 1, Priority.MEDIUM: 4, Priority.NORMAL: 24}


def priority_of(sentiment: Sentiment, scores: Scores | None) -> Priority:
    """Return the priority; an unknown sentiment is MEDIUM, never silently NORMAL."""
    if sentiment is Sentiment.UNKNOWN or scores is None:
        return Priority.MEDIUM
    if scores["Negative"] > HIGH_ABOVE:
        return Priority.HIGH
    return Priority.MEDIUM if scores["Negative"] >= MEDIUM_FROM else Priority.NORMAL


def due_at(received_at: datetime, priority: Priority) -> datetime:
    """Return when the answer is due."""
    return received_at + timedelta(hours=SLA_HOURS[priority])


def combine(pieces: Sequence[tuple[int, Scores]]) -> dict[str, float]:
    """Return one set of scores for a text read in pieces of (bytes, scores).

    Averaged by bytes, except that a piece over the HIGH threshold decides: anger on the last page of
    a long letter is anger.
    """
    angriest = max((scores for _, scores in pieces), key=lambda scores: scores["Negative"])
    if angriest["Negative"] > HIGH_ABOVE:
        return dict(angriest)
    total = sum(size for size, _ in pieces)
    return {name: sum(size * scores[name] for size, scores in pieces) / total for name in SCORE_NAMES}


def sentiment_of(scores: Scores) -> Sentiment:
    """Return the sentiment with the highest score."""
    return Sentiment(max(SCORE_NAMES, key=lambda name: scores[name]).upper())
