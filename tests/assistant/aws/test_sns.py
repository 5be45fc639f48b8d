"""A topic and its subscriptions."""

from assistant.aws.sns import Notification, Topic
from assistant.cost.meter import Meter
from tests.assistant.stubs import Stub

TOPIC = "arn:aws:sns:us-east-1:123456789012:Team"


def test_a_notification_carries_the_attributes_that_it_has(sns: Stub, meter: Meter) -> None:
    asked = {"TopicArn": TOPIC, "Subject": "Sujet", "Message": "Texte"}
    attributes = {
        "kind": {"DataType": "String", "StringValue": "answer"},
        "priority": {"DataType": "String", "StringValue": "HIGH"},
    }
    sns.add_response("publish", {"MessageId": "m"}, asked | {"MessageAttributes": attributes})
    sns.add_response("publish", {"MessageId": "m"}, asked | {"MessageAttributes": {}})
    topic = Topic(TOPIC, meter.add, sns.client)
    topic.publish(Notification("Sujet", "Texte", {"kind": "answer", "priority": "HIGH"}))
    topic.publish(Notification("Sujet", "Texte"))
    assert meter.used == {"sns_publishes": 2}
