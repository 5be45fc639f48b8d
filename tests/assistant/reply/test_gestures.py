"""Which commercial gestures a reply may make."""

import pytest

from assistant.reply.gestures import Gesture, chosen
from assistant.request.priority import Priority, Sentiment
from tests.assistant.configured import FREE, VOUCHER
from tests.assistant.reply.test_prompt import order

EVERY = [Gesture.from_settings(VOUCHER), Gesture.from_settings(FREE)]


@pytest.mark.parametrize(
    ("sentiment", "priority", "ids"),
    [
        (Sentiment.NEGATIVE, Priority.HIGH, ["voucher"]),
        (Sentiment.MIXED, Priority.HIGH, ["voucher"]),
        (Sentiment.NEGATIVE, Priority.MEDIUM, ["delivery"]),
        (Sentiment.NEGATIVE, Priority.NORMAL, []),
        (Sentiment.POSITIVE, Priority.HIGH, []),
        (Sentiment.NEUTRAL, Priority.HIGH, []),
        (Sentiment.UNKNOWN, Priority.MEDIUM, []),
    ],
)
def test_a_complaint_authorises_the_gestures_of_its_priority(
    sentiment: Sentiment, priority: Priority, ids: list[str]
) -> None:
    asked = order(gestures=EVERY, sentiment=sentiment, priority=priority)
    assert [gesture.id for gesture in asked.authorised] == ids


@pytest.mark.parametrize(
    ("named", "made"),
    [
        ("voucher", "voucher"),
        ("delivery", None),
        ("none", None),
        ("", None),
        ("Voucher", None),
        ("gold", None),
    ],
)
def test_an_unknown_or_unauthorised_gesture_is_not_made(named: str, made: str | None) -> None:
    gesture = chosen(named, EVERY[:1])
    assert (gesture.id if gesture else None) == made


@pytest.mark.parametrize(
    ("language", "begins"), [("fr", "Nous"), ("fr-CA", "Nous"), ("de", "Wir"), ("ja", None), ("pt-PT", None)]
)
def test_a_sentence_serves_the_regions_of_its_language(language: str, begins: str | None) -> None:
    sentence = EVERY[0].sentence(language)
    assert (sentence and sentence.split()[0]) == begins
