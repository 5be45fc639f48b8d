"""Who listens to a topic, and who has not confirmed yet."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import boto3

from .client import calling, config

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient


@dataclass(frozen=True)
class Subscription:
    """One subscription of a topic."""

    protocol: str
    endpoint: str
    confirmed: bool


class Subscriptions:
    """Lists the subscriptions of a topic."""

    def __init__(self, client: "SNSClient | None" = None) -> None:
        self._client = client or boto3.client("sns", config=config(10))

    def of(self, topic_arn: str) -> list[Subscription]:
        """Return a topic's subscriptions.

        Raises:
            ServiceRefused: no such topic, or not allowed to ask.
            ServiceBusy: throttled or failing.
        """
        with calling("sns", "ListSubscriptionsByTopic"):
            pages = self._client.get_paginator("list_subscriptions_by_topic").paginate(TopicArn=topic_arn)
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
