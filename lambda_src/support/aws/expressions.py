"""DynamoDB update expressions, from paths and values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Update:
    """An update of one request item.

    `set_` maps paths (`message.pivot`) to values; `keep` sets only what is absent; `remove` names
    attributes to drop. With `once`, a path, nothing happens if that path is already there; with
    `while_status`, nothing happens unless the request has that status. An erased request takes none
    but an update that asks for this status.
    """

    set_: Mapping[str, Any] = field(default_factory=dict)
    keep: Mapping[str, Any] = field(default_factory=dict)
    remove: Iterable[str] = ()
    once: str | None = None
    while_status: str | None = None

    @property
    def expression(self) -> str:
        """The update expression."""
        assignments = [f"{_alias(path)} = :{_flat(path)}" for path in self.set_]
        assignments += [
            f"{_alias(path)} = if_not_exists({_alias(path)}, :{_flat(path)})" for path in self.keep
        ]
        parts = ["SET " + ", ".join(assignments)] if assignments else []
        removals = [_alias(path) for path in self.remove]
        return " ".join([*parts, "REMOVE " + ", ".join(removals)] if removals else parts)

    @property
    def condition(self) -> str:
        """The condition under which it applies: the request exists and is not erased, and the two options."""
        conditions = ["attribute_exists(pk)"]
        if self.once:
            conditions.append(f"attribute_not_exists({_alias(self.once)})")
        conditions.append("#status = :while_status" if self.while_status else "#status <> :erased")
        return " AND ".join(conditions)

    @property
    def names(self) -> dict[str, str]:
        """The attribute names behind the aliases: many plain words are reserved by DynamoDB."""
        paths = ["status", *self.set_, *self.keep, *self.remove, *([self.once] if self.once else [])]
        return {f"#{part}": part for path in paths for part in path.split(".")}

    @property
    def values(self) -> dict[str, Any]:
        """The values, by placeholder without its colon."""
        values = {_flat(path): value for path, value in {**self.set_, **self.keep}.items()}
        return values | ({"while_status": self.while_status} if self.while_status else {"erased": "erased"})


def _alias(path: str) -> str:
    return ".".join(f"#{part}" for part in path.split("."))


def _flat(path: str) -> str:
    return path.replace(".", "_")
