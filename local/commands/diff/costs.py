"""How `make cost` changes for an environment, with the assumptions that it has unless told otherwise."""

from collections.abc import Mapping
from typing import Any, Final

from local.commands.cost.bill import FIXED, Bill, month, region_of
from local.commands.cost.profile import MessageProfile
from local.commands.diff.comparison import Template
from local.commands.diff.names import resources
from local.commands.diff.report import Costs, Money
from support_stack import config

REQUESTS: Final = 10_000
"""Messages a month; docs/costs.md takes as many."""

_COUNTED: Final = {
    "AWS::KMS::Key": "key",
    "AWS::CloudWatch::Alarm": "alarms",
    "AWS::CloudWatch::CompositeAlarm": "composite_alarms",
    "AWS::CloudWatch::Dashboard": "dashboard",
}
"""What is paid by the month, by the type of the resource that each template is searched for."""


def bill_of(values: Mapping[str, Any], template: Template) -> Bill:
    """Return the month's bill of the environment that a template was made from.

    Raises:
        ConfigError: a version of the product with other keys wrote it.
        LocalError: its Region has no prices.
    """
    environment = config.parse(values)
    kinds = [one["Type"] for one in resources(template).values()]
    counts = {line: kinds.count(kind) for kind, line in _COUNTED.items()}
    fixed = {line: (what, counts.get(line, count), usd) for line, (what, count, usd) in FIXED.items()}
    return month(environment, MessageProfile(), REQUESTS, region_of(environment), fixed)


def change_of(old: Bill | None, new: Bill) -> Costs | None:
    """Return what a bill's lines were and are; None if no line differs by as much as is printed."""
    before, after = ({line.name: line.usd for line in bill.lines} if bill else {} for bill in (old, new))
    lines = tuple(
        Money(name, before.get(name), after.get(name))
        for name in dict.fromkeys((*after, *before))
        if _cents(before.get(name)) != _cents(after.get(name))
    )
    total = Money("total", old.total if old else None, new.total)
    each = Money("each request", old.per_request if old else None, new.per_request)
    return Costs(REQUESTS, lines, total, each) if lines else None


def _cents(usd: float | None) -> int | None:
    return None if usd is None else round(usd * 100)
