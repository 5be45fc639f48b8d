"""The words that a team reads around a request."""

import dataclasses
import string

import pytest

from assistant import data
from assistant.language import languages
from assistant.request.categories import Category
from assistant.request.labels import Labels
from assistant.request.priority import SCORE_NAMES, Priority, Sentiment

LABELS = [Labels.of(code) for code in languages.PIVOT_LANGUAGES]
BLANKS = {
    "sla": {"hours"},
    "alert_text": {"request_id", "category", "language"},
    "set_aside": {"kind", "characters"},
    "end": {"request_id"},
    "failure_subject": {"request_id"},
    "failure_text": {"request_id", "code"},
}


def test_every_pivot_language_has_labels_and_no_other() -> None:
    assert data.names("labels") == set(languages.PIVOT_LANGUAGES)


@pytest.mark.parametrize("labels", LABELS, ids=languages.PIVOT_LANGUAGES)
def test_every_category_sentiment_priority_and_score_has_its_own_word(labels: Labels) -> None:
    for words, keys in (
        (labels.categories, Category),
        (labels.sentiments, Sentiment),
        (labels.priorities, Priority),
        (labels.scores, SCORE_NAMES),
    ):
        assert list(words) == list(keys)
        assert len(set(words.values())) == len(words)
        assert all(words.values())


def test_the_french_words_are_those_of_the_trade() -> None:
    assert list(Labels.of("fr").categories.values()) == [
        "livraison",
        "produit",
        "remboursement",
        "compte",
        "facturation",
        "général",
    ]


@pytest.mark.parametrize("labels", LABELS, ids=languages.PIVOT_LANGUAGES)
def test_no_label_is_empty(labels: Labels) -> None:
    assert all(dataclasses.asdict(labels).values())


@pytest.mark.parametrize("labels", LABELS, ids=languages.PIVOT_LANGUAGES)
def test_sentences_have_the_blanks_that_are_filled_in(labels: Labels) -> None:
    for name, label in dataclasses.asdict(labels).items():
        for text in label.values() if isinstance(label, dict) else [label]:
            blanks = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
            assert blanks == BLANKS.get(name, set()), name


@pytest.mark.parametrize("labels", LABELS, ids=languages.PIVOT_LANGUAGES)
def test_subjects_are_short_single_lines(labels: Labels) -> None:
    longest = labels.failure_subject.format(request_id="r" * 80)
    assert all(len(subject) <= 120 and "\n" not in subject for subject in (labels.alert_subject, longest))
    assert len(labels.alert_subject) <= 99
