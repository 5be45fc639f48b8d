"""The reply by a template, where no draft is fit to be sent."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.errors import ServiceBusy
from assistant.reply import template_reply, templates
from assistant.reply.drafting import Written
from assistant.request.categories import Category
from tests.assistant import samples
from tests.assistant.configured import REPLY
from tests.assistant.fakes import BUSY, REFUSED, FakeTable, FakeTranslator
from tests.assistant.reply.test_prompt import order


@pytest.fixture
def services(table: FakeTable) -> Any:
    return SimpleNamespace(requests=table, translator=FakeTranslator(), settings=REPLY)


def template(language: str, **changes: Any) -> str:
    asked = order()
    facts: dict[str, Any] = {"category": Category.PRODUCT, "discloses": True} | changes
    return templates.write(
        language,
        name=asked.customer_name,
        company=asked.company,
        reference=samples.REQUEST_ID,
        sentiment=asked.sentiment,
        priority=asked.priority,
        **facts,
    )


def written(services: Any, language: str, *, final: bool = False, **item: Any) -> Written:
    stored: Any = samples.analysed(**item)
    return template_reply.write(stored, order(language=language), services, "bedrock.X", final=final)


@pytest.mark.parametrize("language", ["de", "fr", "fr-CA", "zh-TW"])
def test_it_is_in_the_customers_language_and_in_the_teams(services: Any, language: str) -> None:
    found = written(services, language)
    assert found.reply == {
        "text": template(language),
        "language": language,
        "pivot_text": template("fr"),
        "source": "template",
        "words": len(template("fr").split()),
    }
    assert found.degraded == {"reply": "bedrock.X"}
    assert services.translator.calls == []


def test_it_says_that_a_machine_prepared_it_unless_the_environment_does_not_want_it(services: Any) -> None:
    assert "préparée par une IA" in written(services, "fr").reply["text"]
    services.settings = replace(REPLY, discloses=False)
    assert written(services, "fr").reply["text"] == template("fr", discloses=False)
    assert "IA" not in template("fr", discloses=False)


def test_a_language_without_one_gets_a_translation(services: Any) -> None:
    services.translator.translation = (
        f"Habari Grace, tumepokea ujumbe wako na tutakujibu kwa saa 4. {samples.REQUEST_ID} AI"
    )
    found = written(services, "sw")
    assert services.translator.asked == [(template("fr"), "fr", "sw")]
    assert services.translator.names == ("Grace O'Neill", "Maison Exemple")
    assert (found.reply["text"], found.reply["language"]) == (services.translator.translation, "sw")
    assert found.degraded == {"reply": "bedrock.X", "reply_language": "translated"}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "empty"),
        (f"Habari {samples.REQUEST_ID} 4 8123", "number"),
        (f"Habari {samples.REQUEST_ID} [jina] 4", "label"),
    ],
)
def test_a_wrong_translation_leaves_the_teams_text(services: Any, said: str, code: str) -> None:
    services.translator.translation = said
    found = written(services, "sw")
    assert (found.reply["text"], found.reply["language"]) == (template("fr"), "fr")
    assert found.degraded == {"reply": "bedrock.X", "reply_language": f"translation_{code}"}


def test_a_translator_that_fails_is_waited_for_once_more(services: Any) -> None:
    services.translator.errors["translate"] = [BUSY]
    with pytest.raises(ServiceBusy):
        written(services, "sw")
    services.translator.errors["translate"] = [REFUSED]
    found = written(services, "sw", final=True)
    assert found.degraded == {"reply": "bedrock.X", "reply_language": str(REFUSED)}
    assert found.reply["language"] == "fr"


def test_a_draft_that_waited_for_a_review_says_that_there_was_none(services: Any) -> None:
    found = written(services, "de", draft={"status": "checked", "attempt": 1})
    assert found.degraded == {"reply": "not_reviewed", "review": "bedrock.X"}


def test_the_reviews_of_rejected_drafts_are_kept(services: Any) -> None:
    review = {"models": ["m"], "rules": ["offer"], "dropped": 0, "attempt": 2, "prompt_version": "v"}
    found = written(services, "de", draft={"status": "rejected", "attempt": 2, "review": review})
    assert found.reply["review"] == review
    assert found.degraded == {"reply": "bedrock.X"}
