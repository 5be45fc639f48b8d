"""`knowledge` and `knowledge-gaps`: the documents that replies are based on, and what they do not answer."""

import hashlib
import json as json_module
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from botocore.config import Config
from botocore.exceptions import ClientError
from rich import box
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from assistant.knowledge.documents import unfit
from assistant.knowledge.indexing import FOLDER
from assistant.request.item import GAP_INDEX
from local.commands.console import STATE, JsonOption, StateOption, err, out, print_json, say
from local.commands.trace.command import EnvOption
from local.environment.clients import Clients
from local.environment.deployment import stack_outputs
from local.environment.paths import ROOT
from local.environment.site import find_site, find_stack
from local.errors import LocalError
from support_stack import config

FUNCTION_OUTPUT = "IndexKnowledgeFunction"

# The function ends by itself within five minutes; a call that was given up would go on unseen.
_PATIENT = Config(read_timeout=330, retries={"total_max_attempts": 1})

MonthsOption = Annotated[
    int, typer.Option("--months", help="How far back, this month included.", min=1, max=36)
]

Row = dict[str, Any]


@dataclass(frozen=True)
class Uploaded:
    """What uploading changed in the bucket, by name, and what was not uploaded, with the reason."""

    put: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    unfit: dict[str, str] = field(default_factory=dict)


def knowledge(env: EnvOption = "local", state: StateOption = STATE, json: JsonOption = False) -> None:
    """Upload the documents that changed and index them; exit 1 if one of them cannot be read."""
    found = find_stack(env, state)
    indexed = index(found[0], found[1], folder_of(env))
    if json:
        print_json(indexed)
    else:
        out.print(_table(indexed["documents"]))
        out.print(summary(indexed), soft_wrap=True)
    if any(row["error"] for row in indexed["documents"]):
        raise typer.Exit(1)


def folder_of(env: str) -> Path:
    """Return the folder of an environment's documents; raise LocalError if there is none."""
    try:
        folder = ROOT / config.load(env).knowledge.folder
    except config.ConfigError as error:
        raise LocalError(str(error)) from error
    if not folder.is_dir():
        raise LocalError(f"environments/{env}.toml: [knowledge] folder: there is no folder {folder.name}")
    return folder


def index(clients: Clients, stack: str, folder: Path) -> dict[str, Any]:
    """Upload what changed in a folder, have it indexed, and return what became of each document.

    Raises LocalError: the stack has no index, or a service failed; the same command goes on where it stopped.
    """
    outputs = stack_outputs(clients, stack)
    if FUNCTION_OUTPUT not in outputs:
        raise LocalError(f"{stack} has no output {FUNCTION_OUTPUT}: deploy it again")
    uploaded = upload(clients, outputs["BucketName"], folder)
    function = clients.client("lambda", config=_PATIENT)
    rows = [
        {"document": name, "passages": 0, "new": 0, "kept": 0, "removed": 0, "error": reason}
        for name, reason in uploaded.unfit.items()
    ]
    usd: float | None = 0.0
    event: dict[str, Any] = {}
    with Progress(console=err, transient=True) as bar:
        task = bar.add_task("indexing the documents", total=None)
        while True:
            answer = _invoke(function, outputs[FUNCTION_OUTPUT], event)
            rows += answer["rows"]
            usd = None if usd is None or answer["usd"] is None else usd + answer["usd"]
            bar.update(task, total=answer["documents"], completed=len(rows))
            if answer["after"] is None:
                break
            event = {"after": answer["after"]}
    return {
        "documents": sorted(rows, key=lambda row: str(row["document"])),
        "uploaded": uploaded.put,
        "deleted": uploaded.deleted,
        "usd": usd,
    }


def upload(clients: Clients, bucket: str, folder: Path) -> Uploaded:
    """Bring the bucket's documents in line with a folder: what has the same content is left alone."""
    files = {file.relative_to(folder).as_posix(): file for file in sorted(_files(folder))}
    there = dict(_stored(clients, bucket))
    uploaded = Uploaded()
    for name, file in files.items():
        if reason := unfit(name, file.stat().st_size):
            uploaded.unfit[name] = reason
            continue
        content = file.read_bytes()
        # Of an object that was put in one piece, S3's tag is the MD5 of its content.
        if there.get(name) != hashlib.md5(content, usedforsecurity=False).hexdigest():
            clients.s3.put_object(Bucket=bucket, Key=FOLDER + name, Body=content)
            uploaded.put.append(name)
    for name in sorted({*there} - {*files}):
        clients.s3.delete_object(Bucket=bucket, Key=FOLDER + name)
        uploaded.deleted.append(name)
    return uploaded


def _files(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts):
            yield file


def _stored(clients: Clients, bucket: str) -> Iterator[tuple[str, str]]:
    for page in clients.s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=FOLDER):
        for one in page.get("Contents", ()):
            yield one["Key"].removeprefix(FOLDER), one["ETag"].strip('"')


def _invoke(function: Any, name: str, event: dict[str, Any]) -> dict[str, Any]:
    try:
        answer = function.invoke(FunctionName=name, Payload=json_module.dumps(event).encode())
    except ClientError as error:
        raise LocalError(f"the function that indexes cannot be called: {error}") from error
    said: dict[str, Any] = json_module.load(answer["Payload"])
    if "FunctionError" in answer:
        code = said.get("errorMessage", "")
        raise LocalError(f"not everything was indexed ({code}): repeat the command, it goes on")
    return said


def _table(rows: Iterable[Row]) -> Table:
    table = Table("document", box=box.SIMPLE_HEAD)
    for name in ("passages", "new", "kept", "removed"):
        table.add_column(name, justify="right")
    table.add_column("")
    for row in rows:
        figures = [str(row[name]) for name in ("passages", "new", "kept", "removed")]
        said = f"not read: {row['error']}" if row["error"] else ""
        table.add_row(Text(row["document"]), *figures, Text(said), style="red" if row["error"] else None)
    return table


def summary(indexed: dict[str, Any]) -> str:
    """Return what indexing did, in a line."""
    rows = indexed["documents"]
    read = sum(1 for row in rows if row["passages"])
    new, removed, passages = (sum(row[name] for row in rows) for name in ("new", "removed", "passages"))
    price = "price unknown in this Region" if indexed["usd"] is None else f"${indexed['usd']:.6f}"
    changed = f"{new} embedded and put, {removed} removed" if new or removed else "nothing had changed"
    return f"{read} documents, {passages} passages: {changed}; {price}"


def knowledge_gaps(
    env: EnvOption = "local", state: StateOption = STATE, months: MonthsOption = 3, json: JsonOption = False
) -> None:
    """List what was asked and no document answered, the most frequent first; no customer's words in it."""
    site = find_site(env, state)
    table = site.clients.dynamodb.Table(site.table)
    groups = group(item for month in _last(months) for item in _gaps(table, month))
    if json:
        print_json(groups)
        return
    shown = Table("category", "language", box=box.SIMPLE_HEAD)
    shown.add_column("requests", justify="right")
    shown.add_column("nearest document")
    shown.add_column("distance", justify="right")
    shown.add_column("ids")
    for one in groups:
        some = one["request_ids"][:3]
        more = f" and {len(one['request_ids']) - 3} more" if len(one["request_ids"]) > 3 else ""
        distance = "" if one["distance"] is None else f"{float(one['distance']):.2f}"
        shown.add_row(
            one["category"],
            one["language"],
            str(one["count"]),
            Text(one["document"] or "none"),
            distance,
            ", ".join(some) + more,
        )
    out.print(shown)
    if not groups:
        say("every reply of these months was based on a document, or there was none")


def group(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return gaps by category, language and nearest document, the most frequent first.

    `distance` is the smallest: near 0 a document nearly answers, near 1 none has the subject.
    """
    by_subject: dict[tuple[str, str, str | None], list[dict[str, Any]]] = defaultdict(list)
    for item in items:
        gap = item["gap"]
        by_subject[gap["category"], gap["language"], gap.get("document")].append(item)
    groups = [
        {
            "category": category,
            "language": language,
            "document": document,
            "count": len(found),
            "distance": min((float(one["gap"]["distance"]) for one in found if document), default=None),
            "request_ids": [one["pk"] for one in found],
        }
        for (category, language, document), found in by_subject.items()
    ]
    return sorted(groups, key=lambda one: (-one["count"], one["category"], one["language"]))


def _last(months: int) -> Iterator[str]:
    now = datetime.now(UTC)
    for back in range(months):
        year, month = divmod(now.year * 12 + now.month - 1 - back, 12)
        yield f"{year}-{month + 1:02}"


def _gaps(table: Any, month: str) -> Iterator[dict[str, Any]]:
    pages = table.meta.client.get_paginator("query").paginate(
        TableName=table.name,
        IndexName=GAP_INDEX,
        KeyConditionExpression="gap_month = :month",
        ExpressionAttributeValues={":month": month},
    )
    for page in pages:
        yield from page["Items"]
