"""IAM in words: what roles may do now and no longer, and what others may do with the stack's resources."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from local.commands.diff.comparison import Iam
from local.commands.diff.grants import ANYBODY, OWN, Grant, read_grants
from local.commands.diff.names import Names, code
from local.commands.diff.report import Line, Mark

_MOST_NAMED: Final = 20
"""Actions of a role that a summary names; of more it counts them."""


def permission_lines(old: Iam, new: Iam, names: Names) -> tuple[Line, ...]:
    """Return what the stack's roles may do now and no longer, and who may take them on."""
    lost, gained = _differing(old, new, names, own=True)
    managed = [{(one["identity"], one["policy"]) for one in side.managed} for side in (old, new)]
    return (
        *_sentences(gained, names, "+"),
        *_managed(managed[1] - managed[0], names, "+"),
        *_sentences(lost, names, "-"),
        *_managed(managed[0] - managed[1], names, "-"),
    )


def policy_lines(old: Iam, new: Iam, names: Names) -> tuple[Line, ...]:
    """Return what others may do with the stack's resources now and no longer: services, accounts, anybody."""
    lost, gained = _differing(old, new, names, own=False)
    return (*_sentences(gained, names, "+"), *_sentences(lost, names, "-"))


def summary(iam: Iam, names: Names) -> tuple[Line, ...]:
    """Return what each role of a new stack may do, in which service; of a long list how many actions."""
    actions: dict[str, set[str]] = defaultdict(set)
    for grant in read_grants(iam, names):
        if grant.is_own_role and grant.effect == "Allow":
            actions[grant.who].add(grant.action)
    return tuple(
        Line("+", f"{names.role(who)} may {_by_service(may)}") for who, may in sorted(actions.items())
    )


def _by_service(actions: set[str]) -> str:
    by_service: dict[str, list[str]] = defaultdict(list)
    for action in sorted(actions):
        service, _, name = action.partition(":")
        by_service[service].append(name)
    if len(actions) > _MOST_NAMED:
        return ", ".join(f"{len(names)} × {code(service)}" for service, names in by_service.items())
    return "; ".join(f"{code(service)} {', '.join(names)}" for service, names in by_service.items())


def _differing(old: Iam, new: Iam, names: Names, *, own: bool) -> tuple[set[Grant], set[Grant]]:
    before, after = (
        {one for one in read_grants(side, names) if _is_of_a_role(one) is own} for side in (old, new)
    )
    return before - after, after - before


def _is_of_a_role(grant: Grant) -> bool:
    return grant.is_own_role or grant.action.startswith("sts:")


def _sentences(grants: Iterable[Grant], names: Names, mark: Mark) -> Iterator[Line]:
    """Yield one line for each principal and each set of actions, with all that they hold on."""
    actions: dict[tuple[str, bool, str, str, str], set[str]] = defaultdict(set)
    for one in grants:
        actions[one.who, one.is_own_role, one.effect, one.condition, one.resource].add(one.action)
    on: dict[tuple[str, bool, str, str, tuple[str, ...]], set[str]] = defaultdict(set)
    for (*who, resource), found in actions.items():
        on[*who, tuple(sorted(found))].add(resource)  # type: ignore[index]
    for (who_, is_own, effect, condition, what), where in sorted(on.items()):
        subject = names.role(who_) if is_own else who_
        risky: Mark = "!" if mark == "+" and effect == "Allow" and ("*" in what or who_ == ANYBODY) else mark
        yield Line(risky, f"{subject} {_verb(effect, mark)} {_listed(what)}{_places(where)}{_if(condition)}")


def _verb(effect: str, mark: Mark) -> str:
    if effect == "Deny":
        return "is now denied" if mark == "+" else "is no longer denied"
    return "may now" if mark == "+" else "may no longer"


def _places(where: Iterable[str]) -> str:
    if set(where) == {""}:
        return ""
    return f" on {_listed('everything (*)' if one == '*' else one for one in where)}"


def _if(condition: str) -> str:
    if condition == "null":
        return ""
    if condition == OWN:
        return f", {OWN}"
    tests = [
        f"{operator} {key} is {value if isinstance(value, str) else json.dumps(value)}"
        for operator, keys in json.loads(condition).items()
        for key, value in keys.items()
    ]
    return f", if {' and '.join(code(test) for test in tests)}"


def _managed(attached: Iterable[tuple[str, str]], names: Names, mark: Mark) -> Iterator[Line]:
    for identity, policy in sorted(attached):
        has = "has now" if mark == "+" else "has no longer"
        who = names.role(names.in_text(identity))
        yield Line(mark, f"{who} {has} the managed policy {code(names.in_text(policy))}")


def _listed(words: Iterable[str]) -> str:
    return ", ".join(code(word) for word in sorted(words))
