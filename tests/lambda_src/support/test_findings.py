"""What translation and analysis found about a message."""

from types import SimpleNamespace
from typing import Any

import pytest

from support import findings
from support.aws.comprehend import Mood
from support.domain.priority import Sentiment
from support.errors import ServiceBusy, ServiceRefused
from support.findings import Findings
from tests.lambda_src import samples
from tests.lambda_src.configured import ANALYSIS
from tests.lambda_src.fakes import BUSY, REFUSED, FakeAnalyst, FakeTranslator

MOOD = Mood(Sentiment.NEGATIVE, samples.SCORES)
ENTITIES: Any = [{"text": "Monday", "type": "DATE", "score": 0.97}]


@pytest.fixture
def services() -> Any:
    return SimpleNamespace(translator=FakeTranslator("Traduit"), analyst=FakeAnalyst(), settings=ANALYSIS)


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (samples.accepted(), Findings()),
        (samples.accepted(message={"original": "Hi", "pivot": "Salut"}), Findings(pivot="Salut")),
        (samples.accepted(analysis={"entities": []}), Findings(entities=[])),
        (
            samples.accepted(analysis={"sentiment": "NEGATIVE", "scores": samples.SCORES}),
            Findings(mood=MOOD),
        ),
        (samples.accepted(analysis={"sentiment": "UNKNOWN", "entities": []}), Findings(entities=[])),
    ],
)
def test_what_an_earlier_attempt_found_is_read_back(item: Any, found: Findings) -> None:
    assert Findings.stored(item) == found


def test_findings_are_stored_by_path_and_only_what_is_known() -> None:
    assert Findings().to_store("fr") == {"analysis": {}}
    assert Findings("Salut", MOOD, ENTITIES).to_store("fr") == {
        "message.pivot": "Salut",
        "message.pivot_language": "fr",
        "analysis": {"sentiment": "NEGATIVE", "scores": samples.SCORES, "entities": ENTITIES},
    }


@pytest.mark.parametrize(
    ("found", "missing"),
    [
        (Findings(), ["translation", "sentiment", "entities"]),
        (Findings(pivot="", entities=[]), ["sentiment"]),
        (Findings("Salut", MOOD, []), []),
    ],
)
def test_what_nobody_has_said_is_missing(found: Findings, missing: list[str]) -> None:
    assert found.missing == missing


def test_all_three_are_asked_in_the_customers_language(services: Any) -> None:
    found, errors = findings.ask(Findings(), "Hi", "en", services)
    assert found == Findings("Traduit", services.analyst.found, ENTITIES)
    assert errors == []
    assert services.translator.asked == [("Hi", "en", "fr")]
    assert services.analyst.asked == [("Hi", "en")] * 2


def test_a_language_that_comprehend_lacks_is_read_from_the_translation(services: Any) -> None:
    found = findings.translate_first(Findings(), "Merhaba", "tr", services)
    assert found == Findings(pivot="Traduit")
    findings.ask(found, "Merhaba", "tr", services)
    assert services.translator.asked == [("Merhaba", "tr", "fr")]
    assert services.analyst.asked == [("Traduit", "fr")] * 2


def test_what_is_known_is_not_asked_again(services: Any) -> None:
    known = Findings("Salut", MOOD, [])
    assert findings.ask(known, "Hi", "en", services) == (known, [])
    assert services.translator.calls == services.analyst.calls == []


@pytest.mark.parametrize(
    ("service", "call", "missing"),
    [
        ("translator", "translate", ["translation"]),
        ("analyst", "mood", ["sentiment"]),
        ("analyst", "entities", ["entities"]),
    ],
)
@pytest.mark.parametrize("error", [BUSY, REFUSED])
def test_one_that_fails_does_not_spoil_the_others(
    services: Any, service: str, call: str, missing: list[str], error: ServiceBusy | ServiceRefused
) -> None:
    getattr(services, service).errors[call] = [error]
    found, errors = findings.ask(Findings(), "Hi", "en", services)
    assert found.missing == missing
    assert errors == [error]


def test_a_defect_is_not_taken_for_a_failing_service(services: Any) -> None:
    services.analyst.errors["mood"] = [AttributeError()]
    with pytest.raises(AttributeError):
        findings.ask(Findings(), "Hi", "en", services)
