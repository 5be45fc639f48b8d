"""`doctor`."""

from dataclasses import asdict

import typer
from rich.table import Table
from rich.text import Text

from assistant.doctor.finding import Finding
from assistant.doctor.report import ORDER, tally
from local.cli_inspect import EnvOption
from local.console import STATE, JsonOption, StateOption, out, print_json
from local.doctor import examine_environment

_COLOURS = {"problem": "red", "warning": "yellow", "unknown": "cyan", "ok": "green"}


def doctor(env: EnvOption = "local", state: StateOption = STATE, json: JsonOption = False) -> None:
    """Check models, voices, e-mail confirmations and quotas, and print what to do; exit 1 on a problem."""
    findings = examine_environment(env, state)
    if json:
        print_json([asdict(finding) for finding in findings])
    else:
        out.print(_table(findings))
        out.print(", ".join(f"{number} {status}" for status, number in tally(findings).items()))
    if any(finding.status == "problem" for finding in findings):
        raise typer.Exit(1)


def _table(findings: list[Finding]) -> Table:
    table = Table("", "check", "subject", "what is", "what to do")
    for finding in sorted(findings, key=lambda each: ORDER.index(each.status)):
        table.add_row(
            Text(finding.status, style=_COLOURS[finding.status]),
            *map(Text, (finding.check, finding.subject, finding.detail, finding.advice)),
        )
    return table
