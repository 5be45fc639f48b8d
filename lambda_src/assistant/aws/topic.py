"""The topics in SNS: the team's, and that of operations."""

from typing import TYPE_CHECKING

from assistant.delivery.notification import Notification

from .client import calling, config, connect

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient


class TeamTopic:
    """Tells the team; subscriptions filter by the attributes."""

    def __init__(self, arn: str, client: "SNSClient | None" = None) -> None:
        self._arn = arn
        self._client = client or connect("sns", config(5))

    def publish(self, notification: Notification) -> None:
        """Publish one notification."""
        with calling("sns", "Publish"):
            self._client.publish(
                TopicArn=self._arn,
                Subject=notification.subject,
                Message=notification.text,
                MessageAttributes={
                    name: {"DataType": "String", "StringValue": value}
                    for name, value in notification.attributes.items()
                },
            )


class OperationsTopic:
    """Tells operations; nothing is filtered there."""

    def __init__(self, arn: str, client: "SNSClient | None" = None) -> None:
        self._arn = arn
        self._client = client or connect("sns", config(5))

    def publish(self, subject: str, text: str) -> None:
        """Publish one message."""
        with calling("sns", "Publish"):
            self._client.publish(TopicArn=self._arn, Subject=subject, Message=text)
