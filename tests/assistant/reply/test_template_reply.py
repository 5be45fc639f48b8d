"""The reply by a template, where no draft is fit to be sent."""

from typing import Any

import pytest

from assistant.errors import ServiceBusy
from assistant.reply import templates
from assistant.reply.draft import Draft, FinishedReply, Review, Status
from tests.assistant import samples
from tests.assistant.fakes import BUSY, REFUSED, FakeTranslator
from tests.assistant.reply.test_prompt import order


def template(language: str, **changes: Any) -> str:
    return templates.write(language, order(**changes), samples.REQUEST_ID)


def written(
    translator: Any, language: str, draft: Draft | None = None, *, final: bool = False, **changes: Any
) -> FinishedReply:
    item: Any = samples.analysed(**({"draft": draft.to_item()} if draft else {}))
    return templates.reply(item, order(language=language, **changes), translator, "bedrock.X", final=final)


@pytest.mark.parametrize("language", ["de", "fr", "fr-CA", "zh-TW"])
def test_the_template_is_in_the_customers_and_in_the_teams_language(
    translator: FakeTranslator, language: str
) -> None:
    found = written(translator, language)
    assert found.to_item() == {
        "text": template(language),
        "language": language,
        "pivot_text": template("fr"),
        "source": "template",
        "words": len(template("fr").split()),
        "basis": "acknowledgement",
        "sources": [],
    }
    assert found.degraded == {"reply": "bedrock.X"}
    assert translator.calls == []


def test_disclosure_can_be_turned_off(
    translator: FakeTranslator,
) -> None:
    assert "préparée par une IA" in written(translator, "fr").text
    assert written(translator, "fr", discloses=False).text == template("fr", discloses=False)
    assert "IA" not in template("fr", discloses=False)


def test_a_language_without_a_template_gets_a_translation(translator: FakeTranslator) -> None:
    translator.translation = (
        f"Habari Grace, tumepokea ujumbe wako na tutakujibu kwa saa 4. {samples.REQUEST_ID} AI"
    )
    found = written(translator, "sw")
    assert translator.asked == [(template("fr"), "fr", "sw")]
    assert translator.names == ("Grace O'Neill", "Maison Exemple")
    assert (found.text, found.language) == (translator.translation, "sw")
    assert found.degraded == {"reply": "bedrock.X", "reply_language": "translated"}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "empty"),
        (f"Habari {samples.REQUEST_ID} 4 8123", "number"),
        (f"Habari {samples.REQUEST_ID} [jina] 4", "label"),
    ],
)
def test_a_wrong_translation_leaves_the_teams_text(translator: FakeTranslator, said: str, code: str) -> None:
    translator.translation = said
    found = written(translator, "sw")
    assert (found.text, found.language) == (template("fr"), "fr")
    assert found.degraded == {"reply": "bedrock.X", "reply_language": f"translation_{code}"}


def test_a_failing_translator_is_retried_and_then_given_up(translator: FakeTranslator) -> None:
    translator.errors["translate"] = [BUSY]
    with pytest.raises(ServiceBusy):
        written(translator, "sw")
    translator.errors["translate"] = [REFUSED]
    found = written(translator, "sw", final=True)
    assert found.degraded == {"reply": "bedrock.X", "reply_language": str(REFUSED)}
    assert found.language == "fr"


def test_a_draft_that_waited_for_its_review_degrades_the_review(translator: FakeTranslator) -> None:
    found = written(translator, "de", Draft(status=Status.CHECKED, attempt=1))
    assert found.degraded == {"reply": "not_reviewed", "review": "bedrock.X"}


def test_the_reviews_of_rejected_drafts_are_kept(translator: FakeTranslator) -> None:
    review = Review(["m"], ["offer"], 0, 2, "v")
    found = written(translator, "de", Draft(status=Status.REJECTED, attempt=2, review=review))
    assert found.draft.review == review
    assert found.degraded == {"reply": "bedrock.X"}
