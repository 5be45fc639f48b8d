"""What happens to each resource: the comparison in the report's words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from local.commands.diff.comparison import Difference, Value
from local.commands.diff.names import Names, is_stateful, shown, word
from local.commands.diff.report import IMPACTS, Change, Impact, Property

_IMPACTS: Final[Mapping[str, Impact]] = {
    "WILL_CREATE": "added",
    "WILL_IMPORT": "added",
    "WILL_UPDATE": "changed",
    "NO_CHANGE": "changed",  # of a property that the library's table does not know
    "WILL_REPLACE": "replaced",
    "MAY_REPLACE": "may be replaced",
    "WILL_DESTROY": "removed",
    "WILL_ORPHAN": "left behind",
}
_REPLACING: Final = ("WILL_REPLACE", "MAY_REPLACE")
_ENDING: Final = ("removed", "left behind")
LOGICAL_ID: Final = "the logical id"


def read_changes(differences: Iterable[Difference], names: Names) -> tuple[Change, ...]:
    """Return what happens to each resource, worst first, then by path.

    The same construct under another logical id is replaced: CloudFormation makes another one and removes the
    first.
    """
    found = [_change(one, names) for one in differences]
    ending = {(one.path, one.type): one for one in found if one.impact in _ENDING}
    renamed = {
        (one.path, one.type): one
        for one in found
        if one.impact == "added" and (one.path, one.type) in ending and one.path != one.id
    }
    changes = [one for one in found if (one.path, one.type) not in renamed]
    changes += [_renamed(ending[key], one) for key, one in renamed.items()]
    return tuple(sorted(changes, key=lambda one: (IMPACTS.index(one.impact), one.path, one.id)))


def _renamed(old: Change, new: Change) -> Change:
    ids = Property(LOGICAL_ID, old.id, new.id, replaces=True)
    return replace(new, impact="replaced", properties=(ids,))


def _change(difference: Difference, names: Names) -> Change:
    impact = _IMPACTS[difference.impact]
    differing = () if impact in ("added", *_ENDING) else difference.values
    properties = tuple(one for value in differing for one in _properties(value, names))
    return Change(
        id=difference.id,
        path=names.path(difference.id),
        type=difference.type,
        kind=word(difference.type),
        impact=impact,
        stateful=is_stateful(difference.type),
        properties=properties,
        # What differs by a logical id alone reads the same before and after.
        follows=impact == "changed" and not properties,
    )


def _properties(value: Value, names: Names) -> Iterator[Property]:
    replaces = value.impact in _REPLACING
    old_side, new_side = (_dependencies(value, side, names) for side in (value.old, value.new))
    for name, old, new in _leaves(value.name, old_side, new_side):
        was, now = (None if one is None else shown(one) for one in (old, new))
        # A reference to what is replaced replaces its owner too, though it reads the same.
        if was != now or replaces:
            yield Property(name, was, now, replaces)


def _dependencies(value: Value, side: Any, names: Names) -> Any:
    """Return a side of a value with its references as texts: DependsOn alone names them as they are."""
    if value.name != "DependsOn":
        return names.resolved(side)
    ids = [side] if isinstance(side, str) else side or []
    return sorted(map(names.path, ids))


def _leaves(name: str, old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield what differs as deep down as both sides have the same objects."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted(old.keys() | new.keys()):
            yield from _leaves(f"{name}.{key}", old.get(key), new.get(key))
    elif isinstance(old, list) and isinstance(new, list) and old != new:
        only_old = [one for one in old if one not in new]
        only_new = [one for one in new if one not in old]
        # Without what both have, unless they have the same in another order.
        yield (name, only_old, only_new) if only_old or only_new else (name, old, new)
    elif old != new or type(old) is not type(new):
        yield name, old, new
