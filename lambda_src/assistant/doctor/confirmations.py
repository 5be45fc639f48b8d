"""The e-mail addresses of both topics: only who has confirmed is told anything."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from assistant.aws.sns import Subscription, Subscriptions
from assistant.errors import ServiceError

from .finding import Finding, not_checked

OPERATIONS: Final = "operations"
TEAM: Final = "team"


def check_confirmations(
    topic: str,
    arn: str,
    expected: Sequence[str],
    subscriptions: Subscriptions,
    show: Callable[[str], str],
) -> list[Finding]:
    """Check one topic; without an ARN it is not deployed yet.

    `expected` are the configured addresses as `show` returns them, so that masked ones compare too.
    """
    if not arn:
        return [Finding("e-mail", topic, "unknown", "no topic: not deployed yet", "Deploy, and repeat this.")]
    try:
        return confirmations(topic, expected, subscriptions.of(arn), show)
    except ServiceError as error:
        return [not_checked("e-mail", topic, error)]


def confirmations(
    topic: str, expected: Sequence[str], listed: Sequence[Subscription], show: Callable[[str], str]
) -> list[Finding]:
    """Return what the subscriptions of a topic mean for those who are to be told."""
    mails = [each for each in listed if each.protocol == "email"]
    confirmed = Counter(show(each.endpoint) for each in mails if each.confirmed)
    pending = Counter(show(each.endpoint) for each in mails if not each.confirmed)
    gone = Counter(expected) - confirmed - pending
    findings = [
        Finding(
            "e-mail",
            topic,
            "warning",
            f"{address} has not confirmed and gets nothing",
            "Confirm with the link in AWS's message, within two days of it.",
        )
        for address in pending.elements()
    ]
    findings += [
        Finding(
            "e-mail",
            topic,
            "warning",
            f"{address} is configured and not subscribed: AWS drops what nobody confirms",
            "Take it out of the environment file, deploy, put it back, deploy, and confirm in time.",
        )
        for address in gone.elements()
    ]
    if topic == OPERATIONS and not any(each.confirmed for each in listed):
        advice = "Confirm at least one address: alarms and this report reach nobody."
        findings.append(Finding("e-mail", topic, "problem", "nobody has confirmed", advice))
    total = confirmed.total()
    return [*findings, Finding("e-mail", topic, "ok", f"confirmed addresses: {total}")]
