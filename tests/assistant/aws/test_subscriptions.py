"""Who listens to a topic."""

import pytest
from botocore.stub import Stubber

from assistant.aws.sns import Subscription, Subscriptions
from assistant.errors import ServiceRefused
from tests.assistant.stubs import refuse

TOPIC = "arn:aws:sns:us-east-1:123456789012:Team"


def test_subscriptions_come_from_every_page_and_tell_who_has_confirmed(sns: Stubber) -> None:
    def mail(name: str, arn: str) -> dict[str, str]:
        return {"Protocol": "email", "Endpoint": f"{name}@example.com", "SubscriptionArn": arn}

    first = {"Subscriptions": [mail("ana", f"{TOPIC}:1")], "NextToken": "more"}
    second = {"Subscriptions": [mail("ben", "PendingConfirmation"), mail("eve", "Deleted")]}
    sns.add_response("list_subscriptions_by_topic", first, {"TopicArn": TOPIC})
    sns.add_response("list_subscriptions_by_topic", second, {"TopicArn": TOPIC, "NextToken": "more"})
    assert Subscriptions(sns.client).of(TOPIC) == [
        Subscription("email", "ana@example.com", confirmed=True),
        Subscription("email", "ben@example.com", confirmed=False),
        Subscription("email", "eve@example.com", confirmed=False),
    ]


def test_a_topic_that_may_not_be_asked_is_an_error_by_type(sns: Stubber) -> None:
    refuse(sns, "list_subscriptions_by_topic", "AuthorizationError", 403)
    with pytest.raises(ServiceRefused):
        Subscriptions(sns.client).of(TOPIC)
