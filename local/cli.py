"""The command line: which commands there are."""

import typer

from local import cli_cost, cli_doctor, cli_environment, cli_erase, cli_faults, cli_inspect, cli_requests

app = typer.Typer(
    name="local",
    help="The support assistant on this machine: a real deployment into an emulator, AI by local stand-ins.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

for command in (
    cli_environment.up,
    cli_environment.down,
    cli_environment.status,
    cli_requests.send,
    cli_requests.demo,
    cli_inspect.logs,
    cli_inspect.inbox,
    cli_inspect.trace,
    cli_inspect.restart,
    cli_erase.erase,
    cli_erase.revoke,
    cli_doctor.doctor,
    cli_cost.cost,
):
    app.command()(command)
app.add_typer(cli_faults.app, name="faults")
