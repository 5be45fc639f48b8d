"""The reply, by a model or by a template."""

import json
from typing import Any

import pytest

from assistant.aws.bedrock import Models
from assistant.reply import handler
from assistant.reply.handler import MESSAGE_WITHHELD, run
from assistant.request.step import Step
from assistant.request.table import RequestTable
from assistant.translation.translator import Translator
from tests.assistant import samples
from tests.assistant.configured import REPLY, VOUCHER
from tests.assistant.fakes import FakeModels, Fakes, FakeTable, FakeTranslator

STEP = Step(samples.REQUEST_ID, priority="HIGH", category="product", language="en")
FALLBACK = Step(samples.REQUEST_ID, fallback=True, reason="bedrock.Converse: X")


def draft(text: str = samples.REPLY, **changes: Any) -> dict[str, Any]:
    return {"text": text, "gesture": "none", "category": "product", "personal": []} | changes


class Services(Fakes, handler.Services):
    """With the fakes as its fields."""


@pytest.fixture
def services(table: FakeTable) -> Services:
    table.put(samples.analysed())
    return Services(
        requests=table,
        writer=FakeModels(draft()),
        reviewers=FakeModels({"findings": []}),
        translator=FakeTranslator(),
        meter=table.meter,
        settings=REPLY,
    )


def stored(services: Services) -> dict[str, Any]:
    return services.requests.items[samples.REQUEST_ID]


def context(services: Services) -> dict[str, Any]:
    """Return the context that the model was given."""
    line = services.writer.questions[0].user.partition("\n")[0]
    return json.loads(line.removeprefix("<context>").removesuffix("</context>"))


def test_the_models_reply_is_stored(services: Services) -> None:
    assert run(STEP, services) == STEP
    reply = stored(services)["reply"]
    assert reply["text"] == reply["pivot_text"]
    assert reply["text"].startswith(samples.REPLY)
    assert (reply["source"], reply["model"], reply["language"]) == ("model", "some.model", "fr")
    assert stored(services)["degraded"] == {}
    assert "GenerateAIResponse" in stored(services)["timings_ms"]


def test_the_model_is_told_what_decides_the_reply(services: Services) -> None:
    run(STEP, services)
    assert context(services) == {
        "customer_name": "Grace O'Neill",
        "sentiment": "NEGATIVE",
        "priority": "HIGH",
        "sla_hours": 1,
        "gestures": {"voucher": VOUCHER["sentences"]["fr"]},
    }
    (asked,) = services.writer.questions
    assert "Maison Exemple's customer support" in asked.system
    assert "<customer_message>The machine you delivered on Monday is cracked and leaks.<" in asked.user
    assert "<translation>La machine livrée lundi est cassée et fuit.<" in asked.user


@pytest.mark.parametrize("why", ["none", "lost a number", "the team's own language"])
def test_a_message_without_a_whole_translation_is_answered_from_the_original(
    services: Services, why: str
) -> None:
    message = {"original": "Broken\x00!", "pivot": "Cassée !"}
    if why == "none":
        del message["pivot"]
    if why == "the team's own language":
        message["pivot"] = message["original"]
    degraded = {"translation": "lost_number"} if why == "lost a number" else {}
    services.requests.put(samples.analysed(message=message, degraded=degraded))
    run(STEP, services)
    (asked,) = services.writer.questions
    assert "<customer_message>Broken!</customer_message>" in asked.user
    assert "<translation>" not in asked.user


ATTACK = "cher client, ouvrez maison-exemple.jp et donnez votre mot de passe"


@pytest.mark.parametrize(
    "name", [ATTACK, "www.exemple.fr", "50 % de remise", "a@b.fr", "null", "write_reply"]
)
def test_a_text_that_is_no_name_is_not_greeted(services: Services, name: str) -> None:
    services.requests.put(samples.analysed(customer={"name": name, "email": "a@b.fr"}))
    run(STEP, services)
    assert context(services)["customer_name"] == ""
    services.requests.put(samples.analysed(customer={"name": name, "email": "a@b.fr"}))
    run(FALLBACK, services)
    assert stored(services)["reply"]["text"].startswith("Bonjour,\n")


@pytest.mark.parametrize(
    ("rule", "found", "listed", "kept"),
    [
        ("notifications", [{"kind": "NAME", "text": "Grace"}], ["Monday"], ["Grace", "Monday"]),
        ("notifications", [{"kind": "NAME", "text": "Monday"}], ["Monday"], ["Monday"]),
        ("notifications", [], ["not there"], []),
        ("notifications", None, ["Monday"], None),
        ("off", None, ["Monday"], None),
    ],
)
def test_personal_data_that_the_model_lists_is_kept_for_masking(
    services: Services, rule: str, found: Any, listed: list[str], kept: list[str] | None
) -> None:
    item = samples.analysed(personal=found)
    if found is None:
        del item["personal"]
    services.requests.put(item)
    services.writer.answers = [draft(personal=listed)]
    settings = {**vars(REPLY), "personal_data": rule}
    run(STEP, Services(**{**vars(services), "settings": type(REPLY)(**settings)}))
    personal = stored(services).get("personal")
    assert (None if personal is None else [one["text"] for one in personal]) == kept


def test_a_message_that_could_not_be_masked_reaches_no_model(services: Services) -> None:
    item = samples.analysed()
    del item["personal"]
    services.requests.put(item)
    settings = type(REPLY)(**{**vars(REPLY), "personal_data": "all"})
    run(STEP, Services(**{**vars(services), "settings": settings}))
    assert services.writer.calls == services.reviewers.calls == []
    assert stored(services)["degraded"] == {"reply": MESSAGE_WITHHELD}


@pytest.mark.parametrize(("rule", "name"), [("all", "[NAME]"), ("notifications", "Grace"), ("off", "Grace")])
def test_writer_and_reviewer_read_personal_data_unless_all_is_masked(
    services: Services, rule: str, name: str
) -> None:
    message = {"original": "I am Grace.", "pivot": "Je suis Grace."}
    services.requests.put(samples.analysed(message=message))
    settings = type(REPLY)(**{**vars(REPLY), "personal_data": rule})
    run(STEP, Services(**{**vars(services), "settings": settings}))
    for asked in (*services.writer.questions, *services.reviewers.questions):
        assert f"<customer_message>I am {name}.</customer_message>" in asked.user
        assert f"<translation>Je suis {name}.</translation>" in asked.user


@pytest.mark.parametrize("step", [STEP, FALLBACK])
def test_a_stored_reply_is_not_written_again(services: Services, step: Step) -> None:
    services.requests.put(samples.answered())
    run(step, services)
    assert services.writer.calls == []
    assert stored(services) == samples.answered()


def test_the_fallback_is_a_template_and_recorded(services: Services) -> None:
    step = run(FALLBACK, services)
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


def test_a_template_needs_no_scores(services: Services) -> None:
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
    run(FALLBACK, services)
    assert "sous 4 heures" in stored(services)["reply"]["text"]


def test_a_failed_alert_is_recorded_once(services: Services) -> None:
    step = run(Step(samples.REQUEST_ID, alert_failed="SNS.InternalError"), services)
    assert stored(services)["degraded"] == {"alert": "SNS.InternalError"}
    assert step.alert_failed == ""
    assert step.degraded == ("alert",)


def test_a_failed_alert_of_a_later_attempt_is_recorded(services: Services) -> None:
    services.requests.put(samples.answered())
    step = run(Step(samples.REQUEST_ID, attempt=2, alert_failed="SNS.InternalError"), services)
    assert stored(services)["degraded"] == {"alert": "SNS.InternalError"}
    assert step.degraded == ("alert",)


def test_the_services_are_composed_from_the_environment_that_the_settings_write() -> None:
    services = Services.from_env(REPLY.to_env())
    assert isinstance(services.requests, RequestTable)
    assert isinstance(services.writer, Models)
    assert isinstance(services.reviewers, Models)
    assert services.reviewers is not services.writer
    assert isinstance(services.translator, Translator)
    assert services.settings == REPLY


PASSAGE: Any = samples.PASSAGE


@pytest.mark.parametrize(
    ("passages", "gap"),
    [
        (None, {"category": "billing", "language": "en"}),
        ([], {"category": "billing", "language": "en"}),
        (
            [PASSAGE, PASSAGE | {"id": "p2", "title": "Autre", "distance": 0.3}],
            {"category": "billing", "language": "en", "document": "Retours", "distance": 0.18},
        ),
    ],
)
def test_what_no_document_answered_is_kept_by_month_with_nothing_that_a_customer_wrote(
    services: Services, passages: Any, gap: dict[str, Any]
) -> None:
    services.requests.put(samples.analysed(**({} if passages is None else {"passages": passages})))
    services.writer.answers = [draft(category="billing")]
    run(STEP, services)
    item = stored(services)
    assert (item["gap_month"], item["gap"]) == ("2026-11", gap)
    assert not [secret for secret in samples.SECRETS if secret in json.dumps(item["gap"])]


def test_a_documented_reply_leaves_no_gap(services: Services) -> None:
    services.requests.put(samples.analysed(passages=[PASSAGE]))
    services.writer.answers = [draft(sources=["p1"], answered=True)]
    run(STEP, services)
    assert stored(services)["reply"]["basis"] == "documented"
    assert not {"gap", "gap_month"} & set(stored(services))


def test_a_request_of_the_watch_leaves_none(services: Services) -> None:
    services.requests.put(samples.analysed(origin="watch", passages=[PASSAGE]))
    services.writer.answers = [draft()]
    run(STEP, services)
    assert stored(services)["reply"]["basis"] == "acknowledgement"
    assert not {"gap", "gap_month"} & set(stored(services))


def test_a_template_leaves_one_with_the_category_of_the_analysis(services: Services) -> None:
    services.requests.put(samples.analysed(passages=[PASSAGE]))
    run(FALLBACK, services)
    assert stored(services)["reply"]["basis"] == "acknowledgement"
    assert stored(services)["gap"] == {
        "category": "product",
        "language": "en",
        "document": "Retours",
        "distance": 0.18,
    }


@pytest.mark.parametrize("rule", ["off", "notifications", "all"])
def test_passages_are_the_companys_and_masked_for_no_model(services: Services, rule: str) -> None:
    named = PASSAGE | {"text": "Demandez Grace au 01 23 45 67 89."}
    services.requests.put(samples.analysed(passages=[named]))
    services.writer.answers = [draft(sources=["p1"])]
    settings = type(REPLY)(**{**vars(REPLY), "personal_data": rule})
    run(STEP, Services(**{**vars(services), "settings": settings}))
    for asked in (*services.writer.questions, *services.reviewers.questions):
        assert "\nDemandez Grace au 01 23 45 67 89.\n</passage>" in asked.user
