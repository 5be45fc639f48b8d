"""What translation and analysis found about a message."""

import threading
from dataclasses import replace
from typing import Any

import pytest

from assistant.analysis import findings
from assistant.analysis.analyst import Mood
from assistant.analysis.findings import Findings, Inquiry
from assistant.errors import ServiceBusy, ServiceRefused
from assistant.privacy.personal_data import Found
from assistant.request.priority import Sentiment
from tests.assistant import samples
from tests.assistant.configured import ANALYSIS
from tests.assistant.fakes import BUSY, REFUSED, FakeAnalyst, FakeTranslator

MOOD = Mood(Sentiment.NEGATIVE, samples.SCORES)
GRACE = Found("NAME", "Grace")
EMAIL = Found("EMAIL", "grace@example.com")
MESSAGE = "Write to grace@example.com"
NAME = "Grace O'Neill"
ENTITIES: Any = [{"text": "Monday", "type": "DATE", "score": 0.97}]


def inquiry(text: str = "Hi", code: str = "en", **settings: Any) -> Any:
    """Return an inquiry of fake services, whose calls a test may look at."""
    translator, analyst = FakeTranslator("Traduit"), FakeAnalyst()
    return Inquiry(text, code, NAME, translator, analyst, replace(ANALYSIS, **settings))


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (samples.accepted(), Findings()),
        (samples.accepted(message={"original": "Hi", "pivot": "Salut"}), Findings(pivot="Salut")),
        (samples.accepted(analysis={"entities": []}), Findings(entities=[])),
        (samples.accepted(personal=[]), Findings(personal=[])),
        (samples.accepted(personal=[{"kind": "NAME", "text": "Grace"}]), Findings(personal=[GRACE])),
        (
            samples.accepted(analysis={"sentiment": "NEGATIVE", "scores": samples.SCORES}),
            Findings(mood=MOOD),
        ),
        (samples.accepted(analysis={"sentiment": "UNKNOWN", "entities": []}), Findings(entities=[])),
    ],
)
def test_what_an_earlier_attempt_found_is_read_back(item: Any, found: Findings) -> None:
    assert Findings.from_item(item) == found


def test_findings_are_stored_by_path_and_only_what_is_known() -> None:
    assert Findings().to_item("fr") == {"analysis": {}}
    assert Findings("Salut", MOOD, ENTITIES, [GRACE]).to_item("fr") == {
        "message.pivot": "Salut",
        "message.pivot_language": "fr",
        "personal": [{"kind": "NAME", "text": "Grace"}],
        "analysis": {"sentiment": "NEGATIVE", "scores": samples.SCORES, "entities": ENTITIES},
    }


@pytest.mark.parametrize(
    ("found", "missing"),
    [
        (Findings(), ["translation", "sentiment", "entities", "personal_data"]),
        (Findings(pivot="", entities=[]), ["sentiment", "personal_data"]),
        (Findings("Salut", MOOD, [], []), []),
    ],
)
def test_what_nobody_has_said_is_missing(found: Findings, missing: list[str]) -> None:
    assert found.missing("notifications") == missing


def test_all_four_are_asked_in_the_customers_language() -> None:
    asking = inquiry()
    found, errors = asking.ask(Findings())
    assert found == Findings("Traduit", asking.analyst.found, ENTITIES, [GRACE])
    assert sorted(asking.analyst.calls) == ["entities", "mood", "personal_data"]
    assert errors == []
    assert asking.translator.asked == [("Hi", "en", "fr")]
    assert asking.analyst.asked == [("Hi", "en")] * 2


def test_a_language_that_comprehend_lacks_is_read_from_the_translation() -> None:
    asking = inquiry("Merhaba", "tr")
    asking.ask(Findings(pivot=asking.translation()))
    assert asking.translator.asked == [("Merhaba", "tr", "fr")]
    assert asking.analyst.asked == [("Traduit", "fr")] * 2


def test_what_is_known_is_not_asked_again() -> None:
    asking, known = inquiry(MESSAGE), Findings("Salut", MOOD, [], [GRACE])
    assert asking.ask(known) == (known, [])
    assert asking.translator.calls == asking.analyst.calls == []


@pytest.mark.parametrize(
    ("service", "call", "missing"),
    [
        ("translator", "translate", ["translation"]),
        ("analyst", "mood", ["sentiment"]),
        ("analyst", "entities", ["entities"]),
        ("analyst", "personal_data", ["personal_data"]),
    ],
)
@pytest.mark.parametrize("error", [BUSY, REFUSED])
def test_one_that_fails_does_not_spoil_the_others(
    service: str, call: str, missing: list[str], error: ServiceBusy | ServiceRefused
) -> None:
    asking = inquiry()
    getattr(asking, service).errors[call] = [error]
    found, errors = asking.ask(Findings())
    assert found.missing("notifications") == missing
    assert errors == [error]


def test_a_defect_is_not_taken_for_a_failing_service() -> None:
    asking = inquiry()
    asking.analyst.errors["mood"] = [AttributeError()]
    with pytest.raises(AttributeError):
        asking.ask(Findings())


@pytest.mark.parametrize(("code", "found"), [("en", [GRACE, EMAIL]), ("de", [EMAIL])])
def test_patterns_add_to_the_detector_and_stand_for_it_where_it_is_silent(
    code: str, found: list[Found]
) -> None:
    asking = inquiry(MESSAGE, code)
    answered, _ = asking.ask(Findings())
    assert answered.personal == found
    assert ("personal_data" in asking.analyst.calls) is (code == "en")


def test_patterns_are_searched_while_a_service_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    both = threading.Barrier(2, timeout=10)

    def meeting(answer: Any) -> Any:
        both.wait()
        return answer

    asking = inquiry(MESSAGE, "de")
    monkeypatch.setattr(findings, "patterns", lambda *_: meeting([]))
    asking.analyst.mood = lambda *_: meeting(MOOD)
    assert asking.ask(Findings("Salut", None, [], None)) == (Findings("Salut", MOOD, [], []), [])


@pytest.mark.parametrize(
    ("known", "code", "rule", "found"),
    [
        (None, "de", "all", [EMAIL]),
        (None, "en", "all", None),
        (None, "de", "off", None),
        ([GRACE], "de", "all", [GRACE]),
    ],
)
def test_without_a_service_patterns_are_searched_where_no_detector_is_needed(
    known: list[Found] | None, code: str, rule: str, found: list[Found] | None
) -> None:
    assert inquiry(MESSAGE, code, personal_data=rule).search(Findings(personal=known)).personal == found


ANSWERED = Findings(
    "Je suis là. Tél. 06.12.34.56.78, jeanne (at) example.com",
    MOOD,
    [
        {"text": "Grace", "type": "PERSON", "score": 0.99},
        {"text": "Paris", "type": "LOCATION", "score": 0.9},
        {"text": "Monday", "type": "DATE", "score": 0.97},
    ],
    [EMAIL],
)


def test_the_translations_forms_and_named_people_are_personal_too() -> None:
    assert inquiry(MESSAGE).search_answers(ANSWERED).personal == [
        EMAIL,
        Found("EMAIL", "jeanne (at) example.com"),
        GRACE,
    ]


def test_a_message_that_nobody_searched_stays_unsearched() -> None:
    unsearched = replace(ANSWERED, personal=None)
    assert inquiry(MESSAGE).search_answers(unsearched) == unsearched
