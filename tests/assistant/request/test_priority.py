"""Priority by the Negative score alone."""

from datetime import UTC, datetime

import pytest

from assistant.request.priority import Priority, Sentiment, combine, due_at, priority_of, sentiment_of


def scores(negative: float, **others: float) -> dict[str, float]:
    return {"Positive": 0.0, "Negative": negative, "Neutral": 1 - negative, "Mixed": 0.0} | others


@pytest.mark.parametrize(
    ("negative", "priority"),
    [
        (1.0, Priority.HIGH),
        (0.7001, Priority.HIGH),
        (0.700001, Priority.HIGH),
        (0.70, Priority.MEDIUM),
        (0.30, Priority.MEDIUM),
        (0.2999, Priority.NORMAL),
        (0.0, Priority.NORMAL),
    ],
)
@pytest.mark.parametrize("sentiment", [known for known in Sentiment if known is not Sentiment.UNKNOWN])
def test_the_negative_score_alone_decides(sentiment: Sentiment, negative: float, priority: Priority) -> None:
    assert priority_of(sentiment, scores(negative)) is priority


@pytest.mark.parametrize("known", [None, scores(0.0), scores(1.0)])
def test_an_unknown_sentiment_is_medium_never_normal(known: dict[str, float] | None) -> None:
    assert priority_of(Sentiment.UNKNOWN, known) is Priority.MEDIUM


def test_a_sentiment_without_scores_is_medium() -> None:
    assert priority_of(Sentiment.POSITIVE, None) is Priority.MEDIUM


@pytest.mark.parametrize(
    ("priority", "due"),
    [
        (Priority.HIGH, datetime(2026, 12, 31, 23, 30, tzinfo=UTC)),
        (Priority.MEDIUM, datetime(2027, 1, 1, 2, 30, tzinfo=UTC)),
        (Priority.NORMAL, datetime(2027, 1, 1, 22, 30, tzinfo=UTC)),
    ],
)
def test_an_answer_is_due_after_one_four_or_twentyfour_hours(priority: Priority, due: datetime) -> None:
    assert due_at(datetime(2026, 12, 31, 22, 30, tzinfo=UTC), priority) == due


def test_pieces_are_averaged_by_their_bytes() -> None:
    combined = combine([(3_000, scores(0.4)), (1_000, scores(0.0))])
    assert combined == pytest.approx(scores(0.3))


def test_one_piece_over_the_threshold_decides_for_all() -> None:
    angry = scores(0.71, Positive=0.01)
    assert combine([(9_000, scores(0.0)), (10, angry), (9_000, scores(0.1))]) == angry


def test_the_angriest_of_several_angry_pieces_decides() -> None:
    assert combine([(5_000, scores(0.8)), (10, scores(0.9))]) == scores(0.9)


def test_a_piece_at_the_threshold_does_not_decide() -> None:
    assert combine([(1, scores(0.70)), (1, scores(0.10))])["Negative"] == pytest.approx(0.40)


@pytest.mark.parametrize(
    ("highest", "sentiment"),
    [
        ("Positive", Sentiment.POSITIVE),
        ("Negative", Sentiment.NEGATIVE),
        ("Neutral", Sentiment.NEUTRAL),
        ("Mixed", Sentiment.MIXED),
    ],
)
def test_the_highest_score_names_the_sentiment(highest: str, sentiment: Sentiment) -> None:
    low = {"Positive": 0.1, "Negative": 0.1, "Neutral": 0.1, "Mixed": 0.1}
    assert sentiment_of(low | {highest: 0.4}) is sentiment
