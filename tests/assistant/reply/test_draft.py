"""A draft: what it takes from a model's answer, and how it is stored."""

from dataclasses import replace
from typing import Any

import pytest

from assistant.reply.draft import (
    MAX_PERSONAL,
    Draft,
    FinishedReply,
    Objection,
    Review,
    Status,
    personal_of,
    text_of,
)
from assistant.reply.prompt_texts import VERSION
from assistant.request.categories import Category
from assistant.request.item import Source
from tests.assistant import samples
from tests.assistant.fakes import FakeTable


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ({"text": "  Bonjour \n"}, "Bonjour"),
        ({"text": None}, ""),
        ({"text": ["Bonjour"]}, ""),
        ({"reply": "Bonjour"}, ""),
        (["Bonjour"], ""),
        ("Bonjour", ""),
        (None, ""),
    ],
)
def test_a_field_that_is_no_text_counts_as_empty(draft: Any, text: str) -> None:
    assert text_of(draft, "text") == text


@pytest.mark.parametrize("named", ["Delivery", "shipping", "", None, ["delivery"], 7])
def test_an_unknown_category_is_ignored(named: Any) -> None:
    assert written({"category": named}).category is None
    assert written({"category": "delivery"}).category == "delivery"


@pytest.mark.parametrize(
    ("listed", "believed"),
    [
        (["Anna Berg", "Gasse 3"], ["Anna Berg", "Gasse 3"]),
        (["Anna Berg", "Anna Berg", " Anna Berg "], ["Anna Berg"]),
        (["anna berg", "Bob", "A", "", None, 7, ["Anna"]], []),
        ("Anna Berg", []),
        ({"Anna Berg": 1}, []),
        (None, []),
        (["Anna Berg " * 20], []),
    ],
)
def test_listed_personal_data_must_stand_in_the_message(listed: Any, believed: list[str]) -> None:
    message = "Ich bin Anna Berg, Gasse 3. " + "Anna Berg " * 20
    assert personal_of({"personal": listed}, message) == believed


def test_a_long_list_of_personal_data_is_cut() -> None:
    words = [f"name{number}" for number in range(500)]
    assert personal_of({"personal": words}, " ".join(words)) == words[:MAX_PERSONAL]


def test_a_list_of_most_of_the_message_is_ignored() -> None:
    message = "Meine Lampe ist kaputt, und ich warte. " * 10
    pieces = [message[start : start + 90] for start in range(0, len(message) - 90, 90)]
    assert personal_of({"personal": [piece.strip() for piece in pieces]}, message) == []
    assert personal_of({"personal": ["Anna Berg", "Gasse 3"]}, "Anna Berg, Gasse 3") == [
        "Anna Berg",
        "Gasse 3",
    ]


PASSAGES: Any = [samples.PASSAGE | {"id": f"p{number}"} for number in (1, 2, 3)]


def written(fields: Any, before: Draft | None = None) -> Draft:
    return (before or Draft()).written(
        fields, language="de", message="mm m", model="a.model", passages=PASSAGES
    )


def test_a_draft_is_made_of_any_json() -> None:
    empty = Draft(
        status=Status.WRITTEN,
        attempt=1,
        language="de",
        gesture="",
        model="a.model",
        prompt_version=VERSION,
    )
    assert written(["x"]) == empty
    whole = {"text": " A\x00b ", "pivot_text": "C", "gesture": "x", "category": "refund", "personal": ["mm"]}
    assert written(whole) == replace(
        empty, text="Ab", pivot_text="C", gesture="x", category=Category.REFUND, personal=["mm"]
    )


@pytest.mark.parametrize(
    ("named", "sources"),
    [
        (["p2"], ["p2"]),
        (["p3", "p1"], ["p1", "p3"]),
        (["p1", "p1"], ["p1"]),
        (["p1", "p9", "p11", "P2", " p3", "", None, 7, ["p2"], {"id": "p3"}], ["p1"]),
        ([], []),
        ("p1", []),
        ({"p1": 1}, []),
        (None, []),
        (1, []),
    ],
)
def test_of_the_sources_that_a_model_names_those_that_it_was_shown_count(
    named: Any, sources: list[str]
) -> None:
    assert written({"sources": named}).sources == sources
    assert written({"text": "A"}).sources == []


@pytest.mark.parametrize(
    ("said", "answered"),
    [(True, True), (False, False), (None, False), ("true", False), (1, False), ([True], False)],
)
def test_a_message_is_answered_if_the_model_says_so_in_so_many_words(said: Any, answered: bool) -> None:
    assert written({"answered": said}).answered is answered
    assert written({"text": "A"}).answered is False
    assert written([said]).answered is False


def test_where_no_passage_was_shown_no_source_counts() -> None:
    fields = {"sources": ["p1"]}
    draft = Draft().written(fields, language="de", message="mm m", model="a.model", passages=[])
    assert draft.sources == []


REVIEW = Review(["a.reviewer"], ["offer"], 1, 1, "v")
REJECTED = Draft(
    status=Status.REJECTED,
    attempt=1,
    category=Category.REFUND,
    personal=["mm"],
    model="a.model",
    prompt_version="v",
    objection=Objection("offer", "10 €"),
    review=REVIEW,
)


def test_the_next_draft_drops_the_objection_and_keeps_review_and_category() -> None:
    draft = written({"text": "A"}, REJECTED)
    assert (draft.status, draft.attempt, draft.objection) == ("written", 2, None)
    assert (draft.category, draft.personal, draft.review) == ("refund", [], REVIEW)
    before = replace(REJECTED, sources=["p1"], answered=True)
    assert (written({"text": "A"}, before).sources, written({"text": "A"}, before).answered) == ([], False)


def test_a_rejected_draft_loses_its_texts() -> None:
    texts = {"text": "A", "pivot_text": "B", "gesture": "x", "sources": ["p1"], "answered": True}
    draft = replace(REJECTED, status=Status.CHECKED, **texts, objection=None)
    assert draft.rejected(Objection("offer", "10 €")) == REJECTED


@pytest.mark.parametrize(
    "draft",
    [Draft(), written({"text": "A", "personal": ["m m"], "sources": ["p1"], "answered": True}), REJECTED],
)
def test_a_stored_draft_is_read_back_unchanged(draft: Draft, table: FakeTable) -> None:
    table.put(samples.analysed(draft=draft.to_item()))
    assert Draft.from_item(table.get(samples.REQUEST_ID)) == draft


def test_a_request_for_which_no_model_was_asked_says_so() -> None:
    item: Any = samples.analysed()
    assert Draft.from_item(item) == Draft(status=Status.NONE, attempt=0)


def test_a_stored_reply_names_model_and_review_where_there_are_any() -> None:
    draft = replace(REJECTED, gesture="voucher")
    common = {"text": "A", "language": "de", "pivot_text": "B c", "words": 2}
    common |= {"basis": "acknowledgement", "sources": []}
    kept = {"models": ["a.reviewer"], "rules": ["offer"], "dropped": 1, "attempt": 1, "prompt_version": "v"}
    by_model = FinishedReply("A", "de", "B c", draft, by_model=True)
    assert by_model.to_item() == common | {
        "source": "model",
        "model": "a.model",
        "gesture": "voucher",
        "prompt_version": "v",
        "review": kept,
    }
    source: Any = {key: samples.PASSAGE[key] for key in Source.__annotations__}
    stating = replace(by_model, sources=[source])
    assert stating.to_item() == by_model.to_item() | {"sources": [source]}
    documented = replace(stating, draft=replace(draft, answered=True)).to_item()
    assert documented == by_model.to_item() | {"basis": "documented", "sources": [source]}
    sourceless = replace(by_model, draft=replace(draft, answered=True))
    assert sourceless.to_item() == by_model.to_item()
    by_template = replace(by_model, by_model=False)
    assert by_template.to_item() == common | {"source": "template", "review": kept}
    assert replace(by_template, draft=Draft()).to_item() == common | {"source": "template"}
