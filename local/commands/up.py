"""`up`, `down`, `status`."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from rich.table import Table

from local.commands.console import STATE, JsonOption, StateOption, err, out, print_json, say
from local.environment import lifecycle
from local.environment.deployment import Deployment
from local.environment.endpoints import STAND_INS, AiChoice
from local.environment.state import Running, StateFolder

DEFAULT_PORT = 4566

PortOption = Annotated[
    int | None, typer.Option("--port", help="Port of the emulator (4566).", min=1, max=65535)
]
AiOption = Annotated[
    str | None, typer.Option("--ai", help="`stand-ins`, `aws`, or the URL of a server instead.")
]
ModelUrlOption = Annotated[str | None, typer.Option("--model-url", help="An OpenAI-compatible model server.")]
ModelNameOption = Annotated[str | None, typer.Option("--model-name", help="The model to ask it for.")]
IamOption = Annotated[bool | None, typer.Option("--enforce-iam", help="Check every role; implies TLS.")]

UpEnvOption = Annotated[
    str | None, typer.Option("--env", help="What is deployed: a file of environments/ (local).")
]
ProxyOption = Annotated[
    bool | None, typer.Option("--proxy", help="Let `faults set` reach S3, DynamoDB, SNS, KMS, States too.")
]


def up(
    *,
    ai: AiOption = None,
    model_url: ModelUrlOption = None,
    model_name: ModelNameOption = None,
    port: PortOption = None,
    enforce_iam: IamOption = None,
    proxy: ProxyOption = None,
    env: UpEnvOption = None,
    state: StateOption = STATE,
    json: JsonOption = False,
) -> None:
    """Start the emulator and the AI endpoint, deploy the stack, print its addresses."""
    chosen = ai_choice(ai, model_url, model_name)
    deployment = bring_up(state, port=port, ai=chosen, enforce_iam=enforce_iam, proxy=proxy, env=env)
    show_deployment(deployment, json=json)


def ai_choice(
    source: str | None, model_url: str | None = None, model_name: str | None = None
) -> AiChoice | None:
    """Return where the AI calls go, None where no option says so; raise LocalError for no address."""
    return AiChoice(source or STAND_INS, model_url, model_name) if source or model_url else None


def bring_up(state: Path, *, port: int | None, ai: AiChoice | None, **options: Any) -> Deployment:
    """Start or refresh the environment and print each step.

    What is None stays as it runs; `options` are those of `lifecycle.start`.
    """
    running = StateFolder(state).read()
    if port is None and not (running and running.alive):
        port = DEFAULT_PORT
    with err.status("starting") as status:

        def report(step: str) -> None:
            status.update(step)
            say(step, style="dim")

        return lifecycle.start(state, port=port, ai=ai, report=report, **options)


def down(state: StateOption = STATE, json: JsonOption = False) -> None:
    """End what `up` started, and name the requests that it leaves unanswered."""
    open_requests = in_flight(StateFolder(state).read())
    ended = lifecycle.stop(state)
    if json:
        print_json({"ended": ended, "in_flight": open_requests})
        return
    out.print(f"ended: {', '.join(ended)}" if ended else "nothing is running")
    if open_requests:
        say(f"unanswered, and gone with it: {', '.join(open_requests)}", style="yellow")


def status(state: StateOption = STATE, json: JsonOption = False) -> None:
    """Tell what runs."""
    running = StateFolder(state).read()
    if running is None:
        if json:
            print_json({"running": False})
        else:
            out.print("nothing is running")
        return
    processes = [{"name": one.name, "pid": one.pid, "runs": bool(one.find())} for one in running.processes]
    unanswered = in_flight(running)
    if json:
        deployed = running.deployment.as_json() if running.deployment else None
        told = {"running": running.alive, "options": asdict(running.options), "in_flight": unanswered}
        print_json(told | {"processes": processes, "deployment": deployed})
        return
    table = Table("process", "pid", "state")
    for one in processes:
        table.add_row(str(one["name"]), str(one["pid"]), "runs" if one["runs"] else "ended by itself")
    out.print(table)
    if running.deployment and running.alive:
        show_deployment(running.deployment, json=False)
        out.print(f"[bold]{'in flight':20}[/] {', '.join(unanswered) or 'nothing'}")


def show_deployment(deployment: Deployment, *, json: bool) -> None:
    """Print the addresses of a deployment."""
    fields = {name: value for name, value in deployment.as_json().items() if value is not None}
    if json:
        print_json(fields)
        return
    for name, value in fields.items():
        out.print(f"[bold]{name:20}[/] {value}", soft_wrap=True)


_INDEX = "by_open"
_QUICK = Config(connect_timeout=1, read_timeout=3, retries={"total_max_attempts": 1})


def in_flight(running: Running | None) -> list[str]:
    """Return the ids of the requests that are being processed, oldest first; none if nobody answers."""
    if running is None or not running.alive or running.deployment is None:
        return []
    deployment = running.deployment
    table = deployment.clients.client("dynamodb", config=_QUICK)
    try:
        pages = table.get_paginator("query").paginate(
            TableName=deployment.table,
            IndexName=_INDEX,
            KeyConditionExpression="open_status = :status",
            ExpressionAttributeValues={":status": {"S": "processing"}},
        )
        return [item["pk"]["S"] for page in pages for item in page["Items"]]
    except (BotoCoreError, ClientError):
        return []  # it hangs or is half deployed: ending it matters more
