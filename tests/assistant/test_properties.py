"""What holds of the pure rules for every input, whatever a customer writes and whatever a service answers."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given, strategies as st

from assistant import clock
from assistant.analysis.category_rule import categorise
from assistant.delivery import notification
from assistant.intake import receipt
from assistant.language import languages
from assistant.reply import templates
from assistant.reply.draft import text_of
from assistant.reply.gestures import Gesture
from assistant.request import links, record
from assistant.request.categories import Category
from assistant.request.priority import (
    SCORE_NAMES,
    SLA_HOURS,
    Priority,
    Sentiment,
    combine,
    due_at,
    priority_of,
    sentiment_of,
)
from assistant.request.reply_length import MAX_WORDS, MIN_WORDS, count_words
from assistant.request.step import Step, execution_name
from assistant.voice.voices import voice_for
from tests.assistant import samples
from tests.assistant.properties import thoroughly
from tests.assistant.reply.test_prompt import order

pytestmark = pytest.mark.slow

share = st.floats(0, 1)
scores = st.fixed_dictionaries(dict.fromkeys(SCORE_NAMES, share))
sentiments, priorities, categories = map(st.sampled_from, (Sentiment, Priority, Category))
times = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
codes = st.sampled_from(list(languages.by_code())) | st.text(max_size=6)
pivots = st.sampled_from(languages.PIVOT_LANGUAGES)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
no_surrogates = st.characters(exclude_categories=["Cs"])
lines = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]))


@thoroughly
@given(sentiments, scores | st.none(), share)
def test_more_anger_is_never_less_urgent(
    sentiment: Sentiment, known: dict[str, float] | None, more: float
) -> None:
    urgency = priority_of(sentiment, known)
    if known is None or sentiment is Sentiment.UNKNOWN:
        assert urgency is Priority.MEDIUM
    else:
        angrier = {**known, "Negative": max(known["Negative"], more)}
        assert SLA_HOURS[priority_of(sentiment, angrier)] <= SLA_HOURS[urgency]


@thoroughly
@given(st.lists(st.tuples(st.integers(1, 5_000), scores), min_size=1, max_size=6))
def test_a_text_in_pieces_is_between_its_pieces_and_as_urgent_as_the_angriest_over_the_threshold(
    pieces: list[tuple[int, dict[str, float]]],
) -> None:
    combined = combine(pieces)
    for name in SCORE_NAMES:
        each = [known[name] for _, known in pieces]
        assert min(each) - 1e-9 <= combined[name] <= max(each) + 1e-9
    urgent = any(known["Negative"] > 0.70 for _, known in pieces)
    assert (priority_of(Sentiment.NEGATIVE, combined) is Priority.HIGH) is urgent


@thoroughly
@given(scores)
def test_the_sentiment_is_one_with_the_highest_score(known: dict[str, float]) -> None:
    assert known[sentiment_of(known).capitalize()] == max(known.values())


@thoroughly
@given(times, priorities)
def test_an_answer_is_due_after_it_was_asked_for(received: datetime, urgency: Priority) -> None:
    assert due_at(received, urgency) - received == timedelta(hours=SLA_HOURS[urgency])


@thoroughly
@given(st.text(), pivots)
def test_every_message_has_a_category(text: str, pivot_language: str) -> None:
    assert categorise(text, pivot_language) in Category


@thoroughly
@given(st.text(alphabet="abcdé ,.!'", max_size=30), st.sampled_from(["remboursement", "facture", "colis"]))
def test_case_and_accents_decide_nothing(around: str, word: str) -> None:
    text = f"{around} {word} {around}"
    assert categorise(text.upper(), "fr") is categorise(text, "fr")


@thoroughly
@given(st.lists(st.builds(Gesture, st.text(), st.tuples(priorities), st.just({}))), sentiments, priorities)
def test_a_gesture_is_for_complaints_of_its_priority_alone(
    gestures: list[Gesture], sentiment: Sentiment, urgency: Priority
) -> None:
    allowed = order(gestures=gestures, sentiment=sentiment, priority=urgency).authorised
    assert allowed == [one for one in gestures if urgency in one.priorities] or not allowed
    assert not allowed or sentiment in (Sentiment.NEGATIVE, Sentiment.MIXED)


@thoroughly
@given(times)
def test_every_new_id_is_valid_and_sorts_by_time(now: datetime) -> None:
    made = links.new_id(now)
    assert links.is_id(made)
    assert made != links.new_id(now)
    assert made < links.new_id(now + timedelta(seconds=1))
    assert len(execution_name(made, 999_999)) <= 80


@thoroughly
@given(st.text())
def test_hardly_any_text_is_an_id(text: str) -> None:
    assume(not text.startswith("req-"))
    assert not links.is_id(text)


@thoroughly
@given(times, times)
def test_moments_are_read_as_written_and_sort_as_text(one: datetime, other: datetime) -> None:
    one, other = (moment.replace(microsecond=moment.microsecond // 1000 * 1000) for moment in (one, other))
    assert clock.parse(clock.iso(one)) == one
    assert (clock.iso(one) < clock.iso(other)) is (one < other)


@thoroughly
@given(anything, st.text())
def test_whatever_a_model_hands_in_is_a_text_without_blanks_around_it(draft: object, field: str) -> None:
    text = text_of(draft, field)
    assert text == text.strip()


@thoroughly
@given(
    pivots,
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=100).filter(
        lambda n: count_words(n) <= 20
    ),
    st.text(min_size=1, max_size=40).filter(lambda name: count_words(name) <= 5),
    st.tuples(sentiments, categories, priorities),
)
def test_a_template_keeps_the_length_and_gives_names_as_they_are(
    language: str, name: str, company: str, case: tuple[Sentiment, Category, Priority]
) -> None:
    sentiment, category, urgency = case
    facts = {"sentiment": sentiment, "category": category, "priority": urgency}
    text = templates.write(language, order(customer_name=name, company=company, **facts), samples.REQUEST_ID)
    assert MIN_WORDS <= count_words(text) <= MAX_WORDS
    assert name in text
    assert company in text
    assert samples.REQUEST_ID in text


@thoroughly
@given(codes, pivots)
def test_there_is_a_receipt_a_name_and_perhaps_a_voice_for_every_code(code: str, pivot: str) -> None:
    assert receipt.accepted(code, pivot)
    assert languages.name(code, pivot) or not code
    assert languages.analysed_as(code) in (None, code, languages.base(code))
    assert voice_for(code) is None or voice_for(code) == voice_for(languages.base(code)) or "-" in code


@thoroughly
@given(st.text(), st.text(), lines, st.text(), pivots)
def test_a_transcript_holds_both_sides_whatever_they_wrote(
    original: str, translated: str, name: str, reply: str, pivot: str
) -> None:
    item = samples.completed(message={"original": original, "pivot": translated, "pivot_language": "fr"})
    item["customer"] = {"name": name, "email": "a@b.fr"}
    item["reply"] |= {"text": reply, "pivot_text": reply}
    written = notification.transcript(item, pivot)
    assert all(part in written for part in (original, translated, name, reply, samples.REQUEST_ID))


@thoroughly
@given(st.dictionaries(st.text(), st.text(), max_size=3), st.dictionaries(st.text(), st.integers(0)))
def test_a_record_is_json_and_in_a_steady_order(degraded: dict[str, str], timings: dict[str, int]) -> None:
    shown = record.of(samples.completed(degraded=degraded, timings_ms=timings), lambda _: 0.0123)
    assert json.loads(json.dumps(shown)) == shown
    assert [one["step"] for one in shown["degraded"]] == sorted(degraded)
    assert shown["timings_ms"]["total"] == 6_500


@thoroughly
@given(
    st.text(min_size=1),
    st.integers(1),
    st.lists(st.text(no_surrogates), max_size=4),
    st.text() | st.just("States.Timeout") | st.just("Lambda.Unknown"),
    st.text() | anything.map(json.dumps),
)
def test_what_travels_comes_back_and_no_cause_breaks_a_step(
    request: str, attempt: int, degraded: list[str], error: str, cause: str
) -> None:
    step = Step(request, attempt, degraded=tuple(degraded))
    assert Step.from_event(step.travelling()) == step
    wrapped = {"fallback": True, "step": {**step.travelling(), "error": {"Error": error, "Cause": cause}}}
    fallback = Step.from_event(wrapped)
    assert fallback.fallback
    assert isinstance(fallback.reason, str)
    assert len(set(fallback.with_degraded(*degraded).degraded)) == len(set(degraded))
