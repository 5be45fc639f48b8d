"""The local inbox, on real topics and a real queue."""

from pathlib import Path

from local.environment.clients import Clients
from local.environment.inbox import Notification, collect, subscribe


def test_a_topic_is_called_by_its_own_name() -> None:
    arn = "arn:aws:sns:us-east-1:000000000000:support-assistant-local-NotificationsTeam2FE4C1EC-160F0BA1AEC3D"
    envelope = {"MessageId": "1", "TopicArn": arn, "Timestamp": "2026-11-23T10:15:00.000Z", "Message": "m"}
    assert Notification.from_envelope(envelope).topic == "NotificationsTeam"


def test_what_both_topics_deliver_is_kept_and_read_again(
    clients: Clients, outputs: dict[str, str], tmp_path: Path
) -> None:
    topics = (outputs["TeamTopicArn"], outputs["OperationsTopicArn"])
    subscribe(clients, topics)
    subscribe(clients, topics)
    kind = {"kind": {"DataType": "String", "StringValue": "answer"}}
    clients.sns.publish(
        TopicArn=topics[0], Subject="Réponse", Message="Bonjour,\n« Grace »", MessageAttributes=kind
    )
    clients.sns.publish(TopicArn=topics[1], Message="an alarm")
    kept = tmp_path / "inbox.jsonl"
    first = collect(clients, kept)
    assert [(letter.subject, letter.body, letter.attributes) for letter in first] == [
        ("Réponse", "Bonjour,\n« Grace »", {"kind": "answer"}),
        ("", "an alarm", {}),
    ]
    assert topics[0].endswith(first[0].topic)
    assert collect(clients, kept) == first
