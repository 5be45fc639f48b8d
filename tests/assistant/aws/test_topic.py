"""The topics."""

from botocore.stub import Stubber

from assistant.aws.sns import Notification, Topic

ARN = "arn:aws:sns:us-east-1:123456789012:Team"


def test_a_notification_carries_its_attributes(sns: Stubber) -> None:
    sns.add_response(
        "publish",
        {"MessageId": "m"},
        {
            "TopicArn": ARN,
            "Subject": "Sujet",
            "Message": "Texte",
            "MessageAttributes": {
                "kind": {"DataType": "String", "StringValue": "answer"},
                "priority": {"DataType": "String", "StringValue": "HIGH"},
            },
        },
    )
    Topic(ARN, sns.client).publish(Notification("Sujet", "Texte", {"kind": "answer", "priority": "HIGH"}))


def test_operations_are_told_without_attributes(sns: Stubber) -> None:
    sns.add_response(
        "publish", {"MessageId": "m"}, {"TopicArn": ARN, "Subject": "Doctor", "Message": "All of it"}
    )
    Topic(ARN, sns.client).publish("Doctor", "All of it")
