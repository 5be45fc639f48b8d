"""How a reply comes about in two languages, and what happens when the customer's one is wrong."""

import json
from dataclasses import replace
from typing import Any

import pytest

from handlers.generate_ai_response import run
from support import clock
from support.domain import privacy, prompt, templates
from support.domain.categories import Category
from support.domain.priority import Priority, Sentiment
from support.domain.step import Step
from support.errors import ReplyRejected, ServiceBusy
from support.services.generate_ai_response import Services
from tests.lambda_src import samples
from tests.lambda_src.configured import REPLY
from tests.lambda_src.fakes import BUSY, REFUSED, FakeTable, FakeTranslator, FakeWriter

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


class FakeStopwatch:
    """Shows the time that a test says is gone."""

    milliseconds = 0


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> FakeStopwatch:
    watch = FakeStopwatch()
    monkeypatch.setattr(clock, "Stopwatch", lambda: watch)
    return watch


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


@pytest.mark.parametrize(
    ("translation", "code"),
    [(ENGLISH, "language"), (GERMAN.replace("Grace", "[NAME]"), "label"), (f"{GERMAN} 4711", "numbers")],
)
def test_a_translation_that_is_wrong_too_gives_way_to_a_template_in_the_customers_language(
    services: Services, translation: str, code: str
) -> None:
    services.writer.drafts = [WRONG, WRONG]
    services.translator.translation = translation
    run(STEP, services)
    reply = stored(services)["reply"]
    assert (reply["language"], reply["source"]) == ("de", "template")
    assert reply["text"].startswith("Guten Tag Grace O'Neill")
    assert reply["pivot_text"].startswith("Bonjour Grace O'Neill")
    assert stored(services)["degraded"] == {"reply": f"translation_{code}"}


def test_where_there_is_no_template_either_the_teams_text_is_sent_and_says_so(services: Services) -> None:
    services.requests.put(in_language("sw"))
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


def test_a_retry_after_a_failed_second_call_does_not_pay_the_first_again(services: Services) -> None:
    services.writer.drafts = [WRONG]

    def busy_from_now_on() -> None:
        services.writer.errors["write"] = [] if services.writer.calls == ["write"] else [BUSY]

    services.writer.meanwhile = busy_from_now_on
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    assert stored(services)["draft"] == {"pivot_text": PIVOT, "model": "some.model"}
    run(STEP, services)
    assert services.writer.calls == ["write"] * 2
    assert stored(services)["reply"]["text"] == GERMAN
    assert stored(services)["degraded"] == {"reply_language": "translated"}


@pytest.mark.parametrize(("gone", "calls"), [(20_000, 2), (20_001, 1)])
def test_a_second_call_that_no_longer_fits_is_not_made(
    services: Services, watch: FakeStopwatch, gone: int, calls: int
) -> None:
    services.writer.drafts = [WRONG, WRONG]
    services.writer.meanwhile = lambda: setattr(watch, "milliseconds", gone)
    run(STEP, services)
    assert services.writer.calls == ["write"] * calls
    assert stored(services)["reply"]["text"] == GERMAN
    assert stored(services)["degraded"] == {"reply_language": "translated"}


def test_a_late_draft_with_nothing_to_translate_is_rejected(services: Services, watch: FakeStopwatch) -> None:
    services.writer.drafts = [{"text": GERMAN, "pivot_text": "Trop court."}]
    services.writer.meanwhile = lambda: setattr(watch, "milliseconds", 20_001)
    with pytest.raises(ReplyRejected, match="reply_too_short"):
        run(STEP, services)


def test_a_first_call_is_made_however_late(services: Services, watch: FakeStopwatch) -> None:
    watch.milliseconds = 59_000
    run(STEP, services)
    assert stored(services)["reply"]["source"] == "model"


@pytest.mark.parametrize(
    "bad",
    [
        {"text": GERMAN.replace("Grace", "[NAME]"), "pivot_text": PIVOT},
        {"text": GERMAN.replace("Grace", "[Ihr Name]"), "pivot_text": PIVOT},
        {"text": GERMAN, "pivot_text": PIVOT.replace("Grace", "[NOM]")},
    ],
)
def test_a_label_in_either_text_is_written_anew(services: Services, bad: Any) -> None:
    services.writer.drafts = [bad, GOOD]
    run(STEP, services)
    assert [rejected for _, rejected in services.writer.orders] == [None, "label"]
    assert stored(services)["reply"]["text"] == GERMAN


def test_brackets_of_the_customers_own_are_no_labels(services: Services) -> None:
    name = "Grace [she/her]"
    services.requests.put(in_language("de", customer={"name": name, "email": "grace@example.com"}))
    services.writer.drafts = [
        {"text": GERMAN.replace("Grace", name), "pivot_text": PIVOT.replace("Grace", name)}
    ]
    run(STEP, services)
    assert name in stored(services)["reply"]["text"]


def test_a_template_in_the_customers_language_comes_before_the_models_text_for_the_team(
    services: Services,
) -> None:
    services.requests.put(in_language("de", draft={"pivot_text": PIVOT, "model": "some.model"}))
    run(LESSER, services)
    reply = stored(services)["reply"]
    assert (reply["language"], reply["source"]) == ("de", "template")
    assert reply["text"].startswith("Guten Tag")
    assert reply["pivot_text"].startswith("Bonjour Grace O'Neill")
    assert stored(services)["degraded"] == {"reply": "bedrock.Converse: X"}
    assert "draft" not in stored(services)


def test_without_such_a_template_the_models_text_for_the_team_is_sent(services: Services) -> None:
    services.requests.put(in_language("sw", draft={"pivot_text": PIVOT, "model": "some.model"}))
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
    assert "Grace" not in prompt.user(order)
    assert "4471-B" in order.message


def test_where_all_is_masked_a_template_greets_by_name(services: Services) -> None:
    services = replace(services, settings=replace(services.settings, personal_data="all"))
    run(LESSER, services)
    assert stored(services)["reply"]["pivot_text"].startswith("Bonjour Grace O'Neill,")
    assert "Grace O'Neill" in stored(services)["reply"]["text"]


def unsearched(services: Services, code: str) -> Services:
    """Return services under the rule `all`, for a request whose personal data nobody could look for."""
    item = in_language(code)
    del item["personal"]
    services.requests.put(item)
    return replace(services, settings=replace(services.settings, personal_data="all"))


def test_a_withheld_message_is_answered_by_a_template_at_once(services: Services) -> None:
    services = unsearched(services, "de")
    run(STEP, services)
    assert services.writer.calls == []
    assert (stored(services)["reply"]["source"], stored(services)["reply"]["language"]) == ("template", "de")
    assert stored(services)["degraded"] == {"reply": "message_withheld"}


def test_a_translation_of_that_template_is_tried_again_before_it_is_given_up(services: Services) -> None:
    services = unsearched(services, "sw")
    services.translator.errors["translate"] = [BUSY, BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    assert "reply" not in stored(services)
    run(replace(STEP, lesser=True, reason=str(BUSY)), services)
    assert stored(services)["reply"]["language"] == "fr"
    assert stored(services)["degraded"] == {"reply": "message_withheld", "reply_language": str(BUSY)}


def test_a_customer_who_writes_that_mark_is_read(services: Services) -> None:
    services.requests.put(in_language("de", message={"original": privacy.WITHHELD}))
    run(STEP, services)
    assert services.writer.calls == ["write"]


def test_a_reply_may_name_what_the_customer_wrote_about_and_not_offer_it(services: Services) -> None:
    message = {"original": "Mein Gutschein wurde nicht angenommen.", "pivot": "Mon bon d'achat a été refusé."}
    services.requests.put(in_language("de", message=message))
    pivot = f"{PIVOT} Nous vérifions votre bon d'achat."
    services.writer.drafts = [{"text": f"{GERMAN} Wir prüfen Ihren Gutschein.", "pivot_text": pivot}]
    run(STEP, services)
    assert stored(services)["degraded"] == {}
    offered = {"text": f"{GERMAN} Sie erhalten einen Gutschein von uns.", "pivot_text": pivot}
    services.requests.put(in_language("de", message=message))
    services.writer.drafts = [offered, offered]
    run(STEP, services)
    assert stored(services)["degraded"] == {"reply_language": "translated"}


STORED = {"text": GERMAN, "language": "de", "pivot_text": PIVOT, "category": "product", "model": "reader"}
"""A draft as TranslateAndAnalyze leaves it in the economy profile, and nobody has checked it."""


def drafted(code: str = "de", **changes: Any) -> dict[str, Any]:
    return in_language(code, draft=STORED | changes)


def fallbacks(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return why the model was asked although there was a draft."""
    metrics = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [
        metric["reason"]
        for metric in metrics
        if "EconomyFellBack" in metric and metric["step"] == "GenerateAIResponse"
    ]


def test_a_stored_draft_that_keeps_the_rules_is_the_reply_without_another_call(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    services.requests.put(drafted())
    run(STEP, services)
    assert stored(services)["reply"] == {
        "text": GERMAN,
        "language": "de",
        "pivot_text": PIVOT,
        "source": "model",
        "model": "reader",
        "words": len(PIVOT.split()),
    }
    assert services.writer.calls == services.translator.calls == []
    assert stored(services)["degraded"] == {}
    assert "draft" not in stored(services)
    assert fallbacks(capsys) == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"pivot_text": "Trop court."}, "too_short"),
        ({"pivot_text": f"{PIVOT} Nous vous offrons un cadeau."}, "gesture"),
        ({"pivot_text": f"{PIVOT} Nous répondons sous 24 h."}, "hours"),
        ({"text": ENGLISH}, "language"),
        ({"text": f"{GERMAN} www.beispiel.de"}, "link"),
        ({"text": f"{GERMAN} 4711"}, "numbers"),
        ({"language": "nl"}, "language"),
        ({"language": ""}, "language"),
    ],
)
def test_one_that_breaks_a_rule_is_written_anew_by_the_rule(
    services: Services, capsys: pytest.CaptureFixture[str], changes: dict[str, str], rule: str
) -> None:
    services.requests.put(drafted(**changes))
    run(STEP, services)
    assert [rejected for _, rejected in services.writer.orders] == [rule]
    assert (stored(services)["reply"]["text"], stored(services)["reply"]["model"]) == (GERMAN, "some.model")
    assert stored(services)["degraded"] == {}
    assert fallbacks(capsys) == [f"reply_{rule}"]


def test_it_is_one_of_the_two_drafts(services: Services) -> None:
    services.requests.put(drafted(pivot_text="Trop court."))
    services.writer.drafts = [{"text": GERMAN, "pivot_text": f"{PIVOT} www.exemple.fr"}]
    with pytest.raises(ReplyRejected, match="reply_link"):
        run(STEP, services)
    assert services.writer.calls == ["write"]


def test_if_only_its_text_for_the_customer_stays_wrong_it_is_translated(services: Services) -> None:
    services.requests.put(drafted(text=ENGLISH))
    services.writer.drafts = [WRONG]
    services.translator.errors["translate"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    assert stored(services)["draft"] == {"pivot_text": PIVOT, "model": "reader"}
    run(STEP, services)
    assert services.writer.calls == ["write"]
    assert services.translator.asked == [(PIVOT, "fr", "de")] * 2
    assert stored(services)["degraded"] == {"reply_language": "translated"}


def test_a_rejected_one_stays_for_the_retry_of_a_busy_model(services: Services) -> None:
    services.requests.put(drafted(pivot_text="Trop court."))
    services.writer.errors["write"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    run(STEP, services)
    assert [rejected for _, rejected in services.writer.orders] == ["too_short"] * 2
    assert stored(services)["reply"]["source"] == "model"


def test_who_reads_the_teams_language_gets_the_teams_text_whatever_else_was_written(
    services: Services,
) -> None:
    services.requests.put(drafted("fr"))
    run(STEP, services)
    reply = stored(services)["reply"]
    assert (reply["text"], reply["language"], reply["pivot_text"]) == (PIVOT, "fr", PIVOT)
    assert services.writer.calls == []


def test_a_region_is_served_by_the_text_of_its_language(services: Services) -> None:
    services.requests.put(drafted("pt-PT", text=written("pt"), language="pt"))
    run(STEP, services)
    assert stored(services)["reply"]["text"] == written("pt")
    assert stored(services)["reply"]["language"] == "pt-PT"
    assert services.writer.calls == []


@pytest.mark.parametrize("draft", [{}, {"model": "reader", "category": "product"}])
def test_a_reading_without_replies_leaves_both_drafts_to_the_model(
    services: Services, capsys: pytest.CaptureFixture[str], draft: dict[str, str]
) -> None:
    services.requests.put(in_language("de", draft=draft))
    services.writer.drafts = [WRONG, GOOD]
    run(STEP, services)
    assert services.writer.calls == ["write"] * 2
    assert stored(services)["reply"]["text"] == GERMAN
    assert fallbacks(capsys) == []


@pytest.mark.parametrize(("code", "language"), [("de", "de"), ("sw", "sw")])
def test_an_unchecked_draft_is_not_what_the_lesser_step_sends(
    services: Services, code: str, language: str
) -> None:
    services.requests.put(drafted(code))
    services.translator.translation = SWAHILI.format(reference=samples.REQUEST_ID)
    run(LESSER, services)
    assert (stored(services)["reply"]["source"], stored(services)["reply"]["language"]) == (
        "template",
        language,
    )
    assert "draft" not in stored(services)
