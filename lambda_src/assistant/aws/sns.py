"""Amazon SNS: telling a topic, and who listens to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from .client import Connection, Count, config

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient


MAX_SUBJECT_CHARACTERS: Final = 99
"""SNS takes subjects of fewer than 100 characters, on one line."""


@dataclass(frozen=True)
class Notification:
    """One message to a topic; the attributes are what subscriptions filter by."""

    subject: str
    text: str
    attributes: Mapping[str, str] = field(default_factory=dict)


class Topic:
    """Publishes to one topic."""

    def __init__(self, arn: str, count: Count | None = None, client: "SNSClient | None" = None) -> None:
        self._arn = arn
        self._sns = Connection("sns", config(5), count=count, client=client)

    def publish(self, notification: Notification) -> None:
        """Publish one notification."""
        with self._sns.calling("Publish") as client:
            client.publish(
                TopicArn=self._arn,
                Subject=notification.subject,
                Message=notification.text,
                MessageAttributes={
                    name: {"DataType": "String", "StringValue": value}
                    for name, value in notification.attributes.items()
                },
            )


@dataclass(frozen=True)
class Subscription:
    """One subscription of a topic."""

    protocol: str
    endpoint: str
    confirmed: bool


class Subscriptions:
    """Lists the subscriptions of a topic."""

    def __init__(self, client: "SNSClient | None" = None) -> None:
        self._sns = Connection("sns", config(10), client=client)

    def of(self, topic_arn: str) -> list[Subscription]:
        """Return a topic's subscriptions.

        Raises:
            ServiceRefused: no such topic, or not allowed to ask.
            ServiceBusy: throttled or failing.
        """
        with self._sns.calling("ListSubscriptionsByTopic") as client:
            pages = client.get_paginator("list_subscriptions_by_topic").paginate(TopicArn=topic_arn)
            return [
                Subscription(
                    each["Protocol"],
                    each["Endpoint"],
                    # Until then it is `PendingConfirmation`, afterwards `Deleted` for a while.
                    confirmed=each["SubscriptionArn"].startswith("arn:"),
                )
                for page in pages
                for each in page["Subscriptions"]
            ]
