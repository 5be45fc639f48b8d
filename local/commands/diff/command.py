"""`diff`: what a deployment would change, for whoever reviews it."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Final

import typer

from local.commands.console import STATE, StateOption, print_json
from local.commands.diff.build import build
from local.commands.diff.markdown import as_markdown
from local.commands.diff.report import Report
from local.commands.diff.sources import read_templates
from local.commands.diff.text import as_text
from local.errors import LocalError

DiffEnvOption = Annotated[str, typer.Option("--env", help="`local`, or an environment in your AWS account.")]
FormatOption = Annotated[str, typer.Option("--format", help="text, markdown (a comment on GitHub) or json.")]
AppOption = Annotated[
    Path | None, typer.Option("--app", help="A cloud assembly (cdk.out) in place of a fresh synthesis.")
]
DeployedOption = Annotated[
    Path | None, typer.Option("--deployed", help="A template to compare with in place of the deployed one.")
]


def _print_text(report: Report) -> None:
    typer.echo(as_text(report), nl=False)


def _print_markdown(report: Report) -> None:
    typer.echo(as_markdown(report), nl=False)


def _print_json(report: Report) -> None:
    print_json({"headline": report.headline, "exit_code": report.exit_code, **asdict(report)})


_FORMATS: Final[Mapping[str, Callable[[Report], None]]] = {
    "text": _print_text,
    "markdown": _print_markdown,
    "json": _print_json,
}


def diff(
    *,
    env: DiffEnvOption = "local",
    state: StateOption = STATE,
    output: FormatOption = "text",
    app: AppOption = None,
    deployed: DeployedOption = None,
) -> None:
    """Print what a deployment would change; exit 0: nothing, 2: something, 3: what is stateful would go."""
    if output not in _FORMATS:
        raise LocalError(f"--format {output} is none of {', '.join(_FORMATS)}")
    templates = read_templates(env, state, app, deployed)
    report = build(templates.stack, templates.place, templates.deployed, templates.made)
    _FORMATS[output](report)
    raise typer.Exit(report.exit_code)
