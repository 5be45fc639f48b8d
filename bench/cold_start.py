"""What cold starts depend on: how long a function's imports take, and how large its package is.

A process that imports a handler is compared with one that imports boto3 and makes a client. A second process
also composes the function's services, as its first call does; each client is made when it is first needed.
"""

import itertools
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final, get_type_hints

from assistant import settings
from bench.figures import Figure, spread
from local.environment.deployment import Deployment
from local.environment.paths import EMULATOR_PYTHON, REGION
from support_stack import LAMBDA_SRC, layer

GOAL: Final = 1.3
ROUNDS: Final = 4
_BASE: Final = "import boto3; boto3.client('dynamodb', region_name='us-east-1')"
_READY: Final = "; import os; {0}.Services.from_env(os.environ)"
_SET_BY_LAMBDA: Final = {
    "AWS_REGION": REGION,
    "AWS_DEFAULT_REGION": REGION,
    "AWS_ACCESS_KEY_ID": "-",
    "AWS_SECRET_ACCESS_KEY": "-",
}
_VALUES: Final = {str: "x", int: "1", float: "1.0", bool: "true", list: "[]", dict: "{}"}
"""A valid setting of each type."""

PACKAGE_GOAL: Final = 150.0
"""Kilobytes, packed, without the layer: what Lambda reports as a function's CodeSize."""


def _handlers() -> dict[str, str]:
    """Return the module of each function's handler, by the function's name."""
    found = {}
    for file in sorted(LAMBDA_SRC.glob("assistant/*/*handler.py")):
        if name := re.search(r'^NAME: Final = "(\w+)"', file.read_text(), re.MULTILINE):
            found[name.group(1)] = ".".join(file.relative_to(LAMBDA_SRC).with_suffix("").parts)
    return found


HANDLERS: Final = _handlers()


def imports() -> list[Figure]:
    """Return each handler's cold import as a multiple of boto3 with one client, rounds interleaved."""
    times: dict[tuple[str, bool], list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        # As on Lambda: boto3 comes with its bytecode, our code and layer are compiled at each cold start.
        code, libraries = Path(folder) / "code", Path(folder) / "layer"
        for source, target in ((LAMBDA_SRC, code), (layer.find().folder / "python", libraries)):
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        paths = f"import sys; sys.path[:0] = [{str(code)!r}, {str(libraries)!r}]; "
        for _, name, ready in itertools.product(range(ROUNDS), ("", *HANDLERS), (False, True)):
            program = (
                f"{paths}import {HANDLERS[name]}{_READY.format(HANDLERS[name]) if ready else ''}"
                if name
                else _BASE
            )
            times.setdefault((name, ready), []).append(_process(program, variables(name) if name else {}))
    base = times["", False] + times["", True]
    return [
        _figure(name, times[name, ready], base, ready=ready) for ready in (False, True) for name in HANDLERS
    ]


def variables(name: str) -> dict[str, str]:
    """Return an environment that a function's settings can be read from."""
    hints: Mapping[str, type] = get_type_hints(getattr(settings, f"{name}Settings"))
    return {field.upper(): _VALUES[getattr(hint, "__origin__", hint)] for field, hint in hints.items()}


def packages(deployment: Deployment) -> Figure:
    """Return the size of the largest function's package."""
    functions = deployment.clients.session.client("lambda", **deployment.clients.options)
    pages = functions.get_paginator("list_functions").paginate()
    sizes = {
        function["Handler"]: function["CodeSize"]
        for page in pages
        for function in page["Functions"]
        if function["Handler"].startswith("assistant.")
    }
    largest = max(sizes, key=lambda name: sizes[name])
    return Figure(f"largest of {len(sizes)} packages", sizes[largest] / 1024, PACKAGE_GOAL, largest, "KB")


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
