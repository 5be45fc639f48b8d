"""A function's asset: its handler, what that imports inside `lambda_src`, and the data that all these read.

So a change in one handler, or in one file of data, changes in `cdk diff` only the functions that need it.
"""

import ast
import io
from collections.abc import Iterator
from functools import cache
from modulefinder import ModuleFinder
from pathlib import Path
from typing import Any

from aws_cdk import IgnoreMode, aws_lambda as lambda_

from . import LAMBDA_SRC


@cache
def closure(handler: str, root: Path = LAMBDA_SRC) -> tuple[str, ...]:
    """Return the files, relative to the root, that a handler's module (`assistant.intake.handler`) needs.

    Raises:
        FileNotFoundError: a module names data that there is none of.
    """
    finder = _Finder(path=[str(root)])
    finder.import_hook(handler)
    modules = [
        Path(file) for module in finder.modules.values() if (file := getattr(module, "__file__", None))
    ]
    files = {*modules, *(file for module in modules for file in _data(module, root))}
    return tuple(sorted(file.relative_to(root).as_posix() for file in files))


class _Finder(ModuleFinder):
    """Follows the imports that a function makes as it runs: not those for type checkers alone."""

    def load_module(self, fqname: str, fp: Any, pathname: str, file_info: Any) -> Any:
        """Load a module without what stands below `if TYPE_CHECKING`."""
        source = io.StringIO(_run_time_source(Path(pathname))) if fp else fp
        return super().load_module(fqname, source, pathname, file_info)


@cache
def _run_time_source(module: Path) -> str:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    tree.body = [node for node in tree.body if not _is_for_type_checkers(node)]
    return ast.unparse(tree)


def _is_for_type_checkers(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _data(module: Path, root: Path) -> Iterator[Path]:
    """Yield the files that a module reads: modulefinder follows imports only."""
    for pattern in patterns(module):
        found = list((root / "data").glob(pattern))
        if not found:
            raise FileNotFoundError(f"{module.name}: no file in data/ is called {pattern}")
        yield from found


@cache
def patterns(module: Path) -> tuple[str, ...]:
    """Return a module's constant `DATA`: patterns of files, relative to the folder of data."""
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "DATA" and node.value:
            return tuple(ast.literal_eval(node.value))
    return ()


def code(handler: str, root: Path = LAMBDA_SRC) -> lambda_.Code:
    """Return the handler's code."""
    return lambda_.Code.from_asset(
        str(root),
        ignore_mode=IgnoreMode.GIT,
        exclude=["*", "!*/", *(f"!/{file}" for file in closure(handler, root))],
    )
