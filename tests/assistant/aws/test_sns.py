"""A topic and its subscriptions."""

from assistant.aws.sns import Notification, Subscription, Subscriptions, Topic
from tests.assistant.stubs import Stub

TOPIC = "arn:aws:sns:us-east-1:123456789012:Team"


def test_a_notification_carries_the_attributes_that_it_has(sns: Stub) -> None:
    asked = {"TopicArn": TOPIC, "Subject": "Sujet", "Message": "Texte"}
    attributes = {
        "kind": {"DataType": "String", "StringValue": "answer"},
        "priority": {"DataType": "String", "StringValue": "HIGH"},
    }
    sns.add_response("publish", {"MessageId": "m"}, asked | {"MessageAttributes": attributes})
    sns.add_response("publish", {"MessageId": "m"}, asked | {"MessageAttributes": {}})
    topic = Topic(TOPIC, client=sns.client)
    topic.publish(Notification("Sujet", "Texte", {"kind": "answer", "priority": "HIGH"}))
    topic.publish(Notification("Sujet", "Texte"))


def test_subscriptions_come_from_every_page_and_tell_who_has_confirmed(sns: Stub) -> None:
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
