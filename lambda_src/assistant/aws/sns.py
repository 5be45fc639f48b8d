"""Amazon SNS: notifications to a topic."""

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
        with self._sns.calling("Publish", sns_publishes=1) as client:
            client.publish(
                TopicArn=self._arn,
                Subject=notification.subject,
                Message=notification.text,
                MessageAttributes={
                    name: {"DataType": "String", "StringValue": value}
                    for name, value in notification.attributes.items()
                },
            )
