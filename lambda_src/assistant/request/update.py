"""An update of one request item, from paths and values to DynamoDB's expressions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.aws.dynamodb import Condition


@dataclass(frozen=True)
class Update:
    """An update of one request item.

    `set_` maps paths (`message.pivot`) to values; `keep` sets only what is absent; `remove` names
    attributes to drop; `add` maps attributes to what is added to them. Nothing happens

    - with `once`, a path, if that path is already there;
    - with `while_status`, unless the request has that status;
    - with `while_equal`, unless its paths have those values;
    - with `lapsed`, a path and a number, unless that path is absent or at most that number.

    An erased request takes none but an update that asks for this status.
    """

    set_: Mapping[str, Any] = field(default_factory=dict)
    keep: Mapping[str, Any] = field(default_factory=dict)
    remove: Iterable[str] = ()
    add: Mapping[str, int] = field(default_factory=dict)
    once: str | None = None
    while_status: str | None = None
    while_equal: Mapping[str, Any] = field(default_factory=dict)
    lapsed: tuple[str, int] | None = None

    @property
    def expression(self) -> str:
        """The update expression."""
        assignments = [f"{_alias(path)} = :{_flat(path)}" for path in self.set_]
        assignments += [
            f"{_alias(path)} = if_not_exists({_alias(path)}, :{_flat(path)})" for path in self.keep
        ]
        parts = ["SET " + ", ".join(assignments)] if assignments else []
        if removals := [_alias(path) for path in self.remove]:
            parts.append("REMOVE " + ", ".join(removals))
        if self.add:
            parts.append("ADD " + ", ".join(f"#add{n} :add{n}" for n in range(len(self.add))))
        return " ".join(parts)

    @property
    def condition(self) -> Condition:
        """When it applies: the request exists and is not erased, and the options hold.

        The names and values are those of the whole update. Many plain words are reserved by DynamoDB.
        """
        conditions = ["attribute_exists(pk)"]
        if self.once:
            conditions.append(f"attribute_not_exists({_alias(self.once)})")
        conditions += [f"{_alias(path)} = :equal{number}" for number, path in enumerate(self.while_equal)]
        if self.lapsed:
            alias = _alias(self.lapsed[0])
            conditions.append(f"(attribute_not_exists({alias}) OR {alias} <= :lapsed)")
        conditions.append("#status = :while_status" if self.while_status else "#status <> :erased")
        return Condition(" AND ".join(conditions), self._names, self._values)

    @property
    def _names(self) -> dict[str, str]:
        paths = ["status", *self.set_, *self.keep, *self.remove, *self.while_equal]
        paths += [self.once] if self.once else []
        paths += [self.lapsed[0]] if self.lapsed else []
        added = {f"#add{number}": name for number, name in enumerate(self.add)}
        return {f"#{part}": part for path in paths for part in path.split(".")} | added

    @property
    def _values(self) -> dict[str, Any]:
        values = {f":{_flat(path)}": value for path, value in {**self.set_, **self.keep}.items()}
        values |= {f":add{number}": amount for number, amount in enumerate(self.add.values())}
        values |= {f":equal{number}": value for number, value in enumerate(self.while_equal.values())}
        values |= {":lapsed": self.lapsed[1]} if self.lapsed else {}
        return values | ({":while_status": self.while_status} if self.while_status else {":erased": "erased"})


def _alias(path: str) -> str:
    return ".".join(f"#{part}" for part in path.split("."))


def _flat(path: str) -> str:
    return path.replace(".", "_")
