"""Everything that a run leaves outside of the table and the bucket: logs, metrics, executions, messages."""

import json
from collections.abc import Iterator

from local.environment import inbox
from local.environment.clients import Clients
from tests.integration.conftest import Deployed


def left_behind(deployed: Deployed) -> dict[str, str]:
    """Return every text that operators may see, by where it was found.

    The notification of an answer is left out: it brings the team the message and the reply.
    """
    clients = deployed.deployment.clients
    notifications = inbox.collect(clients, deployed.state / "inbox.jsonl")
    found = dict(_logs(clients)) | dict(_executions(clients, deployed.deployment.state_machine_arn))
    for one in notifications:
        if one.attributes.get("kind") != "answer":
            found[f"notification {one.message_id}"] = f"{one.subject}\n{one.body}\n{one.attributes}"
    return found | {f"dead letter {number}": text for number, text in enumerate(dead_letters(deployed))}


def dead_letters(deployed: Deployed) -> list[str]:
    """Return what lies in the workflow's dead-letter queue, and leave it there."""
    sqs = deployed.deployment.clients.sqs
    (url,) = [one for one in sqs.list_queues()["QueueUrls"] if "DeadLetters" in one]
    answer = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, VisibilityTimeout=0)
    return [message["Body"] for message in answer.get("Messages", [])]


def _logs(clients: Clients) -> Iterator[tuple[str, str]]:
    """Yield each log group's lines: the functions' own, their metrics, what the runtime says of errors."""
    for groups in clients.logs.get_paginator("describe_log_groups").paginate():
        for group in groups["logGroups"]:
            pages = clients.logs.get_paginator("filter_log_events").paginate(
                logGroupName=group["logGroupName"]
            )
            lines = [event["message"] for page in pages for event in page["events"]]
            yield f"log group {group['logGroupName']}", "\n".join(lines)


def _executions(clients: Clients, state_machine_arn: str) -> Iterator[tuple[str, str]]:
    """Yield each execution's input, output, error, cause and history, with its data."""
    states = clients.stepfunctions
    for executions in states.get_paginator("list_executions").paginate(stateMachineArn=state_machine_arn):
        for execution in executions["executions"]:
            arn = execution["executionArn"]
            histories = states.get_paginator("get_execution_history").paginate(
                executionArn=arn, includeExecutionData=True
            )
            events = [event for page in histories for event in page["events"]]
            described = states.describe_execution(executionArn=arn)
            yield (
                f"execution {execution['name']}",
                json.dumps([described, events], default=str, ensure_ascii=False),
            )
