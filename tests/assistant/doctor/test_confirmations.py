"""Who is told, and who only thinks so."""

import pytest

from assistant.aws.sns import Subscription
from assistant.doctor.confirmations import OPERATIONS, TEAM, check_confirmations, confirmations
from assistant.request.customer import mask
from tests.assistant.doctor_fakes import FakeSubscriptions, refused

ANA, BEN = "ana@example.com", "ben@example.com"


def mail(address: str, *, confirmed: bool = True) -> Subscription:
    return Subscription("email", address, confirmed=confirmed)


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
    findings = confirmations(topic, expected, listed, str)
    assert [each.status for each in findings] == statuses
    assert all(each.advice for each in findings if each.status != "ok")


def test_pending_and_dropped_addresses_are_named_as_they_may_be_shown() -> None:
    listed = [mail(ANA, confirmed=False)]
    plain = confirmations(TEAM, [ANA, BEN], listed, str)
    assert [each.detail.split()[0] for each in plain[:2]] == [ANA, BEN]
    masked = confirmations(TEAM, [mask(ANA), mask(BEN)], listed, mask)
    assert [each.detail.split()[0] for each in masked[:2]] == ["a…@example.com", "b…@example.com"]


def test_addresses_that_look_alike_when_masked_are_still_counted() -> None:
    expected = [mask("ana@example.com"), mask("ada@example.com")]
    findings = confirmations(TEAM, expected, [mail("ana@example.com")], mask)
    assert [each.status for each in findings] == ["warning", "ok"]


def test_before_the_first_deployment_there_is_nothing_to_confirm() -> None:
    (finding,) = check_confirmations(TEAM, "", [ANA], FakeSubscriptions({}), str)
    assert finding.status == "unknown"
    assert "not deployed" in finding.detail


def test_a_topic_that_cannot_be_asked_is_unknown() -> None:
    failing = FakeSubscriptions({"arn": refused("ListSubscriptionsByTopic", "AuthorizationError")})
    assert [each.status for each in check_confirmations(TEAM, "arn", [ANA], failing, str)] == ["unknown"]
