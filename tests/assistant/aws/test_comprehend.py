"""Amazon Comprehend."""

from typing import Any

import pytest
from botocore.stub import Stubber

from assistant.analysis.analyst import Analyst, Mood
from assistant.aws.comprehend import OTHER_MAX_BYTES, SENTIMENT_MAX_BYTES
from assistant.errors import ServiceBusy
from assistant.language.detection import Candidate
from assistant.privacy.personal_data import Found
from assistant.request.priority import Sentiment
from assistant.text.splitting import size, split

SCORES = {"Positive": 0.01, "Negative": 0.9, "Neutral": 0.05, "Mixed": 0.04}


def queue_mood(stub: Stubber, text: str, sentiment: str, scores: dict[str, float]) -> None:
    stub.add_response(
        "detect_sentiment",
        {"Sentiment": sentiment, "SentimentScore": scores},
        {"Text": text, "LanguageCode": "en"},
    )


def entity(text: str, score: float, kind: str = "DATE") -> dict[str, Any]:
    return {"Text": text, "Type": kind, "Score": score, "BeginOffset": 0, "EndOffset": 1}


def test_languages_come_best_first(comprehend: Stubber) -> None:
    languages = [{"LanguageCode": "nl", "Score": 0.2}, {"LanguageCode": "de", "Score": 0.79123456}]
    comprehend.add_response("detect_dominant_language", {"Languages": languages}, {"Text": "Guten Tag"})
    assert Analyst(comprehend.client).languages("Guten Tag") == [
        Candidate("de", 0.791235),
        Candidate("nl", 0.2),
    ]


def test_a_text_may_be_in_no_language(comprehend: Stubber) -> None:
    comprehend.add_response("detect_dominant_language", {"Languages": []})
    assert Analyst(comprehend.client).languages("🙃") == []


def test_a_huge_text_is_known_by_its_beginning(comprehend: Stubber) -> None:
    text = "Guten Tag. " * 20_000
    first = split(text, OTHER_MAX_BYTES)[0]
    assert size(first) < size(text)
    comprehend.add_response(
        "detect_dominant_language", {"Languages": [{"LanguageCode": "de", "Score": 1.0}]}, {"Text": first}
    )
    assert Analyst(comprehend.client).languages(text)[0].code == "de"


def test_sentiment_comes_with_its_four_scores(comprehend: Stubber) -> None:
    queue_mood(comprehend, "Broken!", "NEGATIVE", SCORES)
    assert Analyst(comprehend.client).mood("Broken!", "en") == Mood(Sentiment.NEGATIVE, SCORES)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [(0.699999988079071, 0.7), (0.30000001192092896, 0.3), (0.70004, 0.70004), (0.29996, 0.29996)],
)
def test_a_score_keeps_what_a_threshold_needs_and_loses_the_noise(
    comprehend: Stubber, sent: float, kept: float
) -> None:
    queue_mood(comprehend, "x", "NEGATIVE", SCORES | {"Negative": sent})
    assert Analyst(comprehend.client).mood("x", "en").scores["Negative"] == kept


def test_a_long_text_is_read_in_pieces_averaged_by_their_bytes(comprehend: Stubber) -> None:
    text = "Fine. " * 800 + "\n" + "Late. " * 400
    first, second = split(text, SENTIMENT_MAX_BYTES)
    calm = {"Positive": 0.1, "Negative": 0.0, "Neutral": 0.8, "Mixed": 0.1}
    cross = {"Positive": 0.0, "Negative": 0.6, "Neutral": 0.3, "Mixed": 0.1}
    queue_mood(comprehend, first, "NEUTRAL", calm)
    queue_mood(comprehend, second, "NEGATIVE", cross)
    mood = Analyst(comprehend.client).mood(text, "en")
    expected = 0.6 * size(second) / size(text)
    assert mood.scores["Negative"] == pytest.approx(expected)
    assert mood.sentiment is Sentiment.NEUTRAL


def test_an_angry_last_page_makes_the_letter_angry(comprehend: Stubber) -> None:
    text = "Fine. " * 1_600 + "I am furious."
    pieces = split(text, SENTIMENT_MAX_BYTES)
    calm = {"Positive": 0.1, "Negative": 0.0, "Neutral": 0.8, "Mixed": 0.1}
    for piece in pieces[:-1]:
        queue_mood(comprehend, piece, "NEUTRAL", calm)
    queue_mood(comprehend, pieces[-1], "NEGATIVE", SCORES)
    assert Analyst(comprehend.client).mood(text, "en") == Mood(Sentiment.NEGATIVE, SCORES)


@pytest.mark.parametrize(
    "answer",
    [
        {"Sentiment": "FURIOUS", "SentimentScore": SCORES},
        {"Sentiment": "NEGATIVE"},
        {"Sentiment": "NEGATIVE", "SentimentScore": {"Positive": 0.1}},
    ],
)
def test_half_an_answer_is_malformed(comprehend: Stubber, answer: dict[str, Any]) -> None:
    comprehend.add_response("detect_sentiment", answer)
    with pytest.raises(ServiceBusy, match="MalformedAnswer"):
        Analyst(comprehend.client).mood("x", "en")


def test_entities_over_eighty_percent_each_once_in_the_order_of_the_text(comprehend: Stubber) -> None:
    found = [
        entity("Monday", 0.97),
        entity("maybe", 0.80),
        entity("noise", 0.800000011920929),
        entity("Paris", 0.8001, "LOCATION"),
        entity("Monday", 0.99),
        entity("Monday", 0.91, "EVENT"),
    ]
    comprehend.add_response(
        "detect_entities", {"Entities": found}, {"Text": "On Monday", "LanguageCode": "en"}
    )
    assert Analyst(comprehend.client).entities("On Monday", "en") == [
        {"text": "Monday", "type": "DATE", "score": 0.97},
        {"text": "Paris", "type": "LOCATION", "score": 0.8001},
        {"text": "Monday", "type": "EVENT", "score": 0.91},
    ]


def test_entities_of_all_pieces_are_kept(comprehend: Stubber) -> None:
    text = "On Monday. " * 10_000
    for number, piece in enumerate(split(text, OTHER_MAX_BYTES)):
        comprehend.add_response(
            "detect_entities",
            {"Entities": [entity(f"day {number}", 0.9)]},
            {"Text": piece, "LanguageCode": "en"},
        )
    assert [found["text"] for found in Analyst(comprehend.client).entities(text, "en")] == ["day 0", "day 1"]


def test_a_piece_of_blanks_is_not_read(comprehend: Stubber) -> None:
    text = "Late." + " " * 6_000
    first, _ = split(text, SENTIMENT_MAX_BYTES)
    queue_mood(comprehend, first, "NEGATIVE", SCORES)
    assert Analyst(comprehend.client).mood(text, "en") == Mood(Sentiment.NEGATIVE, SCORES)


def pii(kind: str, begin: int, end: int, score: float = 0.99) -> dict[str, Any]:
    return {"Type": kind, "Score": score, "BeginOffset": begin, "EndOffset": end}


def test_personal_data_is_placed_in_code_points_and_what_does_not_count_is_left_out(
    comprehend: Stubber,
) -> None:
    text = "🙃 Anna, order number 55218, Monday"
    entities = [pii("NAME", 2, 6), pii("PHONE", 21, 26), pii("DATE_TIME", 28, 34), pii("NAME", 2, 6, 0.4)]
    comprehend.add_response(
        "detect_pii_entities", {"Entities": entities}, {"Text": text, "LanguageCode": "en"}
    )
    assert Analyst(comprehend.client).personal_data(text, "en") == [Found("NAME", "Anna")]


def test_personal_data_of_all_pieces_is_placed_in_the_whole_text(comprehend: Stubber) -> None:
    text = "Né à 🙃. " * 9_000 + "I am Anna."
    pieces = split(text, OTHER_MAX_BYTES)
    assert len(pieces) > 1
    for piece in pieces:
        found = [pii("NAME", len(piece) - 5, len(piece) - 1)] if piece is pieces[-1] else []
        comprehend.add_response(
            "detect_pii_entities", {"Entities": found}, {"Text": piece, "LanguageCode": "en"}
        )
    assert Analyst(comprehend.client).personal_data(text, "en") == [Found("NAME", "Anna")]


@pytest.mark.parametrize("entity", [{}, pii("NAME", 0, 9), pii("NAME", 3, 2)])
def test_a_place_outside_the_text_is_malformed(comprehend: Stubber, entity: dict[str, Any]) -> None:
    comprehend.add_response("detect_pii_entities", {"Entities": [entity]})
    with pytest.raises(ServiceBusy, match="MalformedAnswer"):
        Analyst(comprehend.client).personal_data("Anna", "en")


def test_units_are_counted_by_call(comprehend: Stubber) -> None:
    METER.start({})
    comprehend.add_response("detect_dominant_language", {"Languages": []})
    comprehend.add_response("detect_entities", {"Entities": []})
    comprehend.add_response("detect_pii_entities", {"Entities": []})
    queue_mood(comprehend, "x" * 301, "NEGATIVE", SCORES)
    analyst = Analyst(comprehend.client)
    analyst.languages("x")
    analyst.entities("x", "en")
    analyst.personal_data("x", "en")
    analyst.mood("x" * 301, "en")
    assert METER.used == {"comprehend_calls": 4, "comprehend_units": 3 + 3 + 3 + 4}
