"""`up`, `down`, `status`."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from local import environment
from local.ai import STAND_INS, AiChoice
from local.console import STATE, JsonOption, StateOption, err, out, print_json, say
from local.deployment import Deployment
from local.flight import in_flight
from local.state import Running, StateFolder

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
    deployment = bring_up(
        state,
        port=port,
        ai=ai,
        model_url=model_url,
        model_name=model_name,
        enforce_iam=enforce_iam,
        proxy=proxy,
        env=env,
    )
    show_deployment(deployment, json=json)


def bring_up(
    state: Path,
    *,
    port: int | None,
    ai: str | None,
    model_url: str | None = None,
    model_name: str | None = None,
    enforce_iam: bool | None = None,
    proxy: bool | None = None,
    env: str | None = None,
) -> Deployment:
    """Start or refresh the environment, telling each step; what is not given stays as it runs."""
    chosen = AiChoice(ai or STAND_INS, model_url, model_name) if ai or model_url else None
    running = StateFolder(state).read()
    if port is None and not (running and running.alive):
        port = DEFAULT_PORT
    with err.status("starting") as status:

        def report(step: str) -> None:
            status.update(step)
            say(step, style="dim")

        return environment.start(
            state, port=port, enforce_iam=enforce_iam, ai=chosen, proxy=proxy, env=env, report=report
        )


def down(state: StateOption = STATE, json: JsonOption = False) -> None:
    """End what `up` started, and name the requests that it leaves unanswered."""
    open_requests = _in_flight(StateFolder(state).read())
    ended = environment.stop(state)
    if json:
        print_json({"ended": ended, "in_flight": open_requests})
        return
    out.print(f"ended: {', '.join(ended)}" if ended else "nothing is running")
    if open_requests:
        say(f"unanswered, and gone with it: {', '.join(open_requests)}", style="yellow")


def status(state: StateOption = STATE, json: JsonOption = False) -> None:
    """Tell what runs."""
    running = StateFolder(state).read()
    processes = {record.name: record for record in running.processes} if running else {}
    if json:
        print_json(_status_json(running))
    elif running is None:
        out.print("nothing is running")
    else:
        table = Table("process", "pid", "state")
        for name, record in processes.items():
            table.add_row(name, str(record.pid), "runs" if record.find() else "ended by itself")
        out.print(table)
        if running.deployment and running.alive:
            show_deployment(running.deployment, json=False)
            out.print(f"[bold]{'in flight':20}[/] {', '.join(_in_flight(running)) or 'nothing'}")


def show_deployment(deployment: Deployment, *, json: bool) -> None:
    """Print the addresses of a deployment."""
    fields = {name: value for name, value in deployment.as_json().items() if value is not None}
    if json:
        print_json(fields)
        return
    for name, value in fields.items():
        out.print(f"[bold]{name:20}[/] {value}", soft_wrap=True)


def _in_flight(running: Running | None) -> list[str]:
    return in_flight(running.deployment) if running and running.alive and running.deployment else []


def _status_json(running: Running | None) -> dict[str, object]:
    if running is None:
        return {"running": False}
    return {
        "running": running.alive,
        "options": asdict(running.options),
        "in_flight": _in_flight(running),
        "processes": [
            {"name": record.name, "pid": record.pid, "runs": record.find() is not None}
            for record in running.processes
        ],
        "deployment": running.deployment.as_json() if running.deployment else None,
    }
