"""IAM in words: what roles may do now and no longer, and what others may do with the stack's resources."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from local.commands.diff.comparison import Iam
from local.commands.diff.names import Names, code
from local.commands.diff.report import Line, Mark

_CALL: Final = "lambda:InvokeFunction"
_MOST_NAMED: Final = 20
"""Actions of a role that a summary names; of more it counts them."""

_OWN: Final = "for resources of this stack"


@dataclass(frozen=True, order=True)
class _Grant:
    """One action on one resource for one principal: what is left of a statement when it is taken apart.

    `who` is a path if it is a role of the stack; `condition` is JSON.
    """

    who: str
    is_own_role: bool
    effect: str
    action: str
    resource: str
    condition: str


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
    for grant in _grants(iam, names):
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


def _differing(old: Iam, new: Iam, names: Names, *, own: bool) -> tuple[set[_Grant], set[_Grant]]:
    before, after = (
        {one for one in _grants(side, names) if _is_of_a_role(one) is own} for side in (old, new)
    )
    return before - after, after - before


def _is_of_a_role(grant: _Grant) -> bool:
    return grant.is_own_role or grant.action.startswith("sts:")


def _grants(iam: Iam, names: Names) -> Iterator[_Grant]:
    for statement in iam.statements:
        targets = statement["principals"]
        except_for = "everybody but " if targets["not"] else ""
        for principal in targets["names"]:
            kind, _, name = principal.rpartition(":") if principal.endswith("}") else ("", "", principal)
            path = names.in_text(name)
            is_own = bool(kind == "AWS" and path != name)
            who = except_for + (path if is_own else names.in_text(_plain(principal)))
            condition = names.in_text(json.dumps(names.resolved(statement["condition"]), sort_keys=True))
            if statement["unparsed"]:
                yield _Grant(who, is_own, "", names.in_text(statement["unparsed"]), "", condition)
                continue
            for action in _targets(statement["actions"]):
                for resource in _targets(statement["resources"]):
                    where = names.in_text(resource)
                    # A service calls a function for each method: that it is this stack's is what counts.
                    limits = _OWN if action == _CALL and _is_from_own_source(statement, names) else condition
                    yield _Grant(who, is_own, statement["effect"], action, where, limits)


def _targets(targets: Mapping[str, Any]) -> list[str]:
    names: list[str] = targets["names"]
    return [f"all but {name}" for name in names] if targets["not"] else names


def _is_from_own_source(statement: Mapping[str, Any], names: Names) -> bool:
    """Tell whether a condition lets in nothing but a resource of the stack."""
    source = (statement["condition"] or {}).get("ArnLike", {}).get("AWS:SourceArn")
    return isinstance(source, str) and names.leads_inside(source)


def _plain(principal: str) -> str:
    kind, _, name = principal.partition(":")
    if principal in ("*", "AWS:*"):
        return "anybody"
    return name if kind in ("Service", "Federated", "AWS") else principal


def _sentences(grants: Iterable[_Grant], names: Names, mark: Mark) -> Iterator[Line]:
    """Yield one line for each principal and each set of actions, with all that they hold on."""
    actions: dict[tuple[str, bool, str, str, str], set[str]] = defaultdict(set)
    for one in grants:
        actions[one.who, one.is_own_role, one.effect, one.condition, one.resource].add(one.action)
    on: dict[tuple[str, bool, str, str, tuple[str, ...]], set[str]] = defaultdict(set)
    for (*who, resource), found in actions.items():
        on[*who, tuple(sorted(found))].add(resource)  # type: ignore[index]
    for (who_, is_own, effect, condition, what), where in sorted(on.items()):
        subject = names.role(who_) if is_own else who_
        risky: Mark = (
            "!" if mark == "+" and effect == "Allow" and ("*" in what or who_ == "anybody") else mark
        )
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
    if condition == _OWN:
        return f", {_OWN}"
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
