"""From two templates to the report."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from local.commands.diff.changes import read_changes
from local.commands.diff.comparison import Template, as_returned, compare
from local.commands.diff.costs import bill_of, change_of
from local.commands.diff.exposure import exposure_lines
from local.commands.diff.names import Names, word
from local.commands.diff.permissions import permission_lines, policy_lines, summary
from local.commands.diff.report import Costs, Line, Report, Section
from local.commands.diff.resource_lines import (
    code_lines,
    other_lines,
    output_lines,
    resource_lines,
    watch_lines,
)
from local.commands.diff.settings import environment_of, reason_lines, setting_lines
from local.errors import LocalError
from support_stack import config


def build(stack: str, place: str, deployed: Template | None, made: Template) -> Report:
    """Return what a deployment of a template would change; `deployed` is None where there is no stack yet."""
    if deployed is None:
        return _new(stack, place, made)
    made = as_returned(made, deployed)
    names = Names.of(deployed, made)
    comparison = compare(deployed, made)
    changes = read_changes(comparison.resources, names)
    old, new = environment_of(deployed), environment_of(made)
    costs, notes = _costs(old, new, deployed, made)
    iam = comparison.old_iam, comparison.new_iam
    sections = {
        "Settings": setting_lines(old, new) if old and new else (),
        "Resources": tuple(resource_lines(changes)),
        "Permissions": permission_lines(*iam, names),
        "Exposure": (*exposure_lines(deployed, made, names), *policy_lines(*iam, names)),
        "Alarms and logs": tuple(watch_lines(changes)),
        "Code": tuple(code_lines(changes)),
        "Outputs": tuple(output_lines(comparison, names)),
        "Rest of the template": tuple(other_lines(comparison, names)),
        "Reasons for cdk-nag": reason_lines(deployed, made, names) if old else (),
    }
    found = tuple(Section(title, lines) for title, lines in sections.items() if lines)
    return Report(stack, place, new=False, changes=changes, sections=found, costs=costs, notes=notes)


def _new(stack: str, place: str, made: Template) -> Report:
    """Return the report of a stack that does not exist: what it is made of, not each of its resources."""
    names = Names.of(made)
    comparison = compare({}, made)
    changes = read_changes(comparison.resources, names)
    counts = Counter(one.type for one in changes)
    ordered = sorted(counts.items(), key=lambda one: (-one[1], word(one[0])))
    costs, notes = _costs(None, environment_of(made), {}, made)
    sections = {
        "Resources": tuple(Line("+", f"{count} × {word(kind)}") for kind, count in ordered),
        "Permissions": summary(comparison.new_iam, names),
        "Exposure": (
            *exposure_lines({}, made, names),
            *policy_lines(comparison.old_iam, comparison.new_iam, names),
        ),
    }
    found = tuple(Section(title, lines) for title, lines in sections.items() if lines)
    return Report(stack, place, new=True, changes=changes, sections=found, costs=costs, notes=notes)


def _costs(
    old: Mapping[str, Any] | None, new: Mapping[str, Any] | None, deployed: Template, made: Template
) -> tuple[Costs | None, tuple[str, ...]]:
    if new is None:
        return None, ("The new template does not say what it was made from: no settings and no costs.",)
    if deployed and old is None:
        return None, (
            "The deployed template does not say what it was made from: an earlier version made it. Settings, "
            "costs and reasons for cdk-nag are compared after the next deployment.",
        )
    try:
        return change_of(bill_of(old, deployed) if old else None, bill_of(new, made)), ()
    except (config.ConfigError, LocalError) as error:
        return None, (f"The costs are not compared: {error}.",)
