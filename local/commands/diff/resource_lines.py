"""Lines about resources: what happens to them, whose code changed, alarms and logs, outputs."""

from collections.abc import Iterator, Mapping
from typing import Final

from local.commands.diff.comparison import Comparison
from local.commands.diff.names import Names, code, shown
from local.commands.diff.report import Change, Line, Mark, Property

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


def resource_lines(changes: tuple[Change, ...]) -> Iterator[Line]:
    """Yield what no other section tells, and whatever loses its state."""
    alike: dict[tuple[Mark, str, str], list[str]] = {}
    for change in changes:
        if change.follows or (_is_told_elsewhere(change) and not change.loses_state):
            continue
        mark: Mark = "!" if change.loses_state else _MARKS.get(change.impact, "~")
        state = ", stateful" if change.stateful else ""
        why = ", ".join(_told_name(one) for one in change.properties)
        rest = f" ({change.kind}{state})" + (f": {why}" if why else "")
        alike.setdefault((mark, change.impact, rest), []).append(code(change.path))
    for (mark, impact, rest), paths in alike.items():
        yield Line(mark, f"{impact}: {', '.join(paths)}{rest}")


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


def code_lines(changes: tuple[Change, ...]) -> Iterator[Line]:
    """Yield whose code changed: functions by their names, and layers."""
    for change in changes:
        start = _CODE.get(change.type)
        if start and any(one.name.startswith(start) for one in change.properties):
            yield Line("~", f"{change.kind} {code(change.path.removesuffix('/Function'))}")


def watch_lines(changes: tuple[Change, ...]) -> Iterator[Line]:
    """Yield which alarms change how, and which log groups keep their entries for how long."""
    kept: dict[tuple[str | None, str | None], list[str]] = {}
    for change in changes:
        name = f"{change.kind} {code(change.path)}"
        if change.type in _ALARMS and change.impact != "changed":
            yield Line(_MARKS.get(change.impact, "~"), f"{name} is {change.impact}")
        elif change.type in _ALARMS:
            yield from (Line("~", f"{name}: {code(one.name)}", one.was, one.now) for one in change.properties)
        elif change.type == _LOGS:
            for one in change.properties:
                if one.name == _RETENTION:
                    kept.setdefault((one.was, one.now), []).append(code(change.path))
    for (was, now), paths in kept.items():
        yield Line("~", f"days of logs kept by {', '.join(paths)}", was or "unlimited", now or "unlimited")


def output_lines(comparison: Comparison, names: Names) -> Iterator[Line]:
    """Yield the outputs that are new, gone, or have another value."""
    for one in comparison.outputs:
        was, now = (names.resolved(side) for side in (one.old, one.new))
        if was is None:
            yield Line("+", f"{code(one.name)} is new: {code(shown(now['Value']))}")
        elif now is None:
            yield Line("-", f"{code(one.name)} is gone")
        elif was["Value"] != now["Value"]:
            yield Line("~", code(one.name), shown(was["Value"]), shown(now["Value"]))


def other_lines(comparison: Comparison, names: Names) -> Iterator[Line]:
    """Yield what else of the template differs, such as its description and its parameters."""
    for one in comparison.others:
        was, now = (None if side is None else shown(names.resolved(side)) for side in (one.old, one.new))
        yield Line("~", code(one.name), was, now)
