"""Cold starts: a whole process that imports a handler, against one that imports boto3 and makes a client."""

import itertools
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final

from bench.figures import Figure, spread
from local.paths import EMULATOR_PYTHON
from support_stack import LAMBDA_SRC, layer

GOAL: Final = 1.3
ROUNDS: Final = 7
_BASE: Final = "import boto3; boto3.client('dynamodb', region_name='us-east-1')"


def measure() -> list[Figure]:
    """Return each handler's cold import as a multiple of boto3 with one client, rounds interleaved."""
    handlers = sorted(file.stem for file in (LAMBDA_SRC / "handlers").glob("*.py") if file.stem != "__init__")
    times: dict[str, list[float]] = {name: [] for name in ("", *handlers)}
    with tempfile.TemporaryDirectory() as folder:
        # As on Lambda: boto3 comes with its bytecode, our code and layer are compiled at each cold start.
        code, libraries = Path(folder) / "code", Path(folder) / "layer"
        for source, target in ((LAMBDA_SRC, code), (layer.path() / "python", libraries)):
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        paths = f"import sys; sys.path[:0] = [{str(code)!r}, {str(libraries)!r}]; "
        programs = {"": _BASE} | {name: f"{paths}import handlers.{name}" for name in handlers}
        for _, (name, program) in itertools.product(range(ROUNDS), programs.items()):
            times[name].append(_process(program))
    base = statistics.median(times[""])
    return [
        Figure(
            name=f"cold import of {name} / boto3 and one client",
            value=statistics.median(times[name]) / base,
            goal=GOAL,
            detail=f"{spread(times[name])} / {spread(times[''])}",
        )
        for name in handlers
    ]


def _process(program: str) -> float:
    started = time.monotonic()
    subprocess.run([EMULATOR_PYTHON, "-I", "-B", "-c", program], check=True, env={})
    return time.monotonic() - started
