"""Every week: a report if anything is wrong, and silence if nothing is."""

import json
from typing import Any

import pytest

from assistant.aws.account import Subscription
from assistant.doctor.handler import Services, run
from assistant.errors import ServiceRefused
from tests.assistant.conftest import Log
from tests.assistant.doctor.test_checkup import PATIENT
from tests.assistant.doctor_fakes import (
    HAIKU,
    NOW,
    FakeOperations,
    FakeProbe,
    FakeSubscriptions,
    FakeVoices,
    busy,
    instruments,
    refused,
)

PENDING = {
    "team": [Subscription("email", "team@example.com", confirmed=False)],
    "operations": [Subscription("email", "ops@example.com", confirmed=True)],
}


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.clock.now", lambda: NOW)


def left() -> int:
    return 300_000


def services(**changes: Any) -> tuple[Services, FakeOperations]:
    told = FakeOperations()
    masked = {"team": ["t…@example.com"], "operations": ["o…@example.com"]}
    patient = type(PATIENT)(**(vars(PATIENT) | {"addresses": masked}))
    return Services("test", patient, instruments(**changes), told), told


def test_nothing_is_published_when_all_is_in_order() -> None:
    made, told = services()
    counts = run(made, left)
    assert told.published == []
    assert counts["ok"] > 0
    assert (counts["problem"], counts["warning"], counts["unknown"]) == (0, 0, 0)


def test_what_could_not_be_checked_alone_disturbs_nobody() -> None:
    made, told = services(voices=FakeVoices(busy("DescribeVoices")))
    assert run(made, left)["unknown"] == 1
    assert told.published == []


def test_a_problem_is_published_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    made, told = services(probe=FakeProbe({HAIKU: refused("Converse")}))
    assert run(made, left)["problem"] == 1
    (notification,) = told.published
    subject, text = notification.subject, notification.text
    assert subject == "[test] Doctor: 1 problem, 0 warnings"
    assert f"PROBLEM: answer {HAIKU}" in text
    assert "first-use form" in text
    metrics = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [metric["DoctorProblems"] for metric in metrics if "DoctorProblems" in metric] == [[1.0]]


def test_no_address_is_shown_in_the_report_or_the_log(log: Log) -> None:
    made, told = services(subscriptions=FakeSubscriptions(PENDING))
    assert run(made, left)["warning"] == 1
    text = told.published[0].text
    assert "t…@example.com has not confirmed" in text
    assert "team@example.com" not in text
    assert "@example.com" not in log.text


def test_the_log_says_what_was_checked(log: Log) -> None:
    made, _ = services()
    run(made, left)
    checked = [line for line in log.lines if line["message"] == "checked"]
    assert {line["check"] for line in checked} >= {
        "model",
        "answer",
        "call",
        "drift",
        "voice",
        "e-mail",
        "quota",
        "documents",
    }
    assert {line["status"] for line in checked} == {"ok"}


def test_a_report_that_cannot_be_published_is_an_error() -> None:
    made, told = services(probe=FakeProbe({HAIKU: refused("Converse")}))
    told.error = refused("Publish", "AuthorizationError")
    with pytest.raises(ServiceRefused):
        run(made, left)
