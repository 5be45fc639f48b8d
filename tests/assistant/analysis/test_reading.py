"""What is believed of what a model says it read."""

from dataclasses import replace
from math import inf, nan
from typing import Any

import pytest
from hypothesis import given, strategies as st

from assistant.analysis.analyst import Mood
from assistant.analysis.economy import Reading, believed
from assistant.analysis.findings import Findings
from assistant.language.detection import Candidate
from assistant.reply import prompt_texts
from assistant.reply.draft import Draft, Status
from assistant.request.categories import Category
from assistant.request.priority import Sentiment
from tests.assistant import samples
from tests.assistant.analysis.test_reading_prompt import ORDER
from tests.assistant.properties import thoroughly

MESSAGE = "The machine 4471-B that you delivered to Lyon on Monday is cracked. I paid 119.90 EUR for it."
PIVOT = "La machine 4471-B que vous avez livrée à Lyon lundi est fêlée. Je l'ai payée 119,90 EUR."
ASKED = replace(ORDER, message=MESSAGE)
SCORES = {"Positive": 0.02, "Negative": 0.88, "Neutral": 0.07, "Mixed": 0.03}
SAID = {
    "language": "en",
    "confidence": 0.98,
    "translation": PIVOT,
    "sentiment": "NEGATIVE",
    "scores": SCORES,
    "entities": [{"text": "Monday", "type": "DATE", "score": 0.97}],
    "text": "Hello Grace, we look at it.",
    "pivot_text": samples.REPLY,
    "gesture": "voucher",
    "category": "product",
    "personal": ["Lyon", "Grace"],
}
"""A reading with which nothing is wrong, but for a name that the message does not have."""

DRAFT = Draft(
    status=Status.WRITTEN,
    attempt=1,
    text="Hello Grace, we look at it.",
    language="en",
    pivot_text=samples.REPLY,
    gesture="voucher",
    category=Category.PRODUCT,
    personal=["Lyon"],
    model="some.model",
    prompt_version=prompt_texts.VERSION,
)


def said(**changes: Any) -> dict[str, Any]:
    return SAID | changes


def read(given: Any, **order: Any) -> Reading:
    return believed(given, replace(ASKED, **order), "some.model")


def test_everything_that_can_be_so_is_believed() -> None:
    reading = read(SAID)
    assert reading == Reading(
        language=Candidate("en", 0.98),
        found=Findings(
            PIVOT,
            Mood(Sentiment.NEGATIVE, SCORES),
            [{"text": "Monday", "type": "DATE", "score": 0.97}],
        ),
        draft=DRAFT,
    )
    assert reading.missing("fr") == []


ODD: list[Any] = [None, True, 7, "", "x", [], ["x"], {}, {"x": 1}, [[]], [None], [{}], nan, inf]
EVERYTHING = ["language", "translation", "sentiment", "entities", "category", "reply"]


@pytest.mark.parametrize("given", ODD, ids=repr)
def test_of_anything_else_than_fields_nothing_is_believed(given: Any) -> None:
    assert read(given).missing("fr") == EVERYTHING


@pytest.mark.parametrize(
    ("field", "part"),
    [
        ("language", "language"),
        ("confidence", "language"),
        ("translation", "translation"),
        ("sentiment", "sentiment"),
        ("scores", "sentiment"),
        ("category", "category"),
        ("text", "reply"),
        ("pivot_text", "reply"),
    ],
)
@pytest.mark.parametrize("value", [odd for odd in ODD if odd not in ("x", True)], ids=repr)
def test_one_part_that_is_no_such_thing_spoils_no_other(field: str, part: str, value: Any) -> None:
    if (field, value) == ("confidence", 7):
        assert read(said(confidence=7)).language is None
    missing = read(said(**{field: value})).missing("fr")
    assert part in missing
    assert set(missing) <= {part, "reply"}


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(list(SAID)), _JSON))
@thoroughly
def test_any_json_is_answered(fields: dict[str, Any]) -> None:
    reading = read(SAID | fields)
    assert set(reading.missing("fr")) <= set(EVERYTHING)


@pytest.mark.parametrize("code", ["xx", "english", "EN", "zh-Hant", "eu"])
def test_a_language_by_a_code_that_translate_does_not_know_is_asked_again(code: str) -> None:
    assert read(said(language=code)).language is None


@pytest.mark.parametrize("confidence", [-0.1, 1.1, 98, "0.98", True])
def test_a_confidence_is_from_0_to_1(confidence: Any) -> None:
    assert read(said(confidence=confidence)).language is None


@pytest.mark.parametrize(
    "translation",
    [
        PIVOT.replace("119,90", "119"),
        PIVOT.replace("4471-B", "4471"),
        "La machine 4471-B livrée lundi, 119,90 EUR.",
        MESSAGE,
        f"{PIVOT} {prompt_texts.STRONG_TONE}",
        " \n",
    ],
    ids=["number", "code", "summary", "untranslated", "prompt", "blank"],
)
def test_a_translation_that_is_not_the_messages_is_asked_of_translate(translation: str) -> None:
    assert read(said(translation=translation)).found.pivot is None


def test_neither_is_one_that_changes_the_customers_name() -> None:
    message, pivot = f"{MESSAGE} Grace O'Neill", f"{PIVOT} Grâce O'Neill"
    assert read(said(translation=pivot), message=message).found.pivot is None
    assert read(said(translation=f"{PIVOT} Grace O'Neill"), message=message).found.pivot is not None


def test_a_message_in_the_teams_language_needs_no_translation() -> None:
    french = said(language="fr", translation="", pivot_text="", text=samples.REPLY)
    for code in ("fr", "fr-CA"):
        assert read(french | {"language": code}, message=PIVOT).missing("fr") == []


@pytest.mark.parametrize(
    ("sentiment", "scores", "believable"),
    [
        ("NEGATIVE", {}, True),
        ("NEGATIVE", {"Mixed": 0.08}, True),
        ("NEGATIVE", {"Mixed": 0.09}, False),
        ("NEGATIVE", {"Negative": 0.82}, False),
        ("NEUTRAL", {}, False),
        ("negative", {}, False),
        ("UNKNOWN", {}, False),
        ("NEGATIVE", dict.fromkeys(SCORES, 0.75), False),
        ("NEGATIVE", {"Negative": -0.88}, False),
        ("NEGATIVE", {"Mixed": None}, False),
        ("NEGATIVE", {"Mixed": "0.03"}, False),
        ("MIXED", {"Negative": 0.46, "Mixed": 0.46, "Neutral": 0.06}, True),
        ("NEGATIVE", {"Negative": 0.46, "Mixed": 0.46, "Neutral": 0.06}, True),
    ],
)
def test_scores_are_four_shares_of_one_and_agree_with_the_sentiment(
    sentiment: str, scores: dict[str, Any], believable: bool
) -> None:
    mood = read(said(sentiment=sentiment, scores=SCORES | scores)).found.mood
    assert mood == (Mood(Sentiment(sentiment), SCORES | scores) if believable else None)


def test_a_reply_to_a_mood_that_is_not_believed_is_none() -> None:
    reading = read(said(sentiment="POSITIVE"))
    assert reading.missing("fr") == ["sentiment", "reply"]
    assert reading.draft == Draft(Status.MISSING, category=Category.PRODUCT, personal=["Lyon"])


@pytest.mark.parametrize(
    ("entities", "kept"),
    [
        ([], []),
        ([{"text": "Lyon", "type": "LOCATION", "score": 0.8}], []),
        ([{"text": "Lyon", "type": "LOCATION", "score": 0.8000001}], []),  # noise of a float
        ([{"text": "Lyon", "type": "LOCATION", "score": 0.81}], ["Lyon"]),
        ([{"text": "lyon", "type": "LOCATION", "score": 0.99}], []),
        ([{"text": "Harbour & Sons Ltd", "type": "ORGANIZATION", "score": 0.99}], []),
        ([{"text": "Lyon", "type": "LOCATION", "score": 0.9}] * 2, ["Lyon"]),
        ([{"text": "Lyon", "type": "CITY", "score": 0.9}], None),
        ([{"text": "Lyon", "type": "LOCATION"}], None),
        ([{"text": "Lyon", "type": "LOCATION", "score": 9}], None),
        ([{"text": "Lyon", "type": "LOCATION", "score": float("nan")}], None),
        ([{"text": "", "type": "LOCATION", "score": 0.9}], None),
        (["Lyon"], None),
        ({"text": "Lyon", "type": "LOCATION", "score": 0.9}, None),
        (None, None),
    ],
)
def test_entities_really_stand_in_the_message(entities: Any, kept: list[str] | None) -> None:
    found = read(said(entities=entities)).found.entities
    assert (None if found is None else [one["text"] for one in found]) == kept


@pytest.mark.parametrize("category", ["Delivery", "shipping", "", None])
def test_a_category_of_its_own_is_none(category: Any) -> None:
    assert read(said(category=category)).draft.category is None


@pytest.mark.parametrize(
    ("fields", "order", "draft"),
    [
        ({"language": "fr", "text": "Oui.", "pivot_text": ""}, {}, ("Oui.", "fr", "Oui.")),
        ({"language": "fr", "text": "Oui.", "pivot_text": "Non."}, {}, ("Oui.", "fr", "Oui.")),
        ({"language": "fr-CA", "text": "Oui.", "pivot_text": ""}, {}, ("Oui.", "fr-CA", "Oui.")),
        ({"text": "Oui.", "pivot_text": None}, {"in_pivot": True}, ("Oui.", "fr", "Oui.")),
        ({"language": "xx", "text": "Yes.", "pivot_text": "Oui."}, {}, ("Yes.", "", "Oui.")),
        ({"text": "Y\x00es.", "pivot_text": "\x07Oui."}, {}, ("Yes.", "en", "Oui.")),
        ({"text": "Yes.", "pivot_text": ""}, {}, None),
        ({"text": "", "pivot_text": "Oui."}, {}, None),
    ],
)
def test_a_draft_has_the_text_for_the_customer_its_language_and_that_for_the_team(
    fields: dict[str, Any], order: dict[str, Any], draft: tuple[str, str, str] | None
) -> None:
    found = read(said(**fields), **order).draft
    assert found.status == ("written" if draft else "missing")
    assert (found.text, found.language, found.pivot_text) == (draft or ("", "", ""))
