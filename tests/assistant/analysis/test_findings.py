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
from tests.assistant.fakes import BUSY, REFUSED, FakeAnalyst, FakeFinder, FakeTranslator

MOOD = Mood(Sentiment.NEGATIVE, samples.SCORES)
GRACE = Found("NAME", "Grace")
EMAIL = Found("EMAIL", "grace@example.com")
MESSAGE = "Write to grace@example.com"
NAME = "Grace O'Neill"
PASSAGE: Any = samples.PASSAGE
ENTITIES: Any = [{"text": "Monday", "type": "DATE", "score": 0.97}]


def inquiry(text: str = "Hi", code: str = "en", **settings: Any) -> Any:
    """Return an inquiry of fake services, whose calls a test may look at."""
    translator, analyst = FakeTranslator("Traduit"), FakeAnalyst()
    customer: Any = {"name": NAME, "email": "grace@example.com"}
    return Inquiry(
        text, code, customer, translator, analyst, FakeFinder(PASSAGE), replace(ANALYSIS, **settings)
    )


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (samples.accepted(), Findings()),
        (samples.accepted(message={"original": "Hi", "pivot": "Salut"}), Findings(pivot="Salut")),
        (samples.accepted(analysis={"entities": []}), Findings(entities=[])),
        (samples.accepted(personal=[]), Findings(personal=[])),
        (samples.accepted(passages=[]), Findings(passages=[])),
        (samples.accepted(passages=[PASSAGE]), Findings(passages=[PASSAGE])),
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
    assert Findings(passages=[]).to_item("fr") == {"passages": [], "analysis": {}}
    assert Findings("Salut", MOOD, ENTITIES, [GRACE], [PASSAGE]).to_item("fr") == {
        "message.pivot": "Salut",
        "message.pivot_language": "fr",
        "personal": [{"kind": "NAME", "text": "Grace"}],
        "passages": [PASSAGE],
        "analysis": {"sentiment": "NEGATIVE", "scores": samples.SCORES, "entities": ENTITIES},
    }


@pytest.mark.parametrize(
    ("found", "missing"),
    [
        (Findings(), ["translation", "sentiment", "entities", "knowledge", "personal_data"]),
        (Findings(pivot="", entities=[]), ["sentiment", "knowledge", "personal_data"]),
        (Findings(passages=[]), ["translation", "sentiment", "entities", "personal_data"]),
        (Findings("Salut", MOOD, [], [], []), []),
    ],
)
def test_what_nobody_has_said_is_missing(found: Findings, missing: list[str]) -> None:
    assert found.missing("notifications") == missing


def test_all_five_are_asked_in_the_customers_language() -> None:
    asking = inquiry()
    found, errors = asking.ask(Findings())
    assert found == Findings("Traduit", asking.analyst.found, ENTITIES, [GRACE], [PASSAGE])
    assert sorted(asking.analyst.calls) == ["entities", "mood", "personal_data"]
    assert errors == []
    assert asking.translator.asked == [("Hi", "en", "fr")]
    assert asking.analyst.asked == [("Hi", "en")] * 2
    assert asking.finder.searched == ["Hi"]


def test_a_language_that_comprehend_lacks_is_read_from_the_translation() -> None:
    asking = inquiry("Merhaba", "tr")
    asking.ask(Findings(pivot=asking.translation()))
    assert asking.translator.asked == [("Merhaba", "tr", "fr")]
    assert asking.analyst.asked == [("Traduit", "fr")] * 2


def test_what_is_known_is_not_asked_again() -> None:
    asking, known = inquiry(MESSAGE), Findings("Salut", MOOD, [], [GRACE], [])
    assert asking.ask(known) == (known, [])
    assert asking.translator.calls == asking.analyst.calls == asking.finder.calls == []


@pytest.mark.parametrize(
    ("service", "call", "missing"),
    [
        ("translator", "translate", ["translation"]),
        ("analyst", "mood", ["sentiment"]),
        ("analyst", "entities", ["entities"]),
        ("analyst", "personal_data", ["personal_data"]),
        ("finder", "find", ["knowledge"]),
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
    asked, answered = Findings("Salut", None, [], None, []), Findings("Salut", MOOD, [], [], [])
    assert asking.ask(asked) == (answered, [])


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


def test_passages_are_searched_for_while_translate_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    both = threading.Barrier(2, timeout=10)

    def meeting(answer: Any) -> Any:
        both.wait()
        return answer

    asking = inquiry()
    monkeypatch.setattr(asking.translator, "translate", lambda *_: meeting("Traduit"))
    monkeypatch.setattr(asking.finder, "find", lambda *_: meeting([PASSAGE]))
    found, errors = asking.ask(Findings())
    assert (found.pivot, found.passages, errors) == ("Traduit", [PASSAGE], [])


@pytest.mark.parametrize(
    ("code", "known", "ranked"),
    [
        ("en", Findings(), "Traduit"),
        ("en", Findings(pivot="Sa\x00lut"), "Salut"),
        ("fr", Findings(pivot="Hi"), "Hi"),
        ("fr", Findings(pivot=""), ""),
    ],
)
def test_passages_are_ranked_by_the_words_of_the_translation(code: str, known: Findings, ranked: str) -> None:
    asking = inquiry("Hi", code)
    asking.ask(known)
    assert (asking.finder.searched, asking.finder.ranked) == (["Hi"], [ranked])


LETTER = "I am Grace O'Neill, write to zoe@example.com."


@pytest.mark.parametrize(
    ("rule", "known", "searched"),
    [
        ("off", None, LETTER),
        ("notifications", None, LETTER),
        ("notifications", [GRACE], LETTER),
        ("all", None, "I am [NAME], write to [EMAIL]."),
        ("all", [], "I am [NAME], write to zoe@example.com."),
        ("all", [Found("EMAIL", "zoe@example.com")], "I am [NAME], write to [EMAIL]."),
    ],
)
def test_no_model_reads_personal_data_to_find_passages_where_all_is_masked(
    rule: str, known: list[Found] | None, searched: str
) -> None:
    asking = inquiry(LETTER, personal_data=rule)
    asking.ask(Findings(personal=known))
    assert asking.finder.searched == [searched]


def test_neither_does_one_where_people_are_known_as_entities_alone() -> None:
    """What a reply's writer does not read is masked here, too: German names are found by no detector."""
    german = "Mein Mann Jürgen Groß holt das Paket ab."
    asking = inquiry(german, "de", personal_data="all")
    asking.analyst.named["de"] = [{"text": "Jürgen Groß", "type": "PERSON", "score": 0.99}]
    asking.ask(Findings())
    assert asking.finder.searched == ["Mein Mann [NAME] holt das Paket ab."]


@pytest.mark.parametrize("error", [BUSY, REFUSED])
def test_a_text_that_could_not_be_masked_is_not_searched_for(error: ServiceBusy | ServiceRefused) -> None:
    asking = inquiry(LETTER, personal_data="all")
    asking.analyst.errors["personal_data"] = [error]
    found, errors = asking.ask(Findings())
    assert asking.finder.searched == []
    assert found.missing("all") == ["knowledge", "personal_data"]
    assert set(errors) == {error}


@pytest.mark.parametrize(
    ("service", "call", "busy"),
    [
        ("finder", "find", ("translator", "translate")),
        ("finder", "find", ("analyst", "mood")),
        ("finder", "find", ("analyst", "personal_data")),
        ("translator", "translate", ("finder", "find")),
        ("analyst", "entities", ("finder", "find")),
    ],
)
def test_of_several_errors_one_that_is_busy_comes_first(
    service: str, call: str, busy: tuple[str, str]
) -> None:
    asking = inquiry()
    getattr(asking, service).errors[call] = [REFUSED]
    getattr(asking, busy[0]).errors[busy[1]] = [BUSY]
    _, errors = asking.ask(Findings())
    assert errors[0] is BUSY
    assert REFUSED in errors
