"""The reply, by the model or, in the open, by a template."""

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
from tests.lambda_src.configured import REPLY, VOUCHER
from tests.lambda_src.fakes import BUSY, FakeTable, FakeTranslator, FakeWriter

STEP = Step(samples.REQUEST_ID, priority="HIGH", category="product", language="en")
LESSER = Step(samples.REQUEST_ID, lesser=True, reason="bedrock.Converse: X")


@pytest.fixture
def services(table: FakeTable) -> Services:
    table.put(samples.analysed())
    writer = FakeWriter()
    writer.drafts = [{"text": samples.REPLY}]
    return Services(requests=table, writer=writer, translator=FakeTranslator(), settings=REPLY)


def stored(services: Services) -> dict[str, Any]:
    return services.requests.items[samples.REQUEST_ID]


def test_the_models_reply_is_stored(services: Services) -> None:
    assert run(STEP, services) == STEP
    assert stored(services)["reply"] == {
        "text": samples.REPLY,
        "language": "fr",
        "pivot_text": samples.REPLY,
        "source": "model",
        "model": "some.model",
        "words": len(samples.REPLY.split()),
    }
    assert stored(services)["degraded"] == {}
    assert "GenerateAIResponse" in stored(services)["timings_ms"]


def test_the_model_is_told_what_decides_the_reply(services: Services) -> None:
    run(STEP, services)
    ((order, rejected),) = services.writer.orders
    assert rejected is None
    assert (order.company, order.language, order.customer_name) == ("Maison Exemple", "fr", "Grace O'Neill")
    assert order.message == "La machine livrée lundi est cassée et fuit."
    assert (order.sentiment, order.priority, order.category) == ("NEGATIVE", "HIGH", "product")
    assert order.scores == samples.SCORES
    assert order.gestures == (VOUCHER,)


def test_a_message_without_translation_is_answered_from_the_original(services: Services) -> None:
    services.requests.put(samples.analysed(message={"original": "Broken\x00!"}))
    run(STEP, services)
    assert services.writer.orders[0][0].message == "Broken!"


@pytest.mark.parametrize(
    ("draft", "rule"),
    [
        ({"text": "Trop court."}, "too_short"),
        ({"text": samples.REPLY * 3}, "too_long"),
        ({"text": samples.REPLY + " Voir www.exemple.fr"}, "link"),
        ({"text": samples.REPLY + " Nous vous offrons un cadeau."}, "gesture"),
        ({"texte": samples.REPLY}, "empty"),
        ([samples.REPLY], "empty"),
        (None, "empty"),
    ],
)
def test_a_draft_that_breaks_a_rule_is_written_anew(services: Services, draft: Any, rule: str) -> None:
    services.writer.drafts = [draft, {"text": samples.REPLY}]
    run(STEP, services)
    assert [rejected for _, rejected in services.writer.orders] == [None, rule]
    assert stored(services)["reply"]["text"] == samples.REPLY


def test_two_drafts_that_break_a_rule_are_rejected_by_the_last_one(services: Services) -> None:
    services.writer.drafts = [{"text": "Trop court."}, {"text": samples.REPLY + " www.exemple.fr"}]
    with pytest.raises(ReplyRejected, match="reply_link"):
        run(STEP, services)
    assert stored(services) == samples.analysed()


def test_a_model_that_does_not_use_the_tool_is_asked_once_more(services: Services) -> None:
    services.writer.errors["write"] = [ReplyRejected("stopped_end_turn")]
    run(STEP, services)
    assert [rejected for _, rejected in services.writer.orders] == [None, "stopped_end_turn"]
    assert stored(services)["reply"]["text"] == samples.REPLY


def test_one_that_refuses_twice_is_rejected_by_its_stop_reason(services: Services) -> None:
    services.writer.errors["write"] = [ReplyRejected("stopped_refusal"), ReplyRejected("stopped_refusal")]
    with pytest.raises(ReplyRejected, match="reply_stopped_refusal"):
        run(STEP, services)
    assert len(services.writer.orders) == 2


def test_a_reply_in_another_language_is_rejected(services: Services) -> None:
    english = templates.write(
        "en",
        name="",
        company="Maison Exemple",
        reference=samples.REQUEST_ID,
        sentiment=Sentiment.NEUTRAL,
        category=Category.GENERAL,
        priority=Priority.NORMAL,
    )
    services.writer.drafts = [{"text": english}, {"text": english}]
    with pytest.raises(ReplyRejected, match="reply_language"):
        run(STEP, services)


@pytest.mark.parametrize(
    "name", ["www.exemple.fr", "50 % de remise", "a@b.fr", "Appelez le 0123456789", "write_reply"]
)
def test_a_name_that_says_what_no_reply_may_say_is_left_out_of_the_template(
    services: Services, name: str
) -> None:
    services.requests.put(samples.analysed(customer={"name": name.strip(), "email": "a@b.fr"}))
    run(LESSER, services)
    assert stored(services)["reply"]["text"].startswith("Bonjour,\n")


@pytest.mark.parametrize("name", ["Emily Free", "Gift Ndlovu", "Zoé www.exemple.fr"])
def test_such_a_name_is_not_told_to_the_model_either(services: Services, name: str) -> None:
    services.requests.put(samples.analysed(customer={"name": name, "email": "a@b.fr"}))
    run(STEP, services)
    ((order, _),) = services.writer.orders
    assert order.customer_name == ""
    assert stored(services)["reply"]["source"] == "model"


def test_an_authorised_gesture_may_be_offered(services: Services) -> None:
    services.writer.drafts = [{"text": f"{samples.REPLY} Vous recevez {VOUCHER}."}]
    run(STEP, services)
    assert VOUCHER in stored(services)["reply"]["text"]


def test_control_characters_of_a_draft_are_not_passed_on(services: Services) -> None:
    services.writer.drafts = [{"text": f"\x07{samples.REPLY}\x00"}]
    run(STEP, services)
    assert stored(services)["reply"]["text"] == samples.REPLY


def test_a_busy_model_fails_the_step_and_stores_nothing(services: Services) -> None:
    services.writer.errors["write"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    assert stored(services) == samples.analysed()


@pytest.mark.parametrize("step", [STEP, LESSER])
def test_a_reply_that_is_stored_stays(services: Services, step: Step) -> None:
    services.requests.put(samples.answered())
    run(step, services)
    assert services.writer.calls == []
    assert stored(services) == samples.answered()


def test_the_lesser_reply_is_a_template_and_says_so(services: Services) -> None:
    step = run(LESSER, services)
    reply = stored(services)["reply"]
    assert services.writer.calls == []
    assert (reply["source"], reply["language"]) == ("template", "fr")
    assert "model" not in reply
    assert reply["text"] == reply["pivot_text"]
    assert reply["text"].startswith("Bonjour Grace O'Neill,")
    assert samples.REQUEST_ID in reply["text"]
    assert "sous 1 heure" in reply["text"]
    assert reply["words"] == len(reply["text"].split())
    assert stored(services)["degraded"] == {"reply": "bedrock.Converse: X"}
    assert step.degraded == ("reply",)


def test_an_analysis_by_rules_is_enough_for_a_template(services: Services) -> None:
    bare = samples.analysed(message={"original": "?"})
    bare["analysis"] = {
        "sentiment": "UNKNOWN",
        "entities": [],
        "category": "general",
        "priority": "MEDIUM",
        "sla_hours": 4,
        "due_at": "2026-11-23T14:15:30.000Z",
    }
    services.requests.put(bare)
    run(LESSER, services)
    assert "sous 4 heures" in stored(services)["reply"]["text"]


def test_an_alert_that_could_not_be_sent_is_marked_and_travels_no_further(services: Services) -> None:
    step = run(Step(samples.REQUEST_ID, alert_failed="SNS.InternalError"), services)
    assert stored(services)["degraded"] == {"alert": "SNS.InternalError"}
    assert step.alert_failed == ""
    assert step.degraded == ("alert",)


def test_an_alert_that_fails_in_a_later_attempt_is_marked_beside_the_stored_reply(services: Services) -> None:
    services.requests.put(samples.answered())
    step = run(Step(samples.REQUEST_ID, attempt=2, alert_failed="SNS.InternalError"), services)
    assert stored(services)["degraded"] == {"alert": "SNS.InternalError"}
    assert step.degraded == ("alert",)


def test_of_two_runs_at_once_the_first_to_finish_counts(services: Services) -> None:
    services.writer.meanwhile = lambda: services.requests.put(samples.answered())
    services.writer.drafts = [{"text": samples.REPLY + " Encore merci."}]
    run(STEP, services)
    assert stored(services) == samples.answered()
