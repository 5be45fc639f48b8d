"""A queue that listens to both topics: what the team's and the operators' mailboxes would get."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from local.environment.clients import Clients

QUEUE = "local-inbox"
_KEPT_SECONDS = str(14 * 24 * 3600)
# What CloudFormation and CDK put around a topic's own name.
_GENERATED = re.compile(r"^support-assistant-[a-z]+-|[0-9A-F]{8}-[0-9A-F]+$")


@dataclass(frozen=True)
class Notification:
    """One message as a subscriber got it."""

    message_id: str
    topic: str
    published_at: datetime
    subject: str
    body: str
    attributes: dict[str, str]

    @classmethod
    def from_envelope(cls, envelope: dict[str, Any]) -> "Notification":
        """Read what SNS wraps a message in."""
        attributes = envelope.get("MessageAttributes", {})
        return cls(
            message_id=envelope["MessageId"],
            topic=_GENERATED.sub("", envelope["TopicArn"].rpartition(":")[2]),
            published_at=datetime.fromisoformat(envelope["Timestamp"].replace("Z", "+00:00")),
            subject=envelope.get("Subject") or "",
            body=envelope["Message"],
            attributes={name: attribute["Value"] for name, attribute in attributes.items()},
        )


def subscribe(clients: Clients, topics: Sequence[str]) -> None:
    """Make the queue and subscribe it to the topics, unless that is done already."""
    url = clients.sqs.create_queue(QueueName=QUEUE)["QueueUrl"]
    known = clients.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    arn = known["Attributes"]["QueueArn"]
    policy = {
        "Version": "2012-10-17",
        "Statement": {
            "Effect": "Allow",
            "Principal": {"Service": "sns.amazonaws.com"},
            "Action": "sqs:SendMessage",
            "Resource": arn,
            "Condition": {"ArnEquals": {"aws:SourceArn": list(topics)}},
        },
    }
    clients.sqs.set_queue_attributes(
        QueueUrl=url, Attributes={"Policy": json.dumps(policy), "MessageRetentionPeriod": _KEPT_SECONDS}
    )
    for topic in topics:
        subscribed = clients.sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
        if not any(subscription["Endpoint"] == arn for subscription in subscribed):
            clients.sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)


def collect(clients: Clients, kept: Path) -> list[Notification]:
    """Move what has arrived into the file `kept` and return everything in it, oldest first.

    A message is deleted from the queue once it is on disk, so that none is read for ever and none is lost.
    """
    url = clients.sqs.get_queue_url(QueueName=QUEUE)["QueueUrl"]
    while received := clients.sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", []):
        with kept.open("a", encoding="utf-8") as lines:
            lines.writelines(json.dumps(json.loads(message["Body"])) + "\n" for message in received)
        for message in received:
            clients.sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    lines_kept = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    notifications = {n.message_id: n for n in map(Notification.from_envelope, map(json.loads, lines_kept))}
    return sorted(notifications.values(), key=lambda notification: notification.published_at)
