"""Replies without a model."""

import re
from itertools import product

import pytest

from support.domain import languages, replies, templates
from support.domain.categories import Category
from support.domain.priority import SLA_HOURS, Priority, Sentiment
from tests.lambda_src.samples import REQUEST_ID

COMBINATIONS = list(product(templates.LANGUAGES, Sentiment, Category, Priority))
SLA = {
    "fr": {
        Priority.HIGH: "sous 1 heure ",
        Priority.MEDIUM: "sous 4 heures ",
        Priority.NORMAL: "sous 24 heures ",
    },
    "en": {
        Priority.HIGH: "within 1 hour ",
        Priority.MEDIUM: "within 4 hours ",
        Priority.NORMAL: "within 24 hours ",
    },
}


def written(
    language: str, sentiment: Sentiment, category: Category, priority: Priority, name: str = "Grace O'Neill"
) -> str:
    return templates.write(
        language,
        name=name,
        company="Maison Exemple",
        reference=REQUEST_ID,
        sentiment=sentiment,
        category=category,
        priority=priority,
    )


def test_every_pivot_language_has_templates() -> None:
    assert templates.LANGUAGES == languages.PIVOT_LANGUAGES


@pytest.mark.parametrize(("language", "sentiment", "category", "priority"), COMBINATIONS)
def test_a_template_keeps_every_rule_and_the_length_that_is_asked_of_the_model(
    language: str, sentiment: Sentiment, category: Category, priority: Priority
) -> None:
    text = written(language, sentiment, category, priority)
    assert replies.broken_rule(text, text, ()) is None
    assert 80 <= replies.words(text) <= 120


@pytest.mark.parametrize(("language", "sentiment", "category", "priority"), COMBINATIONS)
def test_a_template_promises_the_time_of_the_priority_and_no_other_figure(
    language: str, sentiment: Sentiment, category: Category, priority: Priority
) -> None:
    text = written(language, sentiment, category, priority)
    assert SLA[language][priority] in text
    assert re.findall(r"\d+", text.replace(REQUEST_ID, "")) == [str(SLA_HOURS[priority])]
    assert text.count(REQUEST_ID) == 1
    assert "Grace O'Neill" in text.splitlines()[0]
    assert "Maison Exemple" in text.splitlines()[-1]


@pytest.mark.parametrize("language", templates.LANGUAGES)
def test_every_sentiment_but_the_unknown_one_opens_in_its_own_way(language: str) -> None:
    texts = {
        sentiment: written(language, sentiment, Category.GENERAL, Priority.NORMAL) for sentiment in Sentiment
    }
    assert texts[Sentiment.UNKNOWN] == texts[Sentiment.NEUTRAL]
    assert len(set(texts.values())) == 4


@pytest.mark.parametrize("language", templates.LANGUAGES)
def test_every_category_has_its_own_next_step(language: str) -> None:
    texts = {written(language, Sentiment.NEUTRAL, category, Priority.NORMAL) for category in Category}
    assert len(texts) == len(Category)


@pytest.mark.parametrize("language", templates.LANGUAGES)
@pytest.mark.parametrize("name", ["{company}", "a " * 50, "佐藤花子", "<b>O'Neill</b>"])
def test_any_name_is_greeted_as_it_is(language: str, name: str) -> None:
    for sentiment, category, priority in product(Sentiment, Category, Priority):
        text = written(language, sentiment, category, priority, name=name)
        assert name in text
        assert replies.MIN_WORDS <= replies.words(text) <= replies.MAX_WORDS
