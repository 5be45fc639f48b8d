"""`expire`: destroys the environments of pull requests that have lived long enough."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer
from botocore.exceptions import ClientError

from local.commands.console import JsonOption, out, print_json, say
from local.commands.destroy import remove
from local.environment.cdk import region_of, stack_name
from local.environment.clients import Clients, account_clients
from local.environment.stack import read_stack
from local.errors import LocalError
from support_stack import config
from support_stack.config.loading import PULL_REQUEST_BASE

DaysOption = Annotated[int, typer.Option("--days", min=0, help="Older environments than that are destroyed.")]
OnlyOption = Annotated[str | None, typer.Option("--env", help="Only this one, pr-NUMBER, if there is one.")]

_PREFIX = stack_name("")


def expire(*, days: DaysOption, env: OnlyOption = None, json: JsonOption = False) -> None:
    """Destroy every environment pr-NUMBER that was made more than some days ago, whoever uses it."""
    if env is not None and not config.is_pull_request(env):
        raise LocalError(f"{env} is no pull request's environment: --env takes pr-NUMBER; use `make destroy`")
    clients = account_clients(region_of(PULL_REQUEST_BASE))
    destroyed, left = [], {}
    for stack in expired(clients, datetime.now(UTC) - timedelta(days=days)):
        if env and stack != stack_name(env):
            continue
        try:
            remove(read_stack(clients, stack))
            destroyed.append(stack)
        except (LocalError, ClientError) as error:  # the others are destroyed all the same
            left[stack] = str(error)
            say(f"error: {error}", style="red")
    if json:
        print_json({"destroyed": destroyed, "left": left})
    else:
        out.print(f"destroyed: {', '.join(destroyed) or 'nothing'}", soft_wrap=True)
    if left:
        raise typer.Exit(1)


def expired(clients: Clients, before: datetime) -> list[str]:
    """Return the stacks of pull requests' environments that were made before a moment, the oldest first.

    CloudFormation knows when that was: a time in a template would make every synthesis differ.
    """
    pages = clients.cloudformation.get_paginator("list_stacks").paginate()
    stacks = [stack for page in pages for stack in page["StackSummaries"]]
    old = [
        (stack["CreationTime"], stack["StackName"])
        for stack in stacks
        if stack["StackStatus"] != "DELETE_COMPLETE"  # listed for another 90 days
        and stack["CreationTime"] < before
        and _is_pull_requests(stack["StackName"])
    ]
    return [name for _, name in sorted(old)]


def _is_pull_requests(stack: str) -> bool:
    return stack.startswith(_PREFIX) and config.is_pull_request(stack.removeprefix(_PREFIX))
