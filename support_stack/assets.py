"""A function's asset: its handler, and what that imports inside `lambda_src`.

So a change in one handler changes one function in `cdk diff`.
"""

from functools import cache
from modulefinder import ModuleFinder
from pathlib import Path

from aws_cdk import IgnoreMode, aws_lambda as lambda_

from . import LAMBDA_SRC


@cache
def closure(handler: str, root: Path = LAMBDA_SRC) -> tuple[str, ...]:
    """Return the files, relative to the root, that a handler's module (`assistant.intake.handler`) needs."""
    finder = ModuleFinder(path=[str(root)])
    finder.import_hook(handler)
    files = (Path(file) for module in finder.modules.values() if (file := getattr(module, "__file__", None)))
    return tuple(sorted(file.relative_to(root).as_posix() for file in files))


def code(handler: str, root: Path = LAMBDA_SRC) -> lambda_.Code:
    """Return the handler's code."""
    return lambda_.Code.from_asset(
        str(root),
        ignore_mode=IgnoreMode.GIT,
        exclude=["*", "!*/", *(f"!/{file}" for file in closure(handler, root))],
    )
