"""A draft's review, as the record keeps it."""

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.errors import ReplyRejected, ServiceBusy
from assistant.reply import reviewing
from assistant.reply.prompt import Objection
from assistant.reply.review_texts import VERSION
from tests.assistant.fakes import BUSY, FakeModels
from tests.assistant.reply.test_review import ORDER, finding

DRAFT: Any = {"status": "checked", "attempt": 1, "model": "a.writer"}


def services(*answers: Any) -> Any:
    return SimpleNamespace(reviewers=FakeModels(*answers, model="a.reviewer"))


def test_a_review_without_findings_is_kept_with_its_model() -> None:
    draft, found = reviewing.reviewed(DRAFT, ORDER, services({"findings": []}))
    assert found.objection is None
    assert draft["review"] == {
        "models": ["a.reviewer"],
        "rules": [],
        "dropped": 0,
        "attempt": 1,
        "prompt_version": VERSION,
    }


def test_the_model_that_wrote_a_draft_reviews_it_last() -> None:
    asked = services({"findings": []})
    reviewing.reviewed(DRAFT, ORDER, asked)
    assert asked.reviewers.last == "a.writer"


def test_a_second_review_adds_to_the_first() -> None:
    first = [finding("tone"), finding("offer"), finding(quote="nowhere")]
    draft, found = reviewing.reviewed(DRAFT, ORDER, services({"findings": first}))
    assert found.objection == Objection("tone", "zahlen alles zurück")
    second: Any = draft | {"attempt": 2}
    draft, _ = reviewing.reviewed(second, ORDER, services({"findings": [finding("claim", quote="x y")]}))
    assert (draft["review"]["rules"], draft["review"]["dropped"]) == (["offer", "tone"], 2)
    assert draft["review"]["attempt"] == 2


@pytest.mark.parametrize("answer", [None, {}, {"findings": "none"}, [finding()]])
def test_an_answer_that_is_no_list_of_findings_is_none(answer: Any) -> None:
    with pytest.raises(ReplyRejected, match="malformed"):
        reviewing.verdict(ORDER, services(answer))


def test_a_busy_reviewer_is_waited_for() -> None:
    busy = services()
    busy.reviewers.errors["ask"] = [BUSY]
    with pytest.raises(ServiceBusy):
        reviewing.verdict(ORDER, busy)
