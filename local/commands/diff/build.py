"""From two templates to the report."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from local.commands.diff.changes import read_changes
from local.commands.diff.comparison import Comparison, Template, as_returned, compare
from local.commands.diff.costs import bill_of, change_of
from local.commands.diff.exposure import exposure_lines
from local.commands.diff.names import Names, code, shown, word
from local.commands.diff.permissions import permission_lines, policy_lines, summary
from local.commands.diff.report import Change, Costs, Line, Mark, Property, Report, Section
from local.commands.diff.settings import environment_of, reason_lines, setting_lines
from local.errors import LocalError
from support_stack import config

_ALARMS: Final = ("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")
_LOGS: Final = "AWS::Logs::LogGroup"
_RETENTION: Final = "RetentionInDays"
_CODE: Final = {
    "AWS::Lambda::Function": "Code.",
    "AWS::Lambda::LayerVersion": "Content.",
}
"""What of a function, or of a layer, is its code."""

_STATEMENTS: Final = (
    "AWS::IAM::ManagedPolicy",
    "AWS::IAM::Policy",
    "AWS::Lambda::Permission",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueuePolicy",
)
"""What holds statements alone: they are told by what they allow."""

_MARKS: Final[Mapping[str, Mark]] = {"added": "+", "removed": "-", "left behind": "-", "changed": "~"}


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
        "Resources": tuple(_resource_lines(changes)),
        "Permissions": permission_lines(*iam, names),
        "Exposure": (*exposure_lines(deployed, made, names), *policy_lines(*iam, names)),
        "Alarms and logs": tuple(_watch_lines(changes)),
        "Code": tuple(_code_lines(changes)),
        "Outputs": tuple(_output_lines(comparison, names)),
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
        "Exposure": exposure_lines({}, made, names),
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


def _resource_lines(changes: tuple[Change, ...]) -> Iterator[Line]:
    """Yield what no other section tells, and whatever loses its state."""
    for change in changes:
        if change.follows or (_is_told_elsewhere(change) and not change.loses_state):
            continue
        mark: Mark = "!" if change.loses_state else _MARKS.get(change.impact, "~")
        state = ", stateful" if change.stateful else ""
        why = ", ".join(_told_name(one) for one in change.properties)
        subject = f"{change.impact}: {code(change.path)} ({change.kind}{state})"
        yield Line(mark, f"{subject}: {why}" if why else subject)


def _told_name(one: Property) -> str:
    return f"{code(one.name)}{' (requires replacement)' if one.replaces else ''}"


def _is_told_elsewhere(change: Change) -> bool:
    if change.type in (*_ALARMS, *_STATEMENTS):
        return True
    if change.type == "AWS::ApiGateway::Method":
        return change.impact in ("added", "removed")
    told = _RETENTION if change.type == _LOGS else _CODE.get(change.type)
    if told is None or not change.properties:
        return False
    return all(one.name.startswith(told) for one in change.properties)


def _code_lines(changes: tuple[Change, ...]) -> Iterator[Line]:
    """Yield whose code changed: functions by their names, and layers."""
    for change in changes:
        start = _CODE.get(change.type)
        if start and any(one.name.startswith(start) for one in change.properties):
            yield Line("~", f"{change.kind} {code(change.path.removesuffix('/Function'))}")


def _watch_lines(changes: tuple[Change, ...]) -> Iterator[Line]:
    for change in changes:
        name = f"{change.kind} {code(change.path)}"
        if change.type in _ALARMS and change.impact != "changed":
            yield Line(_MARKS.get(change.impact, "~"), f"{name} is {change.impact}")
        elif change.type in _ALARMS:
            yield from (Line("~", f"{name}: {code(one.name)}", one.was, one.now) for one in change.properties)
        elif change.type == _LOGS:
            kept = (one for one in change.properties if one.name == _RETENTION)
            yield from (Line("~", f"{name} keeps", _days(one.was), _days(one.now)) for one in kept)


def _days(days: str | None) -> str:
    return f"{days} days" if days else "everything"


def _output_lines(comparison: Comparison, names: Names) -> Iterator[Line]:
    for one in comparison.outputs:
        was, now = (names.resolved(side) for side in (one.old, one.new))
        if was is None:
            yield Line("+", f"{code(one.name)} is new: {code(shown(now['Value']))}")
        elif now is None:
            yield Line("-", f"{code(one.name)} is gone")
        elif was["Value"] != now["Value"]:
            yield Line("~", code(one.name), shown(was["Value"]), shown(now["Value"]))
