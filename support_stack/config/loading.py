"""Reads and checks `environments/NAME.toml`; an error is one line."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Any, Final, get_type_hints

from pydantic import TypeAdapter, ValidationError

from .contradictions import contradiction
from .environment import Environment

ENVIRONMENTS: Final = Path(__file__).resolve().parents[2] / "environments"

PULL_REQUEST_BASE: Final = "dev"
"""The environment whose file those of pull requests, pr-NUMBER, are made from."""

_PULL_REQUEST: Final = re.compile(r"pr-[1-9][0-9]{0,8}")


class ConfigError(Exception):
    """An environment cannot be read; one line names the file, the key and what is allowed."""


def names(folder: Path = ENVIRONMENTS) -> list[str]:
    """Return the environments that there are."""
    return sorted(file.stem for file in folder.glob("*.toml"))


def is_pull_request(name: str) -> bool:
    """Tell whether an environment is that of one pull request: pr-NUMBER."""
    return bool(_PULL_REQUEST.fullmatch(name))


def file_of(name: str, folder: Path = ENVIRONMENTS) -> Path:
    """Return the file that an environment is made from; raise ConfigError if there is none."""
    known = names(folder)
    stem = PULL_REQUEST_BASE if is_pull_request(name) else name
    if stem not in known:
        raise ConfigError(
            f"environments/{name or 'NAME'}.toml: no such environment; "
            f"-c env= takes {', '.join([*known, 'pr-NUMBER'])}"
        )
    return folder / f"{stem}.toml"


def load(name: str, folder: Path = ENVIRONMENTS) -> Environment:
    """Return the environment of a name.

    Raises:
        ConfigError: no such environment, or its file is wrong; one line with file, key and what is allowed.
    """
    file = file_of(name, folder)
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"environments/{file.name}: not valid TOML: {error}") from error
    try:
        environment = TypeAdapter(Environment).validate_python({"name": name, **values})
    except ValidationError as error:
        raise ConfigError(f"environments/{file.name}: {_first_fault(error)}") from None
    if wrong := contradiction(environment):
        raise ConfigError(f"environments/{file.name}: {wrong}")
    return _for_pull_request(environment) if is_pull_request(name) else environment


def _for_pull_request(environment: Environment) -> Environment:
    """Leave out what only the environment that lends its file may have: its domain, its account's log role.

    Nothing of an environment that lives for days is kept or protected.
    """
    return replace(
        environment,
        retention=replace(environment.retention, keep_on_delete=False, protect=False),
        api=replace(environment.api, public_base="", account_log_role=False),
    )


def dump(environment: Environment) -> dict[str, Any]:
    """Return an environment as values of JSON, defaults included: what `parse` reads."""
    values: dict[str, Any] = TypeAdapter(Environment).dump_python(environment, mode="json")
    return values


def parse(values: Mapping[str, Any]) -> Environment:
    """Return the environment that `dump` wrote.

    Raises:
        ConfigError: a version of the product with other keys wrote it; one line with the key.
    """
    try:
        return TypeAdapter(Environment).validate_python(dict(values))
    except ValidationError as error:
        raise ConfigError(_first_fault(error)) from None


def public_base(given: object) -> str:
    """Return what links start with by the context value `public_base`: the emulator's address, for `make up`.

    Raises:
        ConfigError: it is not an address of this machine.
    """
    if given and not re.fullmatch(r"https?://127\.0\.0\.1:\d+/\S*[^\s/]", str(given)):
        raise ConfigError(
            f"-c public_base: http://127.0.0.1:PORT/… is wanted, not {given!r}; a domain is [api] public_base"
        )
    return str(given or "")


def _first_fault(error: ValidationError) -> str:
    """Return the first thing that is wrong as `key: what is allowed`, misspelt keys before missing ones."""
    found = error.errors(include_url=False)
    details = next((one for one in found if one["type"] == "unexpected_keyword_argument"), found[0])
    path = details["loc"]
    key = ".".join(str(part) for part in path if part != "[key]")
    if details["type"] == "unexpected_keyword_argument":
        return f"{key}: unknown key; allowed are {', '.join(_keys(path[:-1]))}"
    if details["type"] == "missing":
        return f"{key}: is missing"
    return f"{key}: {details['msg'][0].lower()}{details['msg'][1:]}, not {details['input']!r}"


def _keys(path: tuple[int | str, ...]) -> list[str]:
    """Return the keys allowed at a place of the file; an environment's name is the file's own."""
    holder = reduce(_inside, path, Environment)
    return [part.name for part in fields(holder) if (holder, part.name) != (Environment, "name")]


def _inside(holder: Any, step: int | str) -> Any:
    """Return the class that a key or an index leads to."""
    return holder if isinstance(step, int) else _class_in(get_type_hints(holder)[step])


def _class_in(hint: Any) -> Any:
    """Return the dataclass in a type such as `tuple[Gesture, ...]`."""
    if is_dataclass(hint):
        return hint
    return next(_class_in(part) for part in getattr(hint, "__args__", ()) if is_dataclass(part))
