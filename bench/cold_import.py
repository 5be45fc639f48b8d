"""Cold starts: a whole process that imports a handler, against one that imports boto3 and makes a client.

A second process also makes what the function works with, as its first call does; clients are made at the
first call that needs them.
"""

import itertools
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final, get_type_hints

from bench.figures import Figure, spread
from local.paths import EMULATOR_PYTHON, REGION
from local.product import config  # noqa: F401 - makes `support` importable
from support import settings
from support_stack import LAMBDA_SRC, layer

GOAL: Final = 1.3
ROUNDS: Final = 4
_BASE: Final = "import boto3; boto3.client('dynamodb', region_name='us-east-1')"
_READY: Final = "; import os; from support.services.{0} import Services; Services.from_env(os.environ)"
_SET_BY_LAMBDA: Final = {
    "AWS_REGION": REGION,
    "AWS_DEFAULT_REGION": REGION,
    "AWS_ACCESS_KEY_ID": "-",
    "AWS_SECRET_ACCESS_KEY": "-",
}
_VALUES: Final = {str: "x", int: "1", float: "1.0", bool: "true", list: "[]", dict: "{}"}
"""What fits a setting of each kind."""


def measure() -> list[Figure]:
    """Return each handler's cold import as a multiple of boto3 with one client, rounds interleaved."""
    handlers = sorted(file.stem for file in (LAMBDA_SRC / "handlers").glob("*.py") if file.stem != "__init__")
    times: dict[tuple[str, bool], list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        # As on Lambda: boto3 comes with its bytecode, our code and layer are compiled at each cold start.
        code, libraries = Path(folder) / "code", Path(folder) / "layer"
        for source, target in ((LAMBDA_SRC, code), (layer.path() / "python", libraries)):
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        paths = f"import sys; sys.path[:0] = [{str(code)!r}, {str(libraries)!r}]; "
        for _, name, ready in itertools.product(range(ROUNDS), ("", *handlers), (False, True)):
            program = (
                f"{paths}import handlers.{name}{_READY.format(name) if ready else ''}" if name else _BASE
            )
            times.setdefault((name, ready), []).append(_process(program, variables(name) if name else {}))
    base = times["", False] + times["", True]
    return [
        _figure(name, times[name, ready], base, ready=ready) for ready in (False, True) for name in handlers
    ]


def variables(handler: str) -> dict[str, str]:
    """Return an environment that a handler's settings can be read from."""
    wanted = f"{handler.replace('_', '')}settings"
    kind = next(each for name, each in vars(settings).items() if name.lower() == wanted)
    hints: Mapping[str, type] = get_type_hints(kind)
    return {name.upper(): _VALUES[getattr(hint, "__origin__", hint)] for name, hint in hints.items()}


def _figure(name: str, seconds: list[float], base: list[float], *, ready: bool) -> Figure:
    what, goal = ("ready for the first call", None) if ready else ("cold import", GOAL)
    value = statistics.median(seconds) / statistics.median(base)
    return Figure(
        name=f"{what} of {name} / boto3 and one client",
        value=value,
        goal=goal,
        detail=f"{spread(seconds)} / {spread(base)}",
        data={what: {name: round(value, 3)}},
    )


def _process(program: str, environment: dict[str, str]) -> float:
    started = time.monotonic()
    subprocess.run([EMULATOR_PYTHON, "-I", "-B", "-c", program], check=True, env=_SET_BY_LAMBDA | environment)
    return time.monotonic() - started
