"""All checks together."""

from typing import Any

from assistant.doctor.checkup import Patient, examine
from assistant.doctor.demands import Rate
from tests.assistant.doctor_fakes import (
    HAIKU,
    NOVA,
    NOW,
    FakeCatalog,
    FakeProbe,
    FakeQuotas,
    FakeSubscriptions,
    FakeVoices,
    instruments,
    refused,
)

PATIENT = Patient(
    models=[HAIKU, NOVA],
    voice_engine="neural",
    rate=Rate(per_second=5, burst=10, answer_seconds=10, personal_data=True),
    topics={"team": "team", "operations": "operations"},
    addresses={"team": ["team@example.com"], "operations": ["ops@example.com"]},
)


def statuses(**changes: Any) -> set[str]:
    return {each.status for each in examine(PATIENT, instruments(**changes), NOW, str)}


def test_with_everything_in_order_each_subject_was_looked_at() -> None:
    findings = examine(PATIENT, instruments(), NOW, str)
    assert {each.status for each in findings} == {"ok"}
    assert {each.check for each in findings} == {"model", "profile", "answer", "voice", "e-mail", "quota"}


def test_where_nothing_may_be_asked_nothing_is_known_and_nothing_raised() -> None:
    denied = refused("Anything")
    blind = instruments(
        catalog=FakeCatalog({"anthropic.claude-haiku-5-5": denied, NOVA: denied}, denied),
        probe=FakeProbe(),
        voices=FakeVoices(denied),
        subscriptions=FakeSubscriptions({"team": denied, "operations": denied}),
        quotas=FakeQuotas(dict.fromkeys(("polly", "translate", "comprehend", "lambda", "states"), denied)),
    )
    findings = examine(PATIENT, blind, NOW, str)
    assert {each.status for each in findings if each.check != "answer"} == {"unknown"}


def test_one_fault_is_found_among_the_rest() -> None:
    assert statuses(probe=FakeProbe({HAIKU: refused("Converse")})) == {"ok", "problem"}
