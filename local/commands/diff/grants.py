"""IAM statements taken apart: one action on one resource for one principal."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from local.commands.diff.comparison import Iam
from local.commands.diff.names import Names

_CALL: Final = "lambda:InvokeFunction"

OWN: Final = "for resources of this stack"
"""In place of the condition that lets services call functions for resources of the stack alone."""

ANYBODY: Final = "anybody"


@dataclass(frozen=True, order=True)
class Grant:
    """One action on one resource for one principal.

    `who` is a path if it is a role of the stack; `condition` is JSON, or OWN.
    """

    who: str
    is_own_role: bool
    effect: str
    action: str
    resource: str
    condition: str


def read_grants(iam: Iam, names: Names) -> Iterator[Grant]:
    """Yield every grant of a template's statements; what is not written out is one action as it stands."""
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
                yield Grant(who, is_own, "", names.in_text(statement["unparsed"]), "", condition)
                continue
            for action in _targets(statement["actions"]):
                for resource in _targets(statement["resources"]):
                    where = names.in_text(resource)
                    # A service calls a function for each method: that it is this stack's is what counts.
                    limits = OWN if action == _CALL and _is_from_own_source(statement, names) else condition
                    yield Grant(who, is_own, statement["effect"], action, where, limits)


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
        return ANYBODY
    return name if kind in ("Service", "Federated", "AWS") else principal
