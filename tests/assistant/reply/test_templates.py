"""Replies without a model."""

import re
import unicodedata
from itertools import combinations, product

import pytest

from assistant import data
from assistant.language import languages
from assistant.reply import templates
from assistant.reply.checks import Checks
from assistant.request.categories import Category
from assistant.request.priority import SLA_HOURS, Priority, Sentiment
from assistant.request.reply_length import MAX_WORDS, MIN_WORDS, count_words
from tests.assistant.reply.test_prompt import order
from tests.assistant.samples import REQUEST_ID

pytestmark = pytest.mark.slow

NAME = "Grace O'Neill"
COMPANY = "Maison Exemple"
CODES = sorted(data.names("templates"))
CASES = list(product(Sentiment, Category, Priority))
COMBINATIONS = list(product(languages.PIVOT_LANGUAGES, Sentiment, Category, Priority))
DENSE = ("ja", "ko", "zh", "zh-TW")
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
    language: str, sentiment: Sentiment, category: Category, priority: Priority, name: str = NAME
) -> str:
    asked = order(
        customer_name=name, company=COMPANY, sentiment=sentiment, category=category, priority=priority
    )
    return templates.write(language, asked, REQUEST_ID)


def plain_case(language: str, name: str = "") -> str:
    return written(language, Sentiment.NEUTRAL, Category.GENERAL, Priority.NORMAL, name)


def test_there_are_templates_in_the_pivot_languages_and_in_many_more() -> None:
    assert set(languages.PIVOT_LANGUAGES) < set(CODES) <= set(languages.by_code())
    assert len({languages.base(code)[:2] for code in CODES}) >= 21


@pytest.mark.parametrize(
    ("asked", "served"),
    [("es-MX", "es"), ("fr-CA", "fr"), ("pt-BR", "pt"), ("pt-PT", "pt-PT"), ("zh-TW", "zh-TW"), ("de", "de")],
)
def test_a_region_without_its_own_words_gets_its_languages(asked: str, served: str) -> None:
    assert templates.has(asked)
    assert plain_case(asked) == plain_case(served)


@pytest.mark.parametrize("language", ["am", "fa-AF", "auto", "", "zh-HK"])
def test_a_language_without_a_template_says_so(language: str) -> None:
    assert not templates.has(language)
    with pytest.raises(KeyError):
        plain_case(language)


@pytest.mark.parametrize(("language", "sentiment", "category", "priority"), COMBINATIONS)
def test_a_pivot_template_keeps_every_rule_and_the_length_that_is_asked_of_the_model(
    language: str, sentiment: Sentiment, category: Category, priority: Priority
) -> None:
    text = written(language, sentiment, category, priority)
    assert checks(language, language, priority).fault(text, text) is None
    assert 80 <= count_words(text) <= 130
    assert SLA[language][priority] in text


def checks(language: str, pivot_language: str, priority: Priority) -> Checks:
    """Return what a reply is held against that knows names and the reference, and no more."""
    asked = order(company=COMPANY, language=language, pivot_language=pivot_language, priority=priority)
    return Checks(asked, known=f"{REQUEST_ID} {NAME} {COMPANY}")


@pytest.mark.parametrize("pivot_language", languages.PIVOT_LANGUAGES)
@pytest.mark.parametrize("language", CODES)
def test_a_template_says_nothing_that_no_reply_may_say_and_the_figures_of_its_pivot(
    language: str, pivot_language: str
) -> None:
    for priority in Priority:
        case = (Sentiment.MIXED, Category.BILLING, priority)
        texts = written(language, *case), written(pivot_language, *case)
        assert checks(language, pivot_language, priority).fault(*texts) is None


@pytest.mark.parametrize("language", CODES)
def test_a_reply_says_in_few_characters_that_a_machine_prepared_it(language: str) -> None:
    """It is spoken too, and speech is what costs."""
    ending = templates.ending(language, COMPANY, discloses=True)
    disclosure, closing = ending.split("\n\n")
    assert 0 < len(disclosure) < 60
    assert closing == templates.ending(language, COMPANY, discloses=False)
    assert COMPANY in closing
    assert plain_case(language).endswith(ending)


def test_an_ending_without_a_template_is_none() -> None:
    with pytest.raises(KeyError):
        templates.ending("sw", COMPANY, discloses=True)


@pytest.mark.parametrize("language", CODES)
def test_a_template_promises_the_time_of_the_priority_and_no_other_figure(language: str) -> None:
    for sentiment, category, priority in CASES:
        text = written(language, sentiment, category, priority)
        hours = SLA_HOURS[priority]
        figures = re.findall(r"\d+", text.replace(REQUEST_ID, ""))
        in_words = language == "ar" and hours == 1
        assert figures == ([] if in_words else [str(hours)])
        assert not in_words or "ساعة واحدة" in text


@pytest.mark.parametrize("language", CODES)
def test_everything_is_filled_in_once_where_it_can_be_read_as_it_is(language: str) -> None:
    for case in CASES:
        text = written(language, *case)
        assert not set("{}") & set(text)
        assert len(re.findall(rf"(?<!\w){re.escape(REQUEST_ID)}(?!\w)", text)) == 1
        assert re.search(rf"(?<!\w){NAME}(?!\w)", text.splitlines()[0])
        assert re.search(rf"(?<!\w){COMPANY}(?!\w)", text.splitlines()[-1])


@pytest.mark.parametrize("language", CODES)
def test_a_template_is_set_in_five_clean_paragraphs(language: str) -> None:
    for case, name in product(CASES, ("", NAME)):
        text = written(language, *case, name)
        assert len(text.split("\n\n")) == 5
        assert "  " not in text
        assert all(line == line.strip() for line in text.split("\n"))
        assert not [char for char in text if unicodedata.category(char) in ("Cf", "Cc") and char != "\n"]
        assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("language", CODES)
def test_a_template_holds_no_sign_that_a_voice_stumbles_over(language: str) -> None:
    for case in CASES:
        assert not re.search(r"[()\[\]（）/&*_…]", written(language, *case)), case


@pytest.mark.parametrize("language", CODES)
def test_every_language_says_about_as_much_as_the_french(language: str) -> None:
    least, most = (0.30, 0.60) if language in DENSE else (0.60, 1.15)
    for case in CASES:
        assert least <= len(written(language, *case)) / len(written("fr", *case)) <= most, case


def test_no_sentence_is_shared_by_two_languages() -> None:
    said = {
        language: {
            sentence
            for case in CASES
            for paragraph in written(language, *case, "").split("\n\n")[1:3]
            for sentence in re.split(r"(?<=[.。!।])\s*", paragraph)
            if sentence
        }
        for language in CODES
    }
    assert all(len(sentences) > 10 for sentences in said.values())
    for one, other in combinations(said, 2):
        assert not said[one] & said[other], (one, other)


@pytest.mark.parametrize("language", CODES)
def test_every_sentiment_but_the_unknown_one_opens_in_its_own_way(language: str) -> None:
    texts = {
        sentiment: written(language, sentiment, Category.GENERAL, Priority.NORMAL) for sentiment in Sentiment
    }
    assert texts[Sentiment.UNKNOWN] == texts[Sentiment.NEUTRAL]
    assert len(set(texts.values())) == 4


@pytest.mark.parametrize("language", CODES)
def test_every_category_has_its_own_next_step(language: str) -> None:
    texts = {written(language, Sentiment.NEUTRAL, category, Priority.NORMAL) for category in Category}
    assert len(texts) == len(Category)


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("name", ["{company}", "a " * 50, "佐藤花子", "<b>O'Neill</b>"])
def test_any_name_is_greeted_as_it_is(language: str, name: str) -> None:
    for case in CASES:
        text = written(language, *case, name=name)
        assert name in text.split("\n\n")[0]
        if language in languages.PIVOT_LANGUAGES:
            assert MIN_WORDS <= count_words(text) <= MAX_WORDS
