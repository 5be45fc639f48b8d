"""Reads what translators and support leads edit: the TOML files in `lambda_src/data`.

A module that reads some of them names them in a constant `DATA`, as patterns relative to that folder; the
assets of the functions that import the module bring these files along. Nothing is read at import.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

FOLDER: Final = Path(__file__).resolve().parents[1] / "data"

_Record = TypeVar("_Record")


class DataError(Exception):
    """A data file is missing or broken: a defect of what was deployed."""


@cache
def read(name: str) -> Mapping[str, Any]:
    """Return a file's content, by its name without the ending: `labels/fr`.

    Raises:
        DataError: there is no such file, or it is no TOML; the message says in which line.
    """
    import tomllib  # noqa: PLC0415 - 2 ms that a cold start does not need

    try:
        return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"data/{name}.toml: {error}") from error


@cache
def names(folder: str) -> frozenset[str]:
    """Return the names of a folder's files, without their ending.

    Raises:
        DataError: there are none.
    """
    found = frozenset(file.stem for file in (FOLDER / folder).glob("*.toml"))
    if not found:
        raise DataError(f"data/{folder}: no files")
    return found


def record(kind: Callable[..., _Record], values: Mapping[str, Any], where: str) -> _Record:
    """Return a dataclass made of a table; `where` names the file, and the table if it is one of several.

    Raises:
        DataError: a key is missing, or is none of the dataclass.
    """
    try:
        return kind(**values)
    except TypeError as error:
        raise DataError(f"data/{where}: {error}") from error
