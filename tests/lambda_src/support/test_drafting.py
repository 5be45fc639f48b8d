"""How a reply comes about in two languages, and what happens when the customer's one is wrong."""

from dataclasses import replace
from typing import Any

import pytest

from handlers.generate_ai_response import run
from support.domain import templates
from support.domain.categories import Category
from support.domain.priority import Priority, Sentiment
from support.domain.step import Step
from support.errors import ReplyRejected, ServiceBusy
from support.services.generate_ai_response import Services
from tests.lambda_src import samples
from tests.lambda_src.configured import REPLY
from tests.lambda_src.fakes import BUSY, REFUSED, FakeTable, FakeTranslator
from tests.lambda_src.handlers.test_generate_ai_response import FakeWriter

STEP = Step(samples.REQUEST_ID, priority="HIGH", category="product", language="de")
LESSER = replace(STEP, lesser=True, reason="bedrock.Converse: X")
PIVOT = samples.REPLY


def written(language: str) -> str:
    """Return a good text for the customer, with no number in it."""
    text = templates.write(
        language,
        name="Grace",
        company="Maison Exemple",
        reference="4711",
        sentiment=Sentiment.NEUTRAL,
        category=Category.PRODUCT,
        priority=Priority.NORMAL,
    )
    return text.replace("4711", "").replace("24", "")


GERMAN, ENGLISH = written("de"), written("en")
GOOD = {"text": GERMAN, "pivot_text": PIVOT}
WRONG = {"text": ENGLISH, "pivot_text": PIVOT}


def in_language(code: str, **changes: Any) -> dict[str, Any]:
    language = {"code": code, "name": code, "source": "detected", "confidence": 0.99}
    return samples.analysed(language=language, **changes)


@pytest.fixture
def services(table: FakeTable) -> Services:
    table.put(in_language("de"))
    settings = replace(REPLY, reply_language="customer")
    services = Services(
        requests=table, writer=FakeWriter(), translator=FakeTranslator(GERMAN), settings=settings
    )
    services.writer.drafts = [GOOD]
    return services


def stored(services: Services) -> dict[str, Any]:
    return services.requests.items[samples.REQUEST_ID]


def test_the_model_writes_both_texts_in_one_call(services: Services) -> None:
    run(STEP, services)
    reply = stored(services)["reply"]
    assert (reply["text"], reply["language"], reply["pivot_text"]) == (GERMAN, "de", PIVOT)
    assert (reply["source"], reply["words"]) == ("model", len(PIVOT.split()))
    assert services.writer.calls == ["write"]
    assert services.translator.calls == []
    assert stored(services)["degraded"] == {}
    assert "draft" not in stored(services)


def test_a_wrong_language_is_asked_for_again(services: Services) -> None:
    services.writer.drafts = [WRONG, GOOD]
    run(STEP, services)
    assert [rejected for _, rejected in services.writer.orders] == [None, "language"]
    assert stored(services)["reply"]["text"] == GERMAN
    assert stored(services)["degraded"] == {}


@pytest.mark.parametrize("wrong", [ENGLISH, f"{GERMAN} 4711", f"{GERMAN} www.beispiel.de", "", None])
def test_a_text_that_stays_wrong_is_translated_from_the_teams(services: Services, wrong: Any) -> None:
    services.writer.drafts = [{"text": wrong, "pivot_text": PIVOT}] * 2
    step = run(STEP, services)
    assert services.translator.asked == [(PIVOT, "fr", "de")]
    reply = stored(services)["reply"]
    assert (reply["text"], reply["language"], reply["source"]) == (GERMAN, "de", "model")
    assert stored(services)["degraded"] == {"reply_language": "translated"}
    assert step.degraded == ("reply_language",)


def test_a_translation_that_is_wrong_too_leaves_the_teams_text_and_says_so(services: Services) -> None:
    services.writer.drafts = [WRONG, WRONG]
    services.translator.translation = ENGLISH
    run(STEP, services)
    reply = stored(services)["reply"]
    assert (reply["text"], reply["language"], reply["pivot_text"]) == (PIVOT, "fr", PIVOT)
    assert stored(services)["degraded"] == {"reply_language": "translation_language"}


def test_a_retry_of_a_failed_translation_does_not_ask_the_model_again(services: Services) -> None:
    services.writer.drafts = [WRONG, WRONG]
    services.translator.errors["translate"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    assert stored(services)["draft"] == {"pivot_text": PIVOT, "model": "some.model"}
    run(STEP, services)
    assert services.writer.calls == ["write"] * 2
    assert stored(services)["reply"]["text"] == GERMAN
    assert "draft" not in stored(services)


def test_what_cannot_be_translated_for_good_is_sent_as_the_model_wrote_it_for_the_team(
    services: Services,
) -> None:
    services.requests.put(in_language("de", draft={"pivot_text": PIVOT, "model": "some.model"}))
    run(LESSER, services)
    reply = stored(services)["reply"]
    assert (reply["text"], reply["language"], reply["source"]) == (PIVOT, "fr", "model")
    assert stored(services)["degraded"] == {"reply_language": "bedrock.Converse: X"}
    assert services.translator.calls == []


def test_a_wrong_text_for_the_team_is_not_translated(services: Services) -> None:
    services.writer.drafts = [{"text": GERMAN, "pivot_text": "Trop court."}] * 2
    with pytest.raises(ReplyRejected, match="reply_too_short"):
        run(STEP, services)
    assert services.translator.calls == []


def test_an_earlier_good_text_for_the_team_is_kept(services: Services) -> None:
    services.writer.drafts = [WRONG, {"text": GERMAN, "pivot_text": "Trop court."}]
    run(STEP, services)
    assert stored(services)["reply"]["pivot_text"] == PIVOT


@pytest.mark.parametrize(("code", "language"), [("fr-CA", "fr-CA"), ("fr", "fr")])
def test_who_reads_the_teams_language_gets_one_text(services: Services, code: str, language: str) -> None:
    services.requests.put(in_language(code))
    services.writer.drafts = [{"text": PIVOT}]
    run(STEP, services)
    reply = stored(services)["reply"]
    assert (reply["text"], reply["pivot_text"], reply["language"]) == (PIVOT, PIVOT, language)


def test_an_environment_can_answer_in_the_teams_language(services: Services) -> None:
    services = replace(services, settings=REPLY)
    services.writer.drafts = [{"text": PIVOT}]
    run(STEP, services)
    assert stored(services)["reply"]["language"] == "fr"


def test_a_language_that_translate_does_not_know_is_answered_in_the_teams(services: Services) -> None:
    services.requests.put(in_language("eu"))
    services.writer.drafts = [{"text": PIVOT}]
    run(STEP, services)
    assert stored(services)["reply"]["language"] == "fr"


def test_the_template_is_in_the_customers_language(services: Services) -> None:
    run(LESSER, services)
    reply = stored(services)["reply"]
    assert (reply["language"], reply["source"]) == ("de", "template")
    assert reply["text"].startswith("Guten Tag")
    assert reply["pivot_text"].startswith("Bonjour Grace O'Neill")
    assert stored(services)["degraded"] == {"reply": "bedrock.Converse: X"}
    assert services.translator.calls == []


SWAHILI = "Habari Grace, tunashughulikia ombi lako {reference} ndani ya saa 1."


def test_a_language_without_a_template_gets_a_translated_one(services: Services) -> None:
    services.requests.put(in_language("sw"))
    services.translator.translation = SWAHILI.format(reference=samples.REQUEST_ID)
    run(LESSER, services)
    reply = stored(services)["reply"]
    assert (reply["language"], reply["text"]) == ("sw", services.translator.translation)
    assert services.translator.asked == [(reply["pivot_text"], "fr", "sw")]
    assert stored(services)["degraded"] == {"reply": "bedrock.Converse: X", "reply_language": "translated"}


@pytest.mark.parametrize("error", [BUSY, REFUSED])
def test_a_template_that_cannot_be_translated_is_sent_in_the_teams_language(
    services: Services, error: Exception
) -> None:
    services.requests.put(in_language("sw"))
    services.translator.errors["translate"] = [error]
    run(LESSER, services)
    assert stored(services)["reply"]["language"] == "fr"
    assert stored(services)["degraded"] == {"reply": "bedrock.Converse: X", "reply_language": str(error)}


def test_a_translation_that_lost_something_is_not_what_the_model_reads(services: Services) -> None:
    services.requests.put(in_language("de", degraded={"translation": "lost_code"}))
    run(STEP, services)
    ((order, _),) = services.writer.orders
    assert order.message == samples.analysed()["message"]["original"]


def test_where_all_is_masked_the_model_reads_no_name(services: Services) -> None:
    services = replace(services, settings=replace(services.settings, personal_data="all"))
    message = {"original": "Grace here.", "pivot": "Ici Grace O'Neill, la commande 4471-B fuit."}
    services.requests.put(in_language("de", message=message))
    run(STEP, services)
    ((order, _),) = services.writer.orders
    assert order.customer_name == ""
    assert "Grace" not in order.message
    assert "4471-B" in order.message
