"""`send` and `demo`."""

import sys
from typing import Annotated

import typer
from rich.progress import Progress

from assistant.intake.request_schema import KEY_FORM
from local import demo as samples_run, running
from local.ai import STAND_INS
from local.cli_environment import AiOption, PortOption, UpEnvOption, bring_up
from local.client import Record, SupportApi, known_parts
from local.console import STATE, JsonOption, StateOption, err, out, print_json, say
from local.demo import Outcome
from local.deployment import Deployment
from local.errors import LocalError
from local.samples import load
from local.state import StateFolder
from local.tables import outcome_table, record_table

# More at once only queue: each request keeps one function busy, and each busy function is a process.
AT_ONCE = 4

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
    deployment = running.current(state)
    body = {"name": name, "email": email, "message": text, "language": language}
    with _api(deployment) as api:
        accepted = api.submit(body, idempotency_key)
        if not wait:
            _show_accepted(accepted, json=json)
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


def demo(
    port: PortOption = None,
    ai: AiOption = None,
    env: UpEnvOption = None,
    state: StateOption = STATE,
    json: JsonOption = False,
) -> None:
    """Deploy what changed, answer the samples, check what came back."""
    deployment = bring_up(state, port=port, ai=ai, env=env)
    samples, folder = load(), StateFolder(state).audio
    with _api(deployment) as api, Progress(console=err, transient=True) as bar:
        task = bar.add_task("answering the samples", total=len(samples))
        outcomes = samples_run.run(api, samples, folder, at_once=AT_ONCE, done=lambda _: bar.advance(task))
    if json:
        print_json([outcome.as_json() for outcome in outcomes])
    else:
        out.print(outcome_table(outcomes))
        _explain(deployment, outcomes, state)
    faults = [f"{outcome.sample.id}: {fault}" for outcome in outcomes for fault in outcome.faults]
    for fault in faults:
        say(f"not as it must be: {fault}", style="red")
    if faults:
        raise typer.Exit(1)


def _explain(deployment: Deployment, outcomes: list[Outcome], state: StateOption) -> None:
    answered = sum(1 for outcome in outcomes if outcome.record.get("status") == "completed")
    source = running.ai_source(state)
    key, trust = deployment.api_key, f"--cacert {deployment.ca_bundle} " if deployment.ca_bundle else ""
    lines = [
        f"{answered} of {len(outcomes)} messages answered; spoken replies: {StateFolder(state).audio}",
        "Language, sentiment, translations, replies and speech come from local stand-ins: nothing was really"
        " translated, and no model wrote a word. On AWS the real services answer."
        if source == STAND_INS
        else f"The AI calls were answered by {source}.",
        "It keeps running. Try:",
        f"  curl {trust}-H 'content-type: application/json' -H 'x-api-key: {key}' \\",
        '    -d \'{"name": "Ana", "email": "ana@example.com", "message": "¿Dónde está mi pedido?"}\' \\',
        f"    {deployment.api_url}/requests",
        "  make send MESSAGE='…'    make trace ID=req-…    make down",
    ]
    for line in lines:
        out.print(line, markup=False, soft_wrap=True)


def _show_accepted(accepted: Record, *, json: bool) -> None:
    if json:
        print_json(accepted)
    else:
        out.print(
            f"request     {accepted['request_id']}\nstatus link {accepted['status_url']}", soft_wrap=True
        )


def _api(deployment: Deployment) -> SupportApi:
    return SupportApi(deployment.api_url, deployment.api_key, deployment.ca_bundle)
