"""Amazon Comprehend."""

from typing import Any

import pytest

from assistant.aws.comprehend import Comprehend, Mention, Scored, units
from assistant.cost.meter import Meter
from assistant.errors import ServiceBusy
from tests.assistant.stubs import Stub

SCORES = {"Positive": 0.01, "Negative": 0.9, "Neutral": 0.05, "Mixed": 0.04}
MOOD = {"Sentiment": "NEGATIVE", "SentimentScore": SCORES}


def mention(kind: str, start: int, end: int, score: float = 0.97, **fields: str) -> dict[str, Any]:
    return {"Type": kind, "Score": score, "BeginOffset": start, "EndOffset": end, **fields}


@pytest.mark.parametrize(
    ("languages", "found"),
    [
        (
            [{"LanguageCode": "nl", "Score": 0.2}, {"LanguageCode": "de", "Score": 0.79123456}],
            [Scored("de", 0.791235), Scored("nl", 0.2)],
        ),
        ([], []),
    ],
)
def test_languages_come_best_first_and_there_may_be_none(
    comprehend: Stub, languages: list[Any], found: list[Scored]
) -> None:
    comprehend.add_response("detect_dominant_language", {"Languages": languages}, {"Text": "Guten Tag"})
    assert Comprehend(client=comprehend.client).languages("Guten Tag") == found


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (0.9, 0.9),
        (0.699999988079071, 0.7),
        (0.30000001192092896, 0.3),
        (0.70004, 0.70004),
        (0.29996, 0.29996),
    ],
)
def test_a_score_keeps_what_a_threshold_needs_and_loses_the_noise(
    comprehend: Stub, sent: float, kept: float
) -> None:
    answer = {"Sentiment": "NEGATIVE", "SentimentScore": SCORES | {"Negative": sent}}
    comprehend.add_response("detect_sentiment", answer, {"Text": "Broken!", "LanguageCode": "en"})
    found = Comprehend(client=comprehend.client).sentiment("Broken!", "en")
    assert found == ("NEGATIVE", SCORES | {"Negative": kept})


@pytest.mark.parametrize(
    "answer",
    [
        {"Sentiment": "FURIOUS", "SentimentScore": SCORES},
        {"Sentiment": "NEGATIVE"},
        {"Sentiment": "NEGATIVE", "SentimentScore": {"Positive": 0.1}},
    ],
)
def test_half_a_sentiment_is_malformed(comprehend: Stub, answer: dict[str, Any]) -> None:
    comprehend.add_response("detect_sentiment", answer)
    with pytest.raises(ServiceBusy, match="MalformedAnswer"):
        Comprehend(client=comprehend.client).sentiment("x", "en")


def test_entities_come_in_the_order_of_the_text_whatever_their_score(comprehend: Stub) -> None:
    entities = [mention("DATE", 3, 9, Text="Monday"), mention("OTHER", 0, 2, 0.100000011920929, Text="On")]
    comprehend.add_response(
        "detect_entities", {"Entities": entities}, {"Text": "On Monday", "LanguageCode": "en"}
    )
    assert Comprehend(client=comprehend.client).entities("On Monday", "en") == [
        Mention("DATE", 0.97, "Monday", 3, 9),
        Mention("OTHER", 0.1, "On", 0, 2),
    ]


def test_personal_data_is_placed_in_code_points(comprehend: Stub) -> None:
    comprehend.add_response(
        "detect_pii_entities",
        {"Entities": [mention("NAME", 2, 6), mention("NAME", 2, 6, 0.4)]},
        {"Text": "🙃 Anna", "LanguageCode": "en"},
    )
    found = Comprehend(client=comprehend.client).personal_data("🙃 Anna", "en")
    assert found == [Mention("NAME", 0.97, "Anna", 2, 6), Mention("NAME", 0.4, "Anna", 2, 6)]


@pytest.mark.parametrize(
    "entity",
    [{}, mention("NAME", 0, 9), mention("NAME", 3, 2), mention("NAME", 2, 2), mention("NAME", -1, 2)],
)
def test_a_place_outside_the_text_is_malformed(comprehend: Stub, entity: dict[str, Any]) -> None:
    comprehend.add_response("detect_pii_entities", {"Entities": [entity]})
    with pytest.raises(ServiceBusy, match="MalformedAnswer"):
        Comprehend(client=comprehend.client).personal_data("Anna", "en")


@pytest.mark.parametrize(("characters", "billed"), [(1, 3), (300, 3), (301, 4), (400, 4), (5_000, 50)])
def test_hundreds_of_characters_are_billed_and_three_at_least(characters: int, billed: int) -> None:
    assert units("x" * characters) == billed


def test_units_are_counted_by_call(comprehend: Stub) -> None:
    meter = Meter()
    meter.start({})
    comprehend.add_response("detect_dominant_language", {"Languages": []})
    comprehend.add_response("detect_entities", {"Entities": []})
    comprehend.add_response("detect_pii_entities", {"Entities": []})
    comprehend.add_response("detect_sentiment", MOOD)
    service = Comprehend(meter.add, comprehend.client)
    service.languages("x")
    service.entities("x", "en")
    service.personal_data("x", "en")
    service.sentiment("x" * 301, "en")
    assert meter.used == {"comprehend_calls": 4, "comprehend_units": 3 + 3 + 3 + 4}
