"""`logs`, `inbox`, `trace`, `restart`."""

import time
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer
from rich.panel import Panel
from rich.text import Text

from local.commands.console import STATE, JsonOption, StateOption, out, print_json
from local.commands.trace import collect as tracing, restart as restarting
from local.commands.trace.logs import LogLine, read_logs
from local.commands.trace.tables import trace_tables
from local.environment.inbox import Notification, collect
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
        _show_lines(lines, json=json)
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
    for notification in notifications:
        out.print(_letter(notification))
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
        print_json(found.as_json())
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
    execution = restarting.restart(_site(request_id, env, state), request_id)
    if json:
        print_json({"execution": execution})
    else:
        out.print(f"started {execution}")


def _site(request_id: str, env: str, state: StateOption) -> Site:
    require_request_id(request_id)
    return find_site(env, state)


def _show_lines(lines: list[LogLine], *, json: bool) -> None:
    for line in lines:
        if json:
            print_json(line.__dict__)
        else:
            out.print(str(line), markup=False, soft_wrap=True)


def _letter(notification: Notification) -> Panel:
    attributes = ", ".join(f"{name} {value}" for name, value in notification.attributes.items())
    heading = f"{notification.published_at:%Y-%m-%d %H:%M:%S} UTC to {notification.topic}\n{attributes}\n\n"
    return Panel(Text(heading + notification.body), title=Text(notification.subject), title_align="left")
