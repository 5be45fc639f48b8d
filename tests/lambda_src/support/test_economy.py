"""The economy profile: one call that reads a message and drafts the reply."""

import json
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from support import economy
from support.domain.step import Step
from support.errors import Erased, ReplyRejected
from tests.lambda_src import samples
from tests.lambda_src.configured import ANALYSIS, VOUCHER
from tests.lambda_src.conftest import Log
from tests.lambda_src.fakes import BUSY, REFUSED, FakeTable, FakeWriter
from tests.lambda_src.support.domain.test_reading import MESSAGE, PIVOT, SCORES, said

STEP = Step(samples.REQUEST_ID)
ECONOMY = replace(ANALYSIS, profile="economy")


@pytest.fixture
def services(table: FakeTable) -> Any:
    table.put(samples.accepted(message={"original": MESSAGE}))
    writer = FakeWriter()
    writer.readings = [said()]
    return SimpleNamespace(requests=table, writer=writer, settings=ECONOMY)


def read(services: Any, text: str = MESSAGE, **changes: Any) -> Any:
    item = services.requests.items[samples.REQUEST_ID]
    services.requests.put(item | {"message": {"original": text}} | changes)
    read = economy.read(services.requests.items[samples.REQUEST_ID], text, services)
    assert read == services.requests.items[samples.REQUEST_ID]
    return read


def fallbacks(capsys: pytest.CaptureFixture[str]) -> list[str]:
    metrics = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [metric["reason"] for metric in metrics if "EconomyFellBack" in metric]


@pytest.mark.parametrize(
    ("changes", "profile", "step", "due"),
    [
        ({}, "economy", STEP, True),
        ({}, "quality", STEP, False),
        ({}, "economy", replace(STEP, lesser=True, reason="X"), False),
        ({"language": {"code": "en"}}, "economy", STEP, False),
        ({"draft": {}}, "economy", STEP, False),
    ],
)
def test_the_model_is_asked_once_and_first(
    changes: dict[str, Any], profile: str, step: Step, due: bool
) -> None:
    settings = replace(ANALYSIS, profile=profile)
    assert economy.is_due(samples.accepted(**changes), step, settings) is due


def test_everything_that_is_believed_is_stored_in_one_write(
    services: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    item = read(services)
    assert services.requests.calls == ["update"]
    assert item["language"] == {"code": "en", "name": "anglais", "source": "detected", "confidence": 0.98}
    assert item["message"] == {"original": MESSAGE, "pivot": PIVOT, "pivot_language": "fr"}
    assert item["analysis"] == {
        "sentiment": "NEGATIVE",
        "scores": SCORES,
        "entities": [{"text": "Monday", "type": "DATE", "score": 0.97}],
    }
    assert item["draft"] == {
        "text": "Hello Grace, we look at it.",
        "language": "en",
        "pivot_text": samples.REPLY,
        "category": "product",
        "model": "some.model",
    }
    assert fallbacks(capsys) == []


def test_the_model_is_told_what_the_environment_chose(services: Any) -> None:
    read(services, declared_language="pt-PT")
    (order,) = services.writer.read_orders
    assert (order.company, order.pivot_language, order.in_pivot) == ("Maison Exemple", "fr", False)
    assert (order.customer_name, order.message, order.declared) == ("Grace O'Neill", MESSAGE, "pt-PT")
    assert order.gestures == {"HIGH": [VOUCHER]}


def test_a_team_that_answers_in_its_own_language_says_so(services: Any) -> None:
    services.settings = replace(ECONOMY, reply_language="pivot")
    read(services)
    (order,) = services.writer.read_orders
    assert (order.in_pivot, order.declared) == (True, None)


@pytest.mark.parametrize("error", [BUSY, REFUSED, ReplyRejected("stopped_refusal")])
def test_a_model_that_fails_is_remembered_and_told_of(
    services: Any, capsys: pytest.CaptureFixture[str], log: Log, error: Exception
) -> None:
    services.writer.errors["read"] = [error]
    item = read(services)
    assert item == samples.accepted(message={"original": MESSAGE}, draft={})
    assert fallbacks(capsys) == [str(error)]
    assert log.lines[0]["reason"] == str(error)
    assert not economy.is_due(item, STEP, ECONOMY)


def test_parts_that_are_not_believed_are_left_out_and_told_of(
    services: Any, capsys: pytest.CaptureFixture[str], log: Log
) -> None:
    services.writer.readings = [said(translation=MESSAGE, entities=None)]
    item = read(services)
    assert "pivot" not in item["message"]
    assert sorted(item["analysis"]) == ["scores", "sentiment"]
    assert fallbacks(capsys) == ["not_believed_translation_entities"]
    assert "machine" not in log.text


@pytest.mark.parametrize(
    ("text", "code", "confidence"),
    [(MESSAGE, "xx", 0.9), ("OK 4471", "en", 0.9), ("Zxq vbn wrt plk mno jhg dfs", "nl", 0.2)],
    ids=["unknown code", "too short", "unsure"],
)
def test_a_language_that_the_rules_do_not_take_for_known_is_left_to_others(
    services: Any, text: str, code: str, confidence: float
) -> None:
    services.writer.readings = [said(language=code, confidence=confidence)]
    item = read(services, text)
    assert "draft" in item
    assert "language" not in item
    assert item["degraded"] == {}


def test_the_text_wins_over_what_the_model_says(services: Any) -> None:
    german = "Guten Tag, meine Bestellung ist immer noch nicht angekommen. Wo ist das Paket?"
    services.writer.readings = [said(language="nl", confidence=0.5)]
    item = read(services, german)
    assert item["language"]["code"] == "de"
    assert item["draft"]["language"] == "nl"


def test_of_two_runs_at_once_the_first_reading_counts(services: Any) -> None:
    first = samples.accepted(message={"original": MESSAGE}, draft={"model": "first"})
    services.writer.meanwhile = lambda: services.requests.put(first)
    assert read(services)["draft"] == {"model": "first"}


def test_an_erased_request_takes_no_reading(services: Any) -> None:
    erased = {"pk": samples.REQUEST_ID, "status": "erased"}
    services.writer.meanwhile = lambda: services.requests.put(erased)
    with pytest.raises(Erased):
        read(services)
    assert services.requests.items[samples.REQUEST_ID] == erased
