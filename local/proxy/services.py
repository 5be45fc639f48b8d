"""The services behind the proxy: how each is recognized, and how it reports errors; see `services.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Service:
    """One service; `signing_name` is its name in a call's signature. Errors are (code, HTTP status)."""

    signing_name: str
    protocol: str
    operations: tuple[str, ...]
    throttled: tuple[str, int]
    internal: tuple[str, int]
    denied: tuple[str, int]


def _service(name: str, row: dict[str, Any]) -> Service:
    protocol = row.pop("protocol")
    return Service(name, protocol, **{field: tuple(values) for field, values in row.items()})


_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SERVICES = {name: _service(name, row) for name, row in _TABLE.items()}
KEYS = (*SERVICES, *(f"{name}.{operation}" for name, s in SERVICES.items() for operation in s.operations))
