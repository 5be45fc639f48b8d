"""What every command prints with: results on stdout, everything said along the way on stderr."""

import json
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from local.environment.state import DEFAULT

# In a file or a pipe nothing wraps at the width of a terminal that is not there.
out = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
err = Console(stderr=True, highlight=False)

StateOption = Annotated[Path, typer.Option("--state", help="Folder of this environment: pids, logs, audio.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]
STATE: Path = DEFAULT


def say(line: str, *, style: str | None = None) -> None:
    """Say one thing on stderr, as it is: nothing in it is markup."""
    err.print(line, style=style, markup=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """Print JSON on stdout, in the text's own scripts."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return dict(value)
    return str(value)
