"""`send`: one message through the API, and its record as a table."""

import sys
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from assistant.intake.request_schema import KEY_FORM
from local.commands.client import Record, SupportApi, known_parts
from local.commands.console import STATE, JsonOption, StateOption, err, out, print_json, say
from local.environment.deployment import Deployment
from local.environment.state import current
from local.errors import LocalError

MessageOption = Annotated[
    str | None,
    typer.Option(
        "--message",
        envvar="SUPPORT_MESSAGE",
        help="What the customer writes; - reads it from standard input.",
    ),
]
KeyOption = Annotated[
    str | None, typer.Option("--idempotency-key", help="Send it again and nothing starts twice.")
]
WaitOption = Annotated[bool, typer.Option("--wait", help="Follow it to its end.")]


def send(
    *,
    message: MessageOption = None,
    name: str = "Grace O'Neill",
    email: str = "grace@example.com",
    language: str = "auto",
    idempotency_key: KeyOption = None,
    wait: WaitOption = False,
    state: StateOption = STATE,
    json: JsonOption = False,
) -> None:
    """Send one message through the API."""
    if idempotency_key is not None and not KEY_FORM.fullmatch(idempotency_key):
        raise LocalError("--idempotency-key takes 1 to 128 visible ASCII characters")
    text = _message(message)
    deployment = current(state)
    body = {"name": name, "email": email, "message": text, "language": language}
    with api_of(deployment) as api:
        accepted = api.submit(body, idempotency_key)
        if not wait:
            if json:
                print_json(accepted)
            else:
                started = f"request     {accepted['request_id']}\nstatus link {accepted['status_url']}"
                out.print(started, soft_wrap=True)
            return
        say(f"accepted as {accepted['request_id']}", style="dim")
        with err.status("processing") as status:

            def progress(record: Record) -> None:
                status.update(f"{record['status']}: {', '.join(known_parts(record)) or 'nothing yet'}")

            record = api.follow(accepted["status_url"], progress=progress)
    if json:
        print_json(record)
    else:
        out.print(record_table(record))
        out.print(f"\nstatus link: {accepted['status_url']}", soft_wrap=True)
        out.print(f"cost, models, scores: make trace ID={record['request_id']}")
    if record["status"] != "completed":
        raise typer.Exit(1)


def _message(given: str | None) -> str:
    """Return what is to be sent, from standard input for `-`, or where nothing is given but a pipe."""
    if given not in (None, "-"):
        return str(given)
    if given is None and sys.stdin.isatty():
        raise LocalError("no message is given: --message '…', or - to read it from standard input")
    try:
        return sys.stdin.buffer.read().decode()
    except UnicodeDecodeError:
        raise LocalError("standard input is not valid UTF-8: convert the text, as with iconv") from None


def api_of(deployment: Deployment) -> SupportApi:
    """Return a client of a deployment's API."""
    return SupportApi(deployment.api_url, deployment.api_key, deployment.ca_bundle)


def record_table(record: Record) -> Table:
    """Return one record, part by part; the texts in it are shown as they are, never as markup."""
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in _rows(record):
        table.add_row(name, Text(value))
    return table


def _rows(record: Record) -> Iterable[tuple[str, str]]:
    yield "request", record["request_id"]
    yield "status", record["status"]
    if language := record.get("language"):
        yield "language", f"{language['name']} ({language['code']}, {language['source']})"
    message = record.get("message", {})
    if message.get("pivot") and message["pivot"] != message.get("original"):
        yield f"in {message.get('pivot_language', 'the pivot language')}", message["pivot"]
    if analysis := record.get("analysis"):
        yield "sentiment", analysis.get("sentiment", "")
        yield "category", analysis.get("category", "")
        yield "priority", f"{analysis.get('priority', '')}, answer due {analysis.get('due_at', '')}"
        if entities := analysis.get("entities"):
            yield "entities", ", ".join(f"{entity['text']} ({entity['type']})" for entity in entities)
    if reply := record.get("reply"):
        yield "reply", reply["text"]
        if reply.get("pivot_text", reply["text"]) != reply["text"]:
            yield "for the team", reply["pivot_text"]
        yield "", f"{reply.get('words', '?')} words, by {reply.get('source')}, {reply.get('basis')}"
        for source in reply.get("sources", ()):
            yield "source", " ".join(filter(None, (source["title"], source["heading"], source["link"])))
    if voice := record.get("voice"):
        later = "not spoken yet: " if voice.get("status") == "on_demand" else ""
        yield "voice", f"{later}{voice['url']}" if "url" in voice else f"none: {voice.get('reason', '')}"
    if degraded := record.get("degraded"):
        yield "degraded", ", ".join(degraded)


def percent(score: float | str) -> str:
    """Return a score from 0 to 1 as a percentage."""
    return f"{float(score):.0%}"
