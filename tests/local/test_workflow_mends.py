import time
from pathlib import Path

from local.clients import Clients
from local.inbox import collect, subscribe
from tests.local.test_launcher import run_task


def test_a_workflows_notification_keeps_its_attributes(
    clients: Clients, outputs: dict[str, str], tmp_path: Path
) -> None:
    topic = outputs["TeamTopicArn"]
    subscribe(clients, [topic])
    attributes = {"kind": {"DataType": "String", "StringValue": "alert"}}
    parameters = {"TopicArn": topic, "Message": "from a workflow", "MessageAttributes": attributes}
    task = {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": parameters, "End": True}
    assert run_task(clients, "publish", task, "{}")["status"] == "SUCCEEDED"
    letters = [letter for letter in collect(clients, tmp_path / "inbox") if letter.body == "from a workflow"]
    assert letters[0].attributes == {"kind": "alert"}


def test_a_retry_waits_no_longer_than_its_maximum(clients: Clients, function: str) -> None:
    retry = {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 50, "MaxDelaySeconds": 1, "MaxAttempts": 1}
    task = {
        "Type": "Task",
        "Resource": function,
        "Retry": [{**retry, "JitterStrategy": "FULL"}],
        "End": True,
    }
    started = time.monotonic()
    assert run_task(clients, "waits", task, '{"do": "raise"}')["status"] == "FAILED"
    assert time.monotonic() - started < 3
