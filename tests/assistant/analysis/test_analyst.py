"""Reading texts of any length with Comprehend."""

from collections.abc import Callable
from typing import Any

import pytest

from assistant.analysis.analyst import ENTITY_TYPES, Analyst, Mood
from assistant.aws.comprehend import OTHER_MAX_BYTES, SENTIMENT_MAX_BYTES, SENTIMENTS, Mention, Scored
from assistant.language.detection import Candidate
from assistant.privacy.personal_data import Found
from assistant.request.priority import SCORE_NAMES, Sentiment
from assistant.text.splitting import size, split

CALM = {"Positive": 0.1, "Negative": 0.0, "Neutral": 0.8, "Mixed": 0.1}
CROSS = {"Positive": 0.0, "Negative": 0.6, "Neutral": 0.3, "Mixed": 0.1}
ANGRY = {"Positive": 0.01, "Negative": 0.9, "Neutral": 0.05, "Mixed": 0.04}


class FakeComprehend:
    """Answers by what is in a piece, and notes the pieces."""

    def __init__(self, answer: Callable[[str], Any]) -> None:
        self._answer = answer
        self.asked: list[str] = []

    def languages(self, text: str) -> Any:
        self.asked.append(text)
        return self._answer(text)

    def entities(self, text: str, language: str) -> Any:
        assert language == "en"
        return self.languages(text)

    sentiment = personal_data = entities


def analyst(answer: Callable[[str], Any]) -> tuple[Analyst, list[str]]:
    """Return an analyst whose service answers like this, and the pieces that it will have been asked for."""
    service: Any = FakeComprehend(answer)
    return Analyst(service), service.asked


def mention(kind: str, text: str, word: str, score: float = 0.97) -> Mention:
    return Mention(kind, score, word, text.index(word), text.index(word) + len(word))


def test_the_services_names_are_those_of_the_record() -> None:
    assert SCORE_NAMES == SENTIMENTS
    assert {name.upper() for name in SENTIMENTS} == {*Sentiment} - {Sentiment.UNKNOWN}
    assert len(set(ENTITY_TYPES)) == 9


def test_a_text_is_known_by_its_beginning() -> None:
    text = "Guten Tag. " * 20_000
    reader, asked = analyst(lambda _: [Scored("de", 0.79), Scored("nl", 0.2)])
    assert reader.languages(text) == [Candidate("de", 0.79), Candidate("nl", 0.2)]
    assert asked == split(text, OTHER_MAX_BYTES)[:1]
    assert size(asked[0]) < size(text)


def test_a_text_may_be_in_no_language() -> None:
    assert analyst(lambda _: [])[0].languages("🙃") == []


def by_mood(piece: str) -> tuple[str, dict[str, float]]:
    if "furious" in piece:
        return "NEGATIVE", ANGRY
    return ("NEGATIVE", CROSS) if piece.startswith("Late") else ("NEUTRAL", CALM)


@pytest.mark.parametrize(
    ("text", "pieces", "mood"),
    [
        ("I am furious.", 1, Mood(Sentiment.NEGATIVE, ANGRY)),
        ("Late." + " " * 6_000, 1, Mood(Sentiment.NEGATIVE, CROSS)),
        ("Fine. " * 1_600 + "I am furious.", 2, Mood(Sentiment.NEGATIVE, ANGRY)),
    ],
    ids=["short", "a page of blanks", "an angry last page"],
)
def test_a_mood_is_that_of_the_only_or_the_angry_piece(text: str, pieces: int, mood: Mood) -> None:
    reader, asked = analyst(by_mood)
    assert reader.mood(text, "en") == mood
    assert len(asked) == pieces
    assert all(size(piece) <= SENTIMENT_MAX_BYTES for piece in asked)


def test_moods_of_pieces_are_averaged_by_their_bytes() -> None:
    text = "Fine. " * 800 + "\n" + "Late. " * 400
    calm, cross = split(text, SENTIMENT_MAX_BYTES)
    reader, asked = analyst(by_mood)
    mood = reader.mood(text, "en")
    assert asked == [calm, cross]
    assert mood.sentiment is Sentiment.NEUTRAL
    assert mood.scores["Negative"] == pytest.approx(0.6 * size(cross) / size(text))


def test_entities_over_eighty_percent_come_once_in_the_order_of_the_text() -> None:
    found = [
        ("Monday", "DATE", 0.97),
        ("maybe", "DATE", 0.80),
        ("Paris", "LOCATION", 0.8001),
        ("Monday", "DATE", 0.99),
        ("Monday", "EVENT", 0.91),
    ]
    reader, _ = analyst(lambda _: [Mention(kind, score, text, 0, 1) for text, kind, score in found])
    assert reader.entities("On Monday", "en") == [
        {"text": "Monday", "type": "DATE", "score": 0.97},
        {"text": "Paris", "type": "LOCATION", "score": 0.8001},
        {"text": "Monday", "type": "EVENT", "score": 0.91},
    ]


def test_entities_of_all_pieces_are_kept() -> None:
    text = "On Monday. " * 10_000
    reader, asked = analyst(lambda piece: [Mention("DATE", 0.9, f"day {len(piece)}", 0, 1)])
    assert [found["text"] for found in reader.entities(text, "en")] == [f"day {len(one)}" for one in asked]
    assert asked == split(text, OTHER_MAX_BYTES)
    assert len(asked) == 2


def test_personal_data_that_does_not_count_is_left_out() -> None:
    text = "🙃 Anna, order number 55218, Monday, Berta"
    reader, _ = analyst(
        lambda piece: [
            mention("NAME", piece, "Anna"),
            mention("PHONE", piece, "55218"),
            mention("DATE_TIME", piece, "Monday"),
            mention("NAME", piece, "Berta", 0.4),
            mention("NAME", piece, "Anna"),
        ]
    )
    assert reader.personal_data(text, "en") == [Found("NAME", "Anna")]


def test_personal_data_of_all_pieces_is_placed_in_the_whole_text() -> None:
    text = "Né à 🙃. " * 9_000 + "I am Anna."
    reader, asked = analyst(lambda piece: [mention("NAME", piece, "Anna")] if "Anna" in piece else [])
    assert reader.personal_data(text, "en") == [Found("NAME", "Anna")]
    assert asked == split(text, OTHER_MAX_BYTES)
    assert len(asked) > 1
