"""`logs`, `inbox`, `trace`, `restart`: what they print."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer
from rich import box
from rich.console import RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from local.commands.console import STATE, JsonOption, StateOption, out, print_json
from local.commands.trace import collect as tracing
from local.commands.trace.collect import Trace
from local.commands.trace.history import Execution
from local.commands.trace.logs import read_logs
from local.environment.inbox import collect
from local.environment.site import Site, find_site, require_request_id
from local.environment.state import StateFolder, current
from local.errors import LocalError

_FOLLOW_PAUSE = 1.0

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="req-…, as the API answered it.")]
EnvOption = Annotated[str, typer.Option("--env", help="`local`, or an environment in your AWS account.")]
PersonalOption = Annotated[bool, typer.Option("--personal", help="Show what was written, and by whom.")]
FunctionOption = Annotated[str | None, typer.Option("--function", help="Part of a function's name.")]
FollowOption = Annotated[bool, typer.Option("--follow", help="Go on until Ctrl-C.")]
MinutesOption = Annotated[float, typer.Option("--minutes", help="How far back.", min=0)]


def logs(
    function: FunctionOption = None,
    follow: FollowOption = False,
    minutes: MinutesOption = 60,
    state: StateOption = STATE,
    json: JsonOption = False,
) -> None:
    """Print the functions' log lines."""
    site = find_site("local", state)
    groups = site.log_groups()
    chosen = {
        label: group for label, group in groups.items() if not function or function.lower() in label.lower()
    }
    if not chosen:
        raise LocalError(f"no log group is named like {function}: there are {', '.join(sorted(groups))}")
    since = datetime.now(UTC) - timedelta(minutes=minutes)
    seen: set[str] = set()
    while True:
        lines = [line for line in read_logs(site.clients, chosen, since=since) if str(line) not in seen]
        for line in lines:
            if json:
                print_json(line.__dict__)
            else:
                out.print(str(line), markup=False, soft_wrap=True)
        if not follow:
            return
        seen.update(map(str, lines))
        time.sleep(_FOLLOW_PAUSE)


def inbox(state: StateOption = STATE, json: JsonOption = False) -> None:
    """Print the notifications that the topics delivered, as their readers get them."""
    notifications = collect(current(state).clients, StateFolder(state).inbox)
    if json:
        print_json([notification.__dict__ for notification in notifications])
        return
    for one in notifications:
        attributes = ", ".join(f"{name} {value}" for name, value in one.attributes.items())
        heading = f"{one.published_at:%Y-%m-%d %H:%M:%S} UTC to {one.topic}\n{attributes}\n\n"
        out.print(Panel(Text(heading + one.body), title=Text(one.subject), title_align="left"))
    if not notifications:
        out.print("no notifications yet")


def trace(
    request_id: IdArgument,
    env: EnvOption = "local",
    personal: PersonalOption = False,
    state: StateOption = STATE,
    json: JsonOption = False,
) -> None:
    """Print every step, retry, file and message of one request; codes and numbers, no personal data."""
    found = tracing.trace(_site(request_id, env, state), request_id, personal=personal)
    if json:
        print_json(asdict(found))
        return
    for part in trace_tables(found):
        out.print(part)


def restart(
    request_id: IdArgument,
    env: EnvOption = "local",
    state: StateOption = STATE,
    json: JsonOption = False,
) -> None:
    """Start a new execution of a failed request; what it has already is not made again."""
    execution = tracing.restart(_site(request_id, env, state), request_id)
    if json:
        print_json({"execution": execution})
    else:
        out.print(f"started {execution}")


def _site(request_id: str, env: str, state: StateOption) -> Site:
    require_request_id(request_id)
    return find_site(env, state)


def trace_tables(trace: Trace) -> Iterator[RenderableType]:
    """Yield the parts of a trace, in the order in which a request goes through them."""
    yield _table(f"request {trace.request_id}", ("attribute", "value"), _flat(trace.item))
    for execution in trace.executions:
        yield _execution(execution)
    files = (
        (file.key, "missing" if file.size is None else f"{file.size:,} bytes", _clock(file.modified))
        for file in trace.files
    )
    yield _table("files", ("key", "size", "written"), files)
    messages = (
        (
            _clock(one["published_at"]),
            one["topic"],
            " ".join(f"{k}={v}" for k, v in one["attributes"].items()),
        )
        for one in trace.notifications
    )
    yield _table("notifications", ("sent", "topic", "attributes"), messages)
    yield _table("log", ("line",), ((str(line),) for line in trace.logs))


def _execution(execution: Execution) -> Table:
    rows = [
        (
            step.state,
            _clock(step.entered),
            f"{(step.left - step.entered).total_seconds():.2f} s" if step.left else "",
            str(step.calls or ""),
            ", ".join(step.errors),
        )
        for step in execution.steps
    ]
    version = f", version {execution.version}" if execution.version else ""
    title = f"execution {execution.name}{version}: {execution.status} {execution.error or ''}"
    return _table(title, ("state", "entered", "took", "calls", "errors"), rows)


def _table(title: str, columns: tuple[str, ...], rows: Any) -> Table:
    table = Table(title=f"\n{title}", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(str(cell)) for cell in row))
    if not table.rows:
        table.add_row("none")
    return table


def _flat(fields: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in fields.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", str(value)


def _clock(at: datetime | None) -> str:
    return f"{at:%H:%M:%S.%f}"[:12] if at else ""
