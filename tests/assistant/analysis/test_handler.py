"""The first step: language, translation, sentiment, entities, category, priority."""

from dataclasses import replace
from typing import Any

import pytest

from assistant.analysis import handler
from assistant.analysis.analyst import Mood
from assistant.analysis.handler import run
from assistant.errors import NotFound, ReplyRejected, ServiceBusy, ServiceRefused
from assistant.language.detection import Candidate
from assistant.own_words import own_words
from assistant.request.priority import Sentiment
from assistant.request.step import Step
from tests.assistant import samples
from tests.assistant.analysis.test_reading import MESSAGE, PIVOT, SCORES, said
from tests.assistant.configured import ANALYSIS
from tests.assistant.fakes import (
    BUSY,
    REFUSED,
    FakeAnalyst,
    FakeFinder,
    FakeModels,
    Fakes,
    FakeTable,
    FakeTranslator,
)

PASSAGE: Any = samples.PASSAGE
STEP = Step(samples.REQUEST_ID)
ANALYSED = Step(
    samples.REQUEST_ID,
    priority="HIGH",
    category="product",
    language="en",
    category_label="produit",
    language_name="anglais",
)
FALLBACK = Step(samples.REQUEST_ID, fallback=True, reason="comprehend.DetectSentiment: X")
MISSING = ("entities", "knowledge", "language", "personal_data", "sentiment", "translation")
"""What nobody has found out where no service could be asked."""

ORIGINAL = samples.accepted()["message"]["original"]
DUTCH = "Hallo, mijn bestelling is nog steeds niet aangekomen. Wanneer komt het pakket?"
TURKISH = "Merhaba, siparişim hâlâ gelmedi. Paketim ne zaman gelecek?"
GERMAN = "Guten Tag, meine Bestellung ist immer noch nicht angekommen. Wo ist das Paket?"
GERMAN_MESSAGE = (
    "Die Maschine 4471-B, die Sie am Montag nach Lyon geliefert haben, ist kaputt. Sie kostete 119,90 EUR."
)
FRENCH = samples.accepted(message={"original": "Ma commande est cassée."})


class Services(Fakes, handler.Services):
    """With the fakes as its fields."""


@pytest.fixture
def services(
    table: FakeTable, translator: FakeTranslator, analyst: FakeAnalyst, finder: FakeFinder
) -> Services:
    table.put(samples.accepted())
    finder.passages = [PASSAGE]
    return Services(
        requests=table,
        translator=translator,
        analyst=analyst,
        finder=finder,
        writer=FakeModels(),
        meter=table.meter,
        settings=ANALYSIS,
    )


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
    assert item["personal"] == [{"kind": "NAME", "text": "Grace"}]
    assert item["passages"] == [PASSAGE]
    assert services.finder.searched == [ORIGINAL]
    assert item["analysis"] == {
        "sentiment": "NEGATIVE",
        "scores": {"Positive": 0.01, "Negative": 0.9, "Neutral": 0.05, "Mixed": 0.04},
        "entities": [{"text": "Monday", "type": "DATE", "score": 0.97}],
        "category": "product",
        "category_source": "keywords",
        "priority": "HIGH",
        "sla_hours": 1,
        "due_at": "2026-11-23T11:15:30.000Z",
    }
    assert item["degraded"] == {}
    assert list(item["timings_ms"]) == ["TranslateAndAnalyze"]
    assert step == ANALYSED


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


@pytest.mark.parametrize(("code", "message"), [("nl", DUTCH), ("tr", TURKISH)])
def test_a_language_that_comprehend_does_not_speak_is_analysed_from_the_translation(
    services: Services, code: str, message: str
) -> None:
    services.analyst.detected = FakeAnalyst(code).detected
    services.requests.put(samples.accepted(message={"original": message}))
    run(STEP, services)
    assert services.translator.calls == ["translate"]
    assert services.analyst.asked == [("Ma commande est cassée.", "fr")] * 2
    assert stored(services)["language"]["code"] == code


def test_a_declared_language_that_fits_is_kept_with_its_region(services: Services) -> None:
    services.analyst.detected = FakeAnalyst("pt").detected
    message = {"original": "Boa tarde, a minha encomenda ainda não chegou. Onde está o pacote?"}
    services.requests.put(samples.accepted(declared_language="pt-PT", message=message))
    assert run(STEP, services).language == "pt-PT"
    assert stored(services)["language"] == {
        "code": "pt-PT",
        "name": "portugais européen",
        "source": "declared",
        "confidence": 0.99,
        "declared": "pt-PT",
        "declared_as": "pt-PT",
        "detected": "pt",
    }


def test_the_text_wins_over_what_was_declared_and_both_are_recorded(services: Services) -> None:
    services.analyst.detected = FakeAnalyst("de").detected
    services.requests.put(samples.accepted(declared_language="nl", message={"original": GERMAN}))
    step = run(STEP, services)
    assert stored(services)["language"] == {
        "code": "de",
        "name": "allemand",
        "source": "detected",
        "confidence": 0.99,
        "declared": "nl",
        "declared_as": "nl",
    }
    assert step.language == "de"
    assert services.translator.asked == [(GERMAN, "de", "fr")]


@pytest.mark.parametrize(
    ("message", "seen", "language"),
    [
        (
            "Wo ist mein Paket?",
            "de",
            {"code": "de", "name": "allemand", "confidence": 0.99, "reason": "too_short"},
        ),
        (
            "Где мой заказ?",
            "be",
            {"code": "ru", "name": "russe", "confidence": 0.99, "detected": "be", "reason": "too_short"},
        ),
        (
            "OK 4471",
            "xx",
            {"code": "fr", "name": "français", "confidence": 0.99, "detected": "xx", "reason": "too_short"},
        ),
    ],
)
def test_of_a_short_text_the_best_guess_is_assumed_and_said_to_be_one(
    services: Services, message: str, seen: str, language: dict[str, Any]
) -> None:
    services.analyst.detected = FakeAnalyst(seen).detected
    services.requests.put(samples.accepted(message={"original": message}))
    run(STEP, services)
    assert services.analyst.calls[0] == "languages"
    assert stored(services)["language"] == {**language, "source": "assumed"}
    assert stored(services)["degraded"] == {"language": "too_short"}


@pytest.mark.parametrize(
    ("declared", "kept"),
    [
        ("de-DE", {"code": "de", "source": "declared", "declared": "de-DE", "declared_as": "de"}),
        ("nb-NO", {"code": "no", "source": "declared", "declared": "nb-NO", "declared_as": "no"}),
        ("fil", {"code": "tl", "source": "declared", "declared": "fil", "declared_as": "tl"}),
        ("iw", {"code": "fr", "source": "assumed", "declared": "iw", "declared_as": "he"}),
        ("tlh", {"code": "fr", "source": "assumed", "declared": "tlh"}),
        ("nonsense!", {"code": "fr", "source": "assumed", "declared": "nonsense!"}),
        ("*", {"code": "fr", "source": "assumed", "declared": "*"}),
    ],
)
def test_a_language_is_declared_in_any_form_and_ignored_if_it_cannot_be_served(
    services: Services, declared: str, kept: dict[str, str]
) -> None:
    services.analyst.detected = []
    services.requests.put(samples.accepted(declared_language=declared, message={"original": "Zxq 4471"}))
    run(STEP, services)
    assert stored(services)["language"].items() >= kept.items()
    assert ("declared_as" in stored(services)["language"]) is ("declared_as" in kept)


QUOTED = f"{GERMAN}\n\nOn 23 Nov 2026 at 9:12, Support <a@shop.example> wrote:\n> Hello, sorry. 4471-B."


def test_only_the_customers_own_words_are_read(services: Services) -> None:
    services.analyst.detected = FakeAnalyst("de").detected
    message = {"original": QUOTED, "set_aside": own_words.set_aside(QUOTED)}
    services.requests.put(samples.accepted(message=message))
    run(STEP, services)
    assert services.translator.asked == [(GERMAN, "de", "fr")]
    assert services.analyst.asked == [(GERMAN, "de")] * 2
    assert services.finder.searched == [GERMAN]
    assert stored(services)["message"]["original"] == QUOTED
    assert "translation" not in stored(services)["degraded"]


def test_an_assumed_language_is_the_environments_choice(services: Services) -> None:
    services = replace(services, settings=replace(ANALYSIS, fallback_language="en"))
    services.requests.put(samples.accepted(message={"original": "OK 4471"}))
    assert run(STEP, services).language == "en"
    assert services.translator.asked == [("OK 4471", "en", "fr")]


def test_comprehend_is_asked_about_words_not_numbers(services: Services) -> None:
    services.analyst.detected = [Candidate("de", 0.9)]
    message = {"original": f"{GERMAN} Nr. 4471-B, grace@example.com, 119,90 EUR"}
    services.requests.put(samples.accepted(message=message))
    run(STEP, services)
    assert not any(char.isdigit() or char == "@" for char in services.analyst.identified[0])


def test_a_translation_that_changes_the_customers_name_says_so(services: Services) -> None:
    services.requests.put(samples.accepted(message={"original": f"{ORIGINAL} Grace O'Neill"}))
    services.translator.translation = "La machine est cassée. Grâce O'Neill"
    run(STEP, services)
    assert services.translator.names == ("Grace O'Neill",)
    assert stored(services)["degraded"] == {"translation": "lost_name"}


def test_a_translation_that_loses_a_number_says_so(services: Services) -> None:
    services.requests.put(samples.accepted(message={"original": f"{ORIGINAL} Order 4471-B, 119.90 EUR."}))
    services.translator.translation = "Ma commande 4471-B est cassée."
    step = run(STEP, services)
    assert stored(services)["degraded"] == {"translation": "lost_number"}
    assert step.degraded == ("translation",)


@pytest.mark.parametrize(("language", "asked"), [("en", True), ("es", True), ("de", False)])
def test_comprehend_looks_for_personal_data_where_it_speaks_the_language(
    services: Services, language: str, asked: bool
) -> None:
    services.requests.put(samples.accepted(language={"code": language, "source": "detected"}))
    run(STEP, services)
    assert ("personal_data" in services.analyst.calls) is asked


def test_patterns_and_named_people_add_to_what_is_personal(services: Services) -> None:
    services.analyst.named["de"] = [{"text": "Jürgen Groß", "type": "PERSON", "score": 0.99}]
    services.analyst.detected = FakeAnalyst("de").detected
    message = {"original": f"{GERMAN} Schreiben Sie an juergen@example.com"}
    services.requests.put(samples.accepted(message=message))
    run(STEP, services)
    assert stored(services)["personal"] == [
        {"kind": "EMAIL", "text": "juergen@example.com"},
        {"kind": "NAME", "text": "Jürgen Groß"},
    ]


def test_a_number_of_the_teams_country_is_found_in_every_language(services: Services) -> None:
    services.analyst.detected = FakeAnalyst("de").detected
    services.requests.put(samples.accepted(message={"original": f"{GERMAN} Tel. 0612345678"}))
    services.translator.translation = "Appelez le 06 12 34 56 78."
    run(STEP, services)
    assert stored(services)["personal"] == [{"kind": "PHONE", "text": "0612345678"}]


def test_what_was_searched_before_another_call_failed_is_kept(services: Services) -> None:
    message = {"original": f"{ORIGINAL} Write to grace@example.com"}
    services.requests.put(samples.accepted(message=message))
    services.analyst.errors["mood"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    found = [{"kind": "NAME", "text": "Grace"}, {"kind": "EMAIL", "text": "grace@example.com"}]
    assert stored(services)["personal"] == found
    run(FALLBACK, services)
    assert stored(services)["personal"] == found


def test_the_fallback_result_has_what_patterns_find_where_no_detector_is_needed(services: Services) -> None:
    message = {"original": f"{GERMAN} Schreiben Sie an juergen@example.com"}
    services.requests.put(samples.accepted(message=message))
    run(FALLBACK, services)
    assert stored(services)["personal"] == [{"kind": "EMAIL", "text": "juergen@example.com"}]
    assert "personal_data" not in stored(services)["degraded"]


def test_where_nothing_is_masked_nobody_looks(services: Services) -> None:
    services.analyst.named["en"] = [{"text": "Grace", "type": "PERSON", "score": 0.99}]
    services.translator.translation = "Appelez le 06 12 34 56 78."
    services = replace(services, settings=replace(ANALYSIS, personal_data="off"))
    run(STEP, services)
    assert "personal_data" not in services.analyst.calls
    # Absent, not empty: a later rule must not take it for searched.
    assert "personal" not in stored(services)
    assert stored(services)["degraded"] == {}


def test_control_characters_are_kept_from_the_services_and_in_the_original(services: Services) -> None:
    message = ORIGINAL.replace("machine", "ma\x07chine\x00")
    services.requests.put(samples.accepted(message={"original": message}))
    run(STEP, services)
    assert services.translator.asked == [(ORIGINAL, "en", "fr")]
    assert services.finder.searched == [ORIGINAL]
    assert stored(services)["message"]["original"] == message


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


def test_nobody_is_alerted_by_the_watch(services: Services) -> None:
    services.requests.put(samples.accepted(origin="watch"))
    services.analyst.found = Mood(Sentiment.NEGATIVE, samples.SCORES | {"Negative": 0.99})
    assert run(STEP, services).priority == "NORMAL"


def test_when_detection_fails_nothing_else_is_asked_or_stored(services: Services) -> None:
    services.analyst.errors["languages"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    assert services.analyst.calls == ["languages"]
    assert services.translator.calls == services.finder.calls == []
    assert stored(services) == samples.accepted()


CALLS = ("translate", "mood", "entities", "personal_data", "find")


@pytest.mark.parametrize("failing", CALLS)
def test_one_of_five_failing_stores_the_others_and_a_retry_repeats_only_it(
    services: Services, failing: str
) -> None:
    failed: Any = {"translate": services.translator, "find": services.finder}
    failed.get(failing, services.analyst).errors[failing] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    partly = stored(services)
    assert ("pivot" in partly["message"]) == (failing != "translate")
    assert ("scores" in partly["analysis"]) == (failing != "mood")
    assert ("entities" in partly["analysis"]) == (failing != "entities")
    assert ("personal" in partly) == (failing != "personal_data")
    assert ("passages" in partly) == (failing != "find")
    assert "category" not in partly["analysis"]
    services.translator.calls.clear()
    services.analyst.calls.clear()
    services.finder.calls.clear()
    assert run(STEP, services).priority == "HIGH"
    assert services.translator.calls + services.analyst.calls + services.finder.calls == [failing]
    assert stored(services)["passages"] == [PASSAGE]
    assert stored(services)["degraded"] == {}


def test_passages_that_were_found_are_not_looked_for_again(services: Services) -> None:
    services.analyst.errors["mood"] = [BUSY, BUSY]
    for _ in range(2):
        with pytest.raises(ServiceBusy):
            run(STEP, services)
        assert stored(services)["passages"] == [PASSAGE]
    services.finder.passages = []
    run(STEP, services)
    assert services.finder.calls == ["find"]
    assert stored(services)["passages"] == [PASSAGE]


def test_nothing_that_was_found_is_found_too(services: Services) -> None:
    services.finder.passages = []
    services.analyst.errors["mood"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    run(STEP, services)
    assert services.finder.calls == ["find"]
    assert stored(services)["passages"] == []
    assert stored(services)["degraded"] == {}


@pytest.mark.parametrize("busy", ["translate", "mood"])
def test_documents_that_are_refused_are_not_missed_until_a_busy_service_had_its_say(
    services: Services, busy: str
) -> None:
    services.finder.errors["find"] = [REFUSED, REFUSED]
    (services.translator if busy == "translate" else services.analyst).errors[busy] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    with pytest.raises(ServiceRefused):
        run(STEP, services)
    assert stored(services)["degraded"] == {}
    step = run(replace(FALLBACK, reason=str(REFUSED)), services)
    assert stored(services)["degraded"] == {"knowledge": str(REFUSED)}
    assert step.degraded == ("knowledge",)


def test_without_documents_everything_else_is_kept_and_the_reason_said(services: Services) -> None:
    run(STEP, services)
    whole = stored(services)
    services.requests.put(samples.accepted())
    services.finder.errors["find"] = [REFUSED]
    with pytest.raises(ServiceRefused):
        run(STEP, services)
    services.finder.calls.clear()
    step = run(FALLBACK, services)
    item = stored(services)
    assert services.finder.calls == []
    del whole["passages"]
    assert item == whole | {"degraded": {"knowledge": FALLBACK.reason}, "timings_ms": item["timings_ms"]}
    assert step == replace(ANALYSED, fallback=True, reason=FALLBACK.reason, degraded=("knowledge",))


@pytest.mark.parametrize(
    ("rule", "searched"),
    [
        ("off", "I am Grace O'Neill. Where is my parcel, please?"),
        ("notifications", "I am Grace O'Neill. Where is my parcel, please?"),
        ("all", "I am [NAME]. Where is my parcel, please?"),
    ],
)
def test_the_search_reads_what_the_environments_rule_lets_models_read(
    services: Services, rule: str, searched: str
) -> None:
    message = {"original": "I am Grace O'Neill. Where is my parcel, please?"}
    services.requests.put(samples.accepted(message=message))
    run(STEP, replace(services, settings=replace(ANALYSIS, personal_data=rule)))
    assert services.finder.searched == [searched]


def test_a_retry_after_the_analysis_of_a_translation_failed_does_not_translate_again(
    services: Services,
) -> None:
    services.analyst.detected = FakeAnalyst("tr").detected
    services.requests.put(samples.accepted(message={"original": TURKISH}))
    services.analyst.errors["mood"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    run(STEP, services)
    assert services.translator.calls == ["translate"]
    assert services.analyst.calls.count("entities") == 1


def test_an_analysed_request_is_left_as_it_is(services: Services) -> None:
    services.requests.put(samples.analysed())
    step = run(STEP, services)
    assert services.translator.calls == services.analyst.calls == services.finder.calls == []
    assert stored(services) == samples.analysed()
    assert (step.priority, step.category, step.language) == ("HIGH", "product", "en")


JAPANESE = "夫の健二が受け取ります。荷物がまだ届いていません。いつ届きますか。"


def test_people_whose_names_a_translation_rewrites_are_looked_for_in_it(services: Services) -> None:
    services.analyst.detected = FakeAnalyst("ja").detected
    services.translator.translation = "Mon mari Kenji réceptionnera le colis."
    services.analyst.named = {"ja": [], "fr": [{"text": "Kenji", "type": "PERSON", "score": 0.99}]}
    services.requests.put(samples.accepted(message={"original": JAPANESE}))
    run(STEP, services)
    assert stored(services)["personal"] == [{"kind": "NAME", "text": "Kenji"}]
    assert stored(services)["analysis"]["entities"] == []


def test_a_language_that_translate_does_not_know_is_left_to_the_rules(services: Services) -> None:
    services.analyst.detected = FakeAnalyst("eu").detected
    basque = "Kaixo, nire eskaera ez da oraindik iritsi. Non dago nire paketea?"
    services.requests.put(samples.accepted(message={"original": basque}))
    step = run(STEP, services)
    assert (services.translator.calls, services.analyst.calls) == ([], ["languages"])
    assert stored(services)["degraded"] == dict.fromkeys(
        ["translation", "sentiment", "entities", "knowledge"], "unsupported_language"
    )
    assert (step.language, step.priority) == ("eu", "MEDIUM")


@pytest.mark.parametrize("step", [STEP, FALLBACK])
def test_a_fallback_analysis_that_is_stored_is_not_paid_for_again(services: Services, step: Step) -> None:
    fallback = samples.analysed(degraded={"sentiment": "comprehend.DetectSentiment: X"})
    del fallback["analysis"]["scores"], fallback["message"]["pivot"], fallback["personal"]
    services.requests.put(fallback)
    assert run(step, services).degraded == ("sentiment",)
    assert services.translator.calls == services.analyst.calls == services.finder.calls == []
    assert stored(services) == fallback


def test_the_fallback_result_asks_nobody_and_says_what_is_missing(services: Services) -> None:
    message = {"original": "Machine cracked, leaking everywhere, unacceptable"}
    services.requests.put(samples.accepted(message=message))
    step = run(FALLBACK, services)
    item = stored(services)
    assert services.translator.calls == services.analyst.calls == services.finder.calls == []
    assert item["language"] == {
        "code": "en",
        "name": "anglais",
        "source": "assumed",
        "confidence": None,
        "reason": "unavailable",
    }
    assert "pivot" not in item["message"]
    assert "scores" not in item["analysis"]
    assert item["analysis"]["sentiment"] == "UNKNOWN"
    assert item["analysis"]["entities"] == []
    assert item["analysis"]["category"] == "product"
    assert (item["analysis"]["priority"], item["analysis"]["sla_hours"]) == ("MEDIUM", 4)
    assert "passages" not in item
    assert item["degraded"] == dict.fromkeys(MISSING, "comprehend.DetectSentiment: X")
    assert step.priority == "MEDIUM"
    assert step.degraded == MISSING


def test_the_fallback_result_guesses_a_language_by_its_words_and_misses_the_detector(
    services: Services,
) -> None:
    run(FALLBACK, services)
    item = stored(services)
    assert (item["language"]["code"], item["language"]["reason"]) == ("en", "unavailable")
    assert tuple(sorted(item["degraded"])) == MISSING
    assert "personal" not in item


def test_the_fallback_result_keeps_what_earlier_attempts_stored(services: Services) -> None:
    services.analyst.errors["entities"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    step = run(FALLBACK, services)
    assert step.degraded == ("entities",)
    assert stored(services)["language"]["source"] == "detected"
    assert stored(services)["analysis"]["priority"] == "HIGH"
    assert stored(services)["message"]["pivot"] == "Ma commande est cassée."


def test_in_the_pivot_language_no_translation_is_missed(services: Services) -> None:
    services.requests.put(FRENCH | {"declared_language": "fr"})
    run(FALLBACK, services)
    assert sorted(stored(services)["degraded"]) == ["entities", "knowledge", "sentiment"]
    assert stored(services)["message"]["pivot"] == "Ma commande est cassée."


def test_an_unknown_request_is_an_error(services: Services) -> None:
    services.requests.items.clear()
    with pytest.raises(NotFound):
        run(STEP, services)


def test_a_translation_is_stored_before_anybody_reads_it(services: Services) -> None:
    services.analyst.detected = FakeAnalyst("tr").detected
    services.requests.put(samples.accepted(message={"original": TURKISH}))
    services.analyst.errors["mood"] = [AttributeError()]
    with pytest.raises(AttributeError):
        run(STEP, services)
    assert stored(services)["message"]["pivot"] == "Ma commande est cassée."


def test_of_two_runs_at_once_the_first_to_finish_counts(services: Services) -> None:
    services.translator.meanwhile = lambda: services.requests.put(samples.analysed(timings_ms={}))
    step = run(STEP, services)
    assert stored(services) == samples.analysed(timings_ms={})
    assert step.priority == "HIGH"


def economical(services: Services, reading: Any, **item: Any) -> Services:
    """Return services of the economy profile, whose model says what it read in the message."""
    services.requests.put(samples.accepted(message={"original": MESSAGE}) | item)
    services.writer.answers = [reading]
    return replace(services, settings=replace(ANALYSIS, profile="economy"))


def test_in_economy_one_call_reads_everything_and_drafts_the_reply(services: Services) -> None:
    services = economical(services, said(language="de"), message={"original": GERMAN_MESSAGE})
    step = run(STEP, services)
    item = stored(services)
    assert services.writer.calls == ["ask"]
    assert services.translator.calls == services.analyst.calls == []
    assert item["language"]["code"] == "de"
    assert item["message"] == {"original": GERMAN_MESSAGE, "pivot": PIVOT, "pivot_language": "fr"}
    assert item["analysis"] == {
        "sentiment": "NEGATIVE",
        "scores": SCORES,
        "entities": [],
        "category": "product",
        "category_source": "model",
        "priority": "HIGH",
        "sla_hours": 1,
        "due_at": "2026-11-23T11:15:30.000Z",
    }
    assert item["draft"]["pivot_text"] == samples.REPLY
    assert item["passages"] == [PASSAGE]
    assert services.finder.calls == ["find"]
    assert item["personal"] == []
    assert item["degraded"] == {}
    assert step == replace(ANALYSED, language="de", language_name="allemand")


@pytest.mark.parametrize(("rule", "calls"), [("notifications", ["personal_data"]), ("off", [])])
def test_in_economy_personal_data_are_still_looked_for_by_comprehend(
    services: Services, rule: str, calls: list[str]
) -> None:
    services = economical(services, said())
    services = replace(services, settings=replace(services.settings, personal_data=rule))
    run(STEP, services)
    assert services.analyst.calls == calls
    assert ("personal" in stored(services)) is bool(calls)


def test_in_economy_a_message_in_the_teams_language_is_its_own_translation(services: Services) -> None:
    reading = said(language="fr", translation="", text=samples.REPLY, pivot_text="")
    services = economical(services, reading, message={"original": PIVOT})
    run(STEP, services)
    assert services.translator.calls == services.analyst.calls == []
    assert stored(services)["message"]["pivot"] == PIVOT


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"language": "xx"}, ["languages"]),
        ({"translation": MESSAGE}, ["translate"]),
        ({"scores": {}}, ["mood"]),
        ({"entities": None}, ["entities"]),
        ({"category": "shipping"}, []),
        ({"text": ""}, []),
    ],
)
def test_in_economy_what_is_not_believed_is_asked_of_its_service_alone(
    services: Services, changes: dict[str, Any], asked: list[str]
) -> None:
    services = economical(services, said(**changes))
    run(STEP, services)
    calls = services.translator.calls + services.analyst.calls
    assert [call for call in calls if call != "personal_data"] == asked
    assert stored(services)["analysis"]["category"] == "product"
    assert stored(services)["degraded"] in ({}, {"translation": "lost_number_code"})


@pytest.mark.parametrize("error", [BUSY, REFUSED, ReplyRejected("stopped_max_tokens")])
def test_in_economy_a_model_that_fails_leaves_the_request_to_the_services_at_once(
    services: Services, error: Exception
) -> None:
    services = economical(services, None, **samples.accepted())
    services.writer.errors["ask"] = [error]
    step = run(STEP, services)
    assert services.translator.calls == ["translate"]
    assert sorted(services.analyst.calls) == ["entities", "languages", "mood", "personal_data"]
    assert step == ANALYSED
    assert stored(services)["degraded"] == {}


@pytest.mark.parametrize("first", [said(language="xx"), BUSY])
def test_in_economy_a_retry_does_not_ask_the_model_again(services: Services, first: Any) -> None:
    services = economical(services, first)
    if first is BUSY:
        services.writer.errors["ask"] = [BUSY]
    services.analyst.errors["languages"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    run(STEP, services)
    assert services.writer.calls == ["ask"]
    assert services.analyst.calls.count("languages") == 2


def test_in_economy_a_category_that_is_stored_survives_a_failure(services: Services) -> None:
    services = economical(services, said(category="billing"))
    services.analyst.errors["personal_data"] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    assert "category" not in stored(services)["analysis"]
    assert run(STEP, services).category == "billing"
    assert services.writer.calls == ["ask"]


def test_in_economy_the_fallback_result_asks_nobody(services: Services) -> None:
    services = economical(services, said())
    step = run(FALLBACK, services)
    assert services.writer.calls == services.translator.calls == services.analyst.calls == []
    assert services.finder.calls == []
    assert "sentiment" in step.degraded


def test_in_quality_the_model_is_not_asked(services: Services) -> None:
    run(STEP, services)
    assert services.writer.calls == []
    assert stored(services)["draft"] == {"status": "none", "attempt": 0}


@pytest.mark.parametrize("error", [BUSY, REFUSED])
def test_in_economy_passages_that_could_not_be_found_are_looked_for_with_what_is_missing(
    services: Services, error: Exception
) -> None:
    services = economical(services, said())
    services.finder.errors["find"] = [error]
    run(STEP, services)
    assert services.writer.calls == ["ask"]
    assert services.finder.searched == [MESSAGE] * 2
    assert services.finder.ranked == [PIVOT]
    assert stored(services)["passages"] == [PASSAGE]
    assert stored(services)["degraded"] == {}


def test_in_economy_documents_that_stay_busy_repeat_the_step_and_not_the_reading(services: Services) -> None:
    services = economical(services, said())
    services.finder.errors["find"] = [BUSY, BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)
    assert "passages" not in stored(services)
    run(STEP, services)
    assert services.writer.calls == ["ask"]
    assert stored(services)["passages"] == [PASSAGE]
