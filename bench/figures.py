"""A measured figure and its goal."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from rich import box
from rich.table import Table

_MET: Final = {True: "yes", False: "no", None: "-"}


@dataclass(frozen=True)
class Figure:
    """What was measured, where `unit` is empty as a ratio to something measured in the same run.

    `goal` is the most that it may be; None where it is for information. `detail` says what it was made from,
    `data` holds that for the plots, by their topic.
    """

    name: str
    value: float
    goal: float | None = None
    detail: str = ""
    unit: str = ""
    data: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None without one."""
        return None if self.goal is None else self.value <= self.goal

    def as_json(self) -> dict[str, Any]:
        """Return what is written, without the plots' data."""
        return {
            "figure": self.name,
            "value": self.value,
            "unit": self.unit,
            "goal": self.goal,
            "met": self.met,
            "detail": self.detail,
        }


def spread(seconds: Sequence[float]) -> str:
    """Return the median of some times, and their range."""
    middle, low, high = statistics.median(seconds), min(seconds), max(seconds)
    return f"{middle * 1000:.0f} ms ({low * 1000:.0f} to {high * 1000:.0f})"


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile; the largest of a few lies at or above it."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def figure_table(figures: Sequence[Figure]) -> Table:
    """Return the figures as a table; those that miss their goal in red."""
    table = Table("figure", "ratio", "goal", "met", "medians and ranges", box=box.SIMPLE_HEAD)
    for figure in figures:
        goal = "-" if figure.goal is None else f"{figure.goal:g}"
        table.add_row(
            figure.name,
            f"{figure.value:.3g} {figure.unit}".rstrip(),
            goal,
            _MET[figure.met],
            figure.detail,
            style="red" if figure.met is False else None,
        )
    return table
