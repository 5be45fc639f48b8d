"""Which commercial gestures a reply may offer."""

import pytest

from support.domain.commitments import authorised
from support.domain.priority import Priority, Sentiment

GESTURES = {"HIGH": ["voucher", "gift"], "MEDIUM": ["free delivery"]}


@pytest.mark.parametrize(
    ("sentiment", "priority", "offered"),
    [
        (Sentiment.NEGATIVE, Priority.HIGH, ("voucher", "gift")),
        (Sentiment.MIXED, Priority.HIGH, ("voucher", "gift")),
        (Sentiment.NEGATIVE, Priority.MEDIUM, ("free delivery",)),
        (Sentiment.NEGATIVE, Priority.NORMAL, ()),
        (Sentiment.POSITIVE, Priority.HIGH, ()),
        (Sentiment.NEUTRAL, Priority.MEDIUM, ()),
        (Sentiment.UNKNOWN, Priority.MEDIUM, ()),
    ],
)
def test_a_gesture_only_to_who_complains_and_only_what_is_listed(
    sentiment: Sentiment, priority: Priority, offered: tuple[str, ...]
) -> None:
    assert authorised(GESTURES, sentiment, priority) == offered


def test_what_is_not_configured_is_not_offered() -> None:
    assert authorised({}, Sentiment.NEGATIVE, Priority.HIGH) == ()
