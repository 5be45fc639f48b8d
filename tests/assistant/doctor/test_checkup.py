"""All checks together, and those of voices and subscriptions."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assistant.aws.account import Subscription
from assistant.doctor.checkup import OPERATIONS, TEAM, Patient, check_confirmations, check_voices, examine
from assistant.doctor.demands import Rate
from assistant.doctor.finding import Finding
from assistant.doctor.sample import Sample
from assistant.request.customer import mask
from tests.assistant.doctor_fakes import (
    HAIKU,
    NOVA,
    NOW,
    FakeCatalog,
    FakeDrift,
    FakeProbe,
    FakeQuotas,
    FakeSubscriptions,
    FakeVoices,
    busy,
    every_voice,
    indexed_documents,
    instruments,
    refused,
)

PATIENT = Patient(
    sample=Sample(
        company="Maison Exemple",
        pivot_language="fr",
        writers=(HAIKU, NOVA),
        reviewers=(NOVA, HAIKU),
        profile="quality",
    ),
    voice_engine="neural",
    speech="always",
    rate=Rate(per_second=5, burst=10, per_day=2000, answer_seconds=10, personal_data=True),
    topics={"team": "team", "operations": "operations"},
    addresses={"team": ["team@example.com"], "operations": ["ops@example.com"]},
    stack="stack",
)


def left() -> float:
    return 60


def statuses(**changes: Any) -> set[str]:
    return {each.status for each in examine(PATIENT, instruments(**changes), NOW, str, left)}


def test_with_everything_in_order_each_subject_was_looked_at() -> None:
    findings = examine(PATIENT, instruments(), NOW, str, left)
    assert {each.status for each in findings} == {"ok"}
    assert {each.check for each in findings} == {
        "model",
        "profile",
        "answer",
        "call",
        "drift",
        "voice",
        "e-mail",
        "quota",
        "documents",
    }


def test_where_nothing_may_be_asked_nothing_is_known_and_nothing_raised() -> None:
    denied = refused("Anything")
    closed: Any = indexed_documents()
    closed.embedder.errors["embed"] = [denied]
    closed.index.errors["dimensions"] = [denied]
    blind = instruments(
        documents=closed,
        catalog=FakeCatalog({"anthropic.claude-haiku-5-5": denied, NOVA: denied}, denied),
        probe=FakeProbe(),
        voices=FakeVoices(denied),
        drift=FakeDrift(error=denied),
        subscriptions=FakeSubscriptions({"team": denied, "operations": denied}),
        quotas=FakeQuotas(dict.fromkeys(("polly", "translate", "comprehend", "lambda", "states"), denied)),
    )
    findings = examine(PATIENT, blind, NOW, str, left)
    # Whether the embedding model answers is a call, too.
    called = [each for each in findings if each.subject == closed.embedder.model]
    assert [each.status for each in called] == ["problem"]
    rest = [each for each in findings if each not in called and each.check not in ("answer", "call")]
    assert {each.status for each in rest} == {"unknown"}
    assert "index" in {each.subject for each in rest}


def test_one_fault_is_found_among_the_rest() -> None:
    assert statuses(probe=FakeProbe({HAIKU: refused("Converse")})) == {"ok", "problem"}


def test_all_voices_make_one_finding() -> None:
    (finding,) = check_voices("neural", FakeVoices())
    assert finding.status == "ok"


def test_a_voice_that_is_not_offered_names_the_languages_that_lose_it() -> None:
    offered = every_voice()
    del offered["Lea"]
    missing, rest = check_voices("neural", FakeVoices(offered))
    assert (missing.status, missing.subject) == ("warning", "Lea (neural)")
    assert "fr" in missing.detail
    assert missing.advice
    assert rest.status == "ok"


def test_a_voice_without_the_engine_is_missing_too() -> None:
    offered = every_voice()
    offered["Lea"] = replace(offered["Lea"], engines=frozenset({"standard"}))
    assert check_voices("neural", FakeVoices(offered))[0].subject == "Lea (neural)"


def test_a_list_that_cannot_be_read_is_unknown() -> None:
    (finding,) = check_voices("neural", FakeVoices(busy("DescribeVoices")))
    assert finding.status == "unknown"


ANA, BEN = "ana@example.com", "ben@example.com"


def mail(address: str, *, confirmed: bool = True) -> Subscription:
    return Subscription("email", address, confirmed=confirmed)


def subscribed(
    topic: str, expected: list[str], listed: list[Subscription], show: Callable[[str], str] = str
) -> list[Finding]:
    return check_confirmations(topic, "arn", expected, FakeSubscriptions({"arn": listed}), show)


@pytest.mark.parametrize(
    ("topic", "expected", "listed", "statuses"),
    [
        (TEAM, [ANA, BEN], [mail(ANA), mail(BEN)], ["ok"]),
        (TEAM, [], [], ["ok"]),
        (TEAM, [ANA, BEN], [mail(ANA), mail(BEN, confirmed=False)], ["warning", "ok"]),
        (TEAM, [ANA, BEN], [mail(ANA)], ["warning", "ok"]),
        (OPERATIONS, [ANA], [mail(ANA)], ["ok"]),
        (OPERATIONS, [ANA], [mail(ANA, confirmed=False)], ["warning", "problem", "ok"]),
        (OPERATIONS, [ANA], [], ["warning", "problem", "ok"]),
        (OPERATIONS, [], [Subscription("sqs", "arn:aws:sqs:::q", confirmed=True)], ["ok"]),
    ],
)
def test_a_topic_is_judged_by_who_has_confirmed(
    topic: str, expected: list[str], listed: list[Subscription], statuses: list[str]
) -> None:
    findings = subscribed(topic, expected, listed)
    assert [each.status for each in findings] == statuses
    assert all(each.advice for each in findings if each.status != "ok")


def test_pending_and_dropped_addresses_are_named_as_they_may_be_shown() -> None:
    listed = [mail(ANA, confirmed=False)]
    plain = subscribed(TEAM, [ANA, BEN], listed)
    assert [each.detail.split()[0] for each in plain[:2]] == [ANA, BEN]
    masked = subscribed(TEAM, [mask(ANA), mask(BEN)], listed, mask)
    assert [each.detail.split()[0] for each in masked[:2]] == ["a…@example.com", "b…@example.com"]


def test_addresses_that_look_alike_when_masked_are_still_counted() -> None:
    expected = [mask("ana@example.com"), mask("ada@example.com")]
    findings = subscribed(TEAM, expected, [mail("ana@example.com")], mask)
    assert [each.status for each in findings] == ["warning", "ok"]


def test_before_the_first_deployment_there_is_nothing_to_confirm() -> None:
    (finding,) = check_confirmations(TEAM, "", [ANA], FakeSubscriptions({}), str)
    assert finding.status == "unknown"
    assert "not deployed" in finding.detail


def test_a_topic_that_cannot_be_asked_is_unknown() -> None:
    failing = FakeSubscriptions({"arn": refused("ListSubscriptionsByTopic", "AuthorizationError")})
    assert [each.status for each in check_confirmations(TEAM, "arn", [ANA], failing, str)] == ["unknown"]
