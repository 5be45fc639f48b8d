"""`smoke`: checks a deployed environment by one request, and prints a line for each thing it looked at."""

from dataclasses import asdict

import typer
from rich.table import Table
from rich.text import Text

from local.commands.client import SupportApi
from local.commands.console import STATE, JsonOption, StateOption, out, print_json
from local.commands.send import api_of
from local.commands.smoke.checks import Check, Smoke
from local.commands.trace.command import EnvOption
from local.environment.deployment import stack_outputs
from local.environment.site import Site, find_site
from local.environment.state import current


def smoke(env: EnvOption = "local", state: StateOption = STATE, json: JsonOption = False) -> None:
    """Send one marked request, check its text, audio, notification and trace, and erase it."""
    site = find_site(env, state)
    with site_api(site) as api:
        checks = Smoke(site, api).run()
    if json:
        print_json([asdict(check) for check in checks])
    else:
        out.print(_table(checks))
    if not all(check.ok for check in checks):
        raise typer.Exit(1)


def site_api(site: Site) -> SupportApi:
    """Return a client of an environment's API, with the key that the operator may read."""
    if site.state:
        return api_of(current(site.state))
    outputs = stack_outputs(site.clients, site.stack)
    key = site.clients.apigateway.get_api_key(apiKey=outputs["ApiKeyId"], includeValue=True)
    return SupportApi(outputs["ApiUrl"], key["value"])


def _table(checks: list[Check]) -> Table:
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for check in checks:
        mark = Text("ok", "green") if check.ok else Text("fails", "red")
        table.add_row(mark, check.name, f"{check.seconds:.2f} s", Text(check.detail))
    return table
