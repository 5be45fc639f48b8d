"""Which commercial gestures a reply may offer."""

from collections.abc import Mapping, Sequence

from .priority import Priority, Sentiment

Gestures = Mapping[str, Sequence[str]]
"""Authorised gestures per priority, in the pivot language, as the environment lists them."""


def authorised(gestures: Gestures, sentiment: Sentiment, priority: Priority) -> tuple[str, ...]:
    """Return the gestures that a reply may offer: only to who complains, only what is listed."""
    if sentiment not in (Sentiment.NEGATIVE, Sentiment.MIXED):
        return ()
    return tuple(gestures.get(priority, ()))
