"""Everything that one request left behind: its item, executions, files, log lines, notifications.

Ids, codes, numbers and times alone, unless the reader asks for what was written.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError

from assistant.cost import usage
from assistant.cost.prices import cost_usd
from local.commands.trace.history import Execution, executions
from local.commands.trace.logs import LogLine, read_logs
from local.environment.inbox import Notification, collect
from local.environment.site import Site
from local.environment.state import StateFolder
from local.errors import LocalError

_KEYS = ("incoming/{}.json", "responses/{}_complete.json", "audio-responses/{}.mp3", "transcripts/{}.txt")

# What may be shown of an item; everything else in it is, or could quote, what a person wrote.
_SHOWN: Mapping[str, tuple[str, ...]] = {
    "language": ("code", "source", "confidence"),
    "analysis": ("sentiment", "scores", "category", "priority", "sla_hours", "due_at"),
    "reply": ("language", "source", "model", "words"),
    "voice": ("status", "voice_id", "engine", "language", "reason", "expires_at"),
}
_TIMES = ("received_at", "completed_at", "notified_at", "revoked_at", "erased_at", "erased_by")
_LETTER = ("published_at", "topic", "attributes")
_PLAIN = ("status", "version", "attempt", *_TIMES, "degraded", "failure", "timings_ms")


@dataclass(frozen=True)
class StoredFile:
    """One object of the bucket; without a size it is not there."""

    key: str
    size: int | None = None
    modified: datetime | None = None


@dataclass(frozen=True)
class Trace:
    """One request's traces."""

    request_id: str
    item: dict[str, Any]
    executions: list[Execution]
    files: list[StoredFile]
    logs: list[LogLine]
    notifications: list[dict[str, Any]]


def trace(site: Site, request_id: str, *, personal: bool = False) -> Trace:
    """Gather a request's traces; raise LocalError if there is no such request."""
    item = read_item(site, request_id)
    received = datetime.fromisoformat(str(item["received_at"]).replace("Z", "+00:00"))
    since = received.astimezone(UTC) - timedelta(minutes=1)
    told = [asdict(letter) for letter in notifications(site, request_id)]
    return Trace(
        request_id,
        item if personal else shown(item, site.clients.s3.meta.region_name),
        executions(site.clients, site.state_machine_arn, request_id),
        files(site, request_id),
        read_logs(site.clients, site.log_groups(), since=since, containing=request_id),
        told if personal else [{name: one[name] for name in _LETTER} for one in told],
    )


def read_item(site: Site, request_id: str) -> dict[str, Any]:
    """Return a request's item; raise LocalError if there is none."""
    answer = site.clients.dynamodb.Table(site.table).get_item(Key={"pk": request_id}, ConsistentRead=True)
    if "Item" not in answer:
        raise LocalError(f"{site.stack} has no request {request_id}")
    return dict(answer["Item"])


def shown(item: Mapping[str, Any], region: str) -> dict[str, Any]:
    """Return what may be shown of an item without asking."""
    plain = {name: item[name] for name in _PLAIN if name in item}
    parts = {
        part: {name: item[part][name] for name in names if name in item[part]}
        for part, names in _SHOWN.items()
        if part in item
    }
    return plain | parts | _spent(item, region)


def _spent(item: Mapping[str, Any], region: str) -> dict[str, Any]:
    """Return what a request used, and what that costs at list prices, absent where a price is not known."""
    counters = {name: int(amount) for name, amount in usage.of(item).items()}
    spent = {"usage": usage.shown(counters), "cost_usd": cost_usd(counters, region)}
    return {name: value for name, value in spent.items() if value}


def notifications(site: Site, request_id: str) -> list[Notification]:
    """Return what the inbox of this machine got about a request.

    On AWS the messages are in the subscribers' mailboxes; the item says when they were sent.
    """
    letters = collect(site.clients, StateFolder(site.state).inbox) if site.state else []
    return [letter for letter in letters if request_id in letter.body]


def files(site: Site, request_id: str) -> list[StoredFile]:
    """Return what the bucket may hold of a request, each without a size if it is not there."""
    return [_file(site, key.format(request_id)) for key in _KEYS]


def _file(site: Site, key: str) -> StoredFile:
    try:
        head = site.clients.s3.head_object(Bucket=site.bucket, Key=key)
    except ClientError as error:
        if error.response["Error"]["Code"] in ("404", "NoSuchKey"):
            return StoredFile(key)
        raise
    return StoredFile(key, head["ContentLength"], head["LastModified"])


def restart(site: Site, request_id: str) -> str:
    """Start the next attempt at a failed request and return its execution's name.

    It runs on the live version; the steps whose results are stored are skipped. Raises LocalError unless the
    request has failed.
    """
    status = read_item(site, request_id)["status"]
    try:
        answer = site.clients.dynamodb.Table(site.table).update_item(
            Key={"pk": request_id},
            UpdateExpression="SET #status = :processing, open_status = :processing, attempt = attempt + :one"
            " REMOVE failure",
            ConditionExpression="#status = :failed",
            ExpressionAttributeNames={"#status": "status"},
            ExpressionAttributeValues={":processing": "processing", ":failed": "failed", ":one": 1},
            ReturnValues="UPDATED_NEW",
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            raise LocalError(f"{request_id} is {status}: only a failed request can be restarted") from error
        raise
    attempt = int(str(answer["Attributes"]["attempt"]))
    name = f"{request_id}-{attempt}"
    try:
        site.clients.stepfunctions.start_execution(
            stateMachineArn=site.state_machine_alias_arn,
            name=name,
            input=json.dumps({"request_id": request_id, "attempt": attempt}),
        )
    except ClientError as error:
        if error.response["Error"]["Code"] != "ExecutionAlreadyExists":  # the sweep was quicker
            raise
    return name
