"""The command line: which commands there are."""

import typer

from local.commands import demo, destroy, doctor, erase, expire, faults, knowledge, send, up
from local.commands.cost import command as cost
from local.commands.diff import command as diff
from local.commands.smoke import command as smoke
from local.commands.trace import command as trace

app = typer.Typer(
    name="local",
    help="The support assistant on this machine: a real deployment into an emulator, AI by local stand-ins.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

for command in (
    up.up,
    up.down,
    up.status,
    send.send,
    demo.demo,
    smoke.smoke,
    trace.logs,
    trace.inbox,
    trace.trace,
    trace.restart,
    erase.erase,
    erase.revoke,
    knowledge.knowledge,
    knowledge.knowledge_gaps,
    destroy.destroy,
    expire.expire,
    doctor.doctor,
    cost.cost,
    diff.diff,
):
    app.command()(command)
app.add_typer(faults.app, name="faults")
