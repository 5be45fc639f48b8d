"""The first step: language, translation, sentiment, entities, category, priority."""

from typing import Any

import pytest

from handlers.translate_and_analyze import run
from support.aws.comprehend import Mood
from support.domain.priority import Sentiment
from support.domain.step import Step
from support.errors import NotFound, ServiceBusy
from support.services.translate_and_analyze import Services
from tests.lambda_src import samples
from tests.lambda_src.configured import ANALYSIS
from tests.lambda_src.fakes import BUSY, FakeAnalyst, FakeTable, FakeTranslator

STEP = Step(samples.REQUEST_ID)
LESSER = Step(samples.REQUEST_ID, lesser=True, reason="comprehend.DetectSentiment: X")
ORIGINAL = samples.accepted()["message"]["original"]
FRENCH = samples.accepted(message={"original": "Ma commande est cassée."})


@pytest.fixture
def services(table: FakeTable, translator: FakeTranslator, analyst: FakeAnalyst) -> Services:
    table.put(samples.accepted())
    return Services(requests=table, translator=translator, analyst=analyst, settings=ANALYSIS)


def stored(services: Services) -> dict[str, Any]:
    return services.requests.items[samples.REQUEST_ID]


def test_everything_is_found_and_stored(services: Services) -> None:
    step = run(STEP, services)
    item = stored(services)
    assert item["language"] == {"code": "en", "name": "anglais", "source": "detected", "confidence": 0.99}
    assert item["message"] == {
        "original": ORIGINAL,
        "pivot": "Ma commande est cassée.",
        "pivot_language": "fr",
    }
    assert item["analysis"] == {
        "sentiment": "NEGATIVE",
        "scores": {"Positive": 0.01, "Negative": 0.9, "Neutral": 0.05, "Mixed": 0.04},
        "entities": [{"text": "Monday", "type": "DATE", "score": 0.97}],
        "category": "product",
        "priority": "HIGH",
        "sla_hours": 1,
        "due_at": "2026-11-23T11:15:30.000Z",
    }
    assert item["degraded"] == {}
    assert list(item["timings_ms"]) == ["TranslateAndAnalyze"]
    assert step == Step(samples.REQUEST_ID, priority="HIGH", category="product", language="en")


def test_sentiment_and_entities_are_read_in_the_customers_own_language(services: Services) -> None:
    run(STEP, services)
    assert services.analyst.asked == [(ORIGINAL, "en")] * 2
    assert services.translator.asked == [(ORIGINAL, "en", "fr")]


@pytest.mark.parametrize("code", ["fr", "fr-CA"])
@pytest.mark.parametrize("declared", [True, False])
def test_a_message_in_the_pivot_language_is_not_translated(
    services: Services, code: str, declared: bool
) -> None:
    services.analyst.detected = FakeAnalyst(code).detected
    services.requests.put(FRENCH | {"declared_language": code if declared else "auto"})
    run(STEP, services)
    assert services.translator.calls == []
    assert stored(services)["message"]["pivot"] == "Ma commande est cassée."
    assert stored(services)["degraded"] == {}
    assert services.analyst.asked == [("Ma commande est cassée.", "fr")] * 2


@pytest.mark.parametrize("code", ["nl", "tr"])
def test_a_language_that_comprehend_does_not_speak_is_analysed_from_the_translation(
    services: Services, code: str
) -> None:
    services.analyst.detected = FakeAnalyst(code).detected
    run(STEP, services)
    assert services.translator.calls == ["translate"]
    assert services.analyst.asked == [("Ma commande est cassée.", "fr")] * 2
    assert stored(services)["language"]["code"] == code


def test_a_declared_language_is_not_detected(services: Services) -> None:
    services.requests.put(samples.accepted(declared_language="de"))
    step = run(STEP, services)
    assert "language" not in services.analyst.calls
    assert stored(services)["language"] == {
        "code": "de",
        "name": "allemand",
        "source": "declared",
        "confidence": None,
    }
    assert step.language == "de"


def test_control_characters_are_kept_from_the_services_and_in_the_original(services: Services) -> None:
    services.requests.put(samples.accepted(message={"original": "Bro\x07ken\x00"}))
    run(STEP, services)
    assert services.translator.asked == [("Broken", "en", "fr")]
    assert stored(services)["message"]["original"] == "Bro\x07ken\x00"


@pytest.mark.parametrize(
    ("negative", "priority", "due_at"),
    [
        (0.7001, "HIGH", "2026-11-23T11:15:30.000Z"),
        (0.7, "MEDIUM", "2026-11-23T14:15:30.000Z"),
        (0.2999, "NORMAL", "2026-11-24T10:15:30.000Z"),
    ],
)
def test_the_negative_score_decides_priority_and_due_time(
    services: Services, negative: float, priority: str, due_at: str
) -> None:
    services.analyst.found = Mood(Sentiment.MIXED, samples.SCORES | {"Negative": negative})
    assert run(STEP, services).priority == priority
    assert stored(services)["analysis"]["due_at"] == stored(services)["due_at"] == due_at


def test_when_detection_fails_nothing_else_is_asked_or_stored(services: Services) -> None:
    services.analyst.errors["language"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    assert services.analyst.calls == ["language"]
    assert services.translator.calls == []
    assert stored(services) == samples.accepted()


CALLS = {"translate": "translation", "mood": "sentiment", "entities": "entities"}


@pytest.mark.parametrize("failing", CALLS)
def test_one_of_three_failing_stores_the_others_and_a_retry_repeats_only_it(
    services: Services, failing: str
) -> None:
    errors = services.translator.errors if failing == "translate" else services.analyst.errors
    errors[failing] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    partly = stored(services)
    assert ("pivot" in partly["message"]) == (failing != "translate")
    assert ("scores" in partly["analysis"]) == (failing != "mood")
    assert ("entities" in partly["analysis"]) == (failing != "entities")
    assert "category" not in partly["analysis"]
    services.translator.calls.clear()
    services.analyst.calls.clear()
    assert run(STEP, services).priority == "HIGH"
    assert services.translator.calls + services.analyst.calls == [failing]
    assert stored(services)["degraded"] == {}


def test_a_retry_after_the_analysis_of_a_translation_failed_does_not_translate_again(
    services: Services,
) -> None:
    services.analyst.detected = FakeAnalyst("tr").detected
    services.analyst.errors["mood"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    run(STEP, services)
    assert services.translator.calls == ["translate"]
    assert services.analyst.calls.count("entities") == 1


def test_an_analysed_request_is_left_as_it_is(services: Services) -> None:
    services.requests.put(samples.analysed())
    step = run(STEP, services)
    assert services.translator.calls == services.analyst.calls == []
    assert stored(services) == samples.analysed()
    assert (step.priority, step.category, step.language) == ("HIGH", "product", "en")


def test_the_lesser_result_asks_nobody_and_says_what_is_missing(services: Services) -> None:
    step = run(LESSER, services)
    item = stored(services)
    assert services.translator.calls == services.analyst.calls == []
    assert item["language"] == {"code": "fr", "name": "français", "source": "assumed", "confidence": 0}
    assert "pivot" not in item["message"]
    assert "scores" not in item["analysis"]
    assert item["analysis"]["sentiment"] == "UNKNOWN"
    assert item["analysis"]["entities"] == []
    assert item["analysis"]["category"] == "product"
    assert (item["analysis"]["priority"], item["analysis"]["sla_hours"]) == ("MEDIUM", 4)
    assert item["degraded"] == dict.fromkeys(
        ["language", "translation", "sentiment", "entities"], "comprehend.DetectSentiment: X"
    )
    assert step.priority == "MEDIUM"
    assert step.degraded == ("entities", "language", "sentiment", "translation")


def test_the_lesser_result_keeps_what_earlier_attempts_stored(services: Services) -> None:
    services.analyst.errors["entities"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    step = run(LESSER, services)
    assert step.degraded == ("entities",)
    assert stored(services)["language"]["source"] == "detected"
    assert stored(services)["analysis"]["priority"] == "HIGH"
    assert stored(services)["message"]["pivot"] == "Ma commande est cassée."


def test_in_the_pivot_language_no_translation_is_missed(services: Services) -> None:
    services.requests.put(FRENCH | {"declared_language": "fr"})
    run(LESSER, services)
    assert sorted(stored(services)["degraded"]) == ["entities", "sentiment"]
    assert stored(services)["message"]["pivot"] == "Ma commande est cassée."


def test_an_unknown_request_is_an_error(services: Services) -> None:
    services.requests.items.clear()
    with pytest.raises(NotFound):
        run(STEP, services)


def test_a_translation_is_stored_before_anybody_reads_it(services: Services) -> None:
    services.analyst.detected = FakeAnalyst("tr").detected
    services.analyst.errors["mood"] = [AttributeError()]
    with pytest.raises(AttributeError):
        run(STEP, services)
    assert stored(services)["message"]["pivot"] == "Ma commande est cassée."


def test_of_two_runs_at_once_the_first_to_finish_counts(services: Services) -> None:
    services.translator.meanwhile = lambda: services.requests.put(samples.analysed(timings_ms={}))
    step = run(STEP, services)
    assert stored(services) == samples.analysed(timings_ms={})
    assert step.priority == "HIGH"
