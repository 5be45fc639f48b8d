"""A measured figure and its goal."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from rich import box
from rich.table import Table


@dataclass(frozen=True)
class Figure:
    """What was measured, as a ratio to something measured in the same run; `detail` holds both."""

    name: str
    value: float
    goal: float
    detail: str = ""

    @property
    def met(self) -> bool:
        """Whether the goal is met."""
        return self.value <= self.goal


def spread(seconds: Sequence[float]) -> str:
    """Return the median of some times, and their range."""
    middle, low, high = statistics.median(seconds), min(seconds), max(seconds)
    return f"{middle * 1000:.0f} ms ({low * 1000:.0f} to {high * 1000:.0f})"


def figure_table(figures: Sequence[Figure]) -> Table:
    """Return the figures as a table; those that miss their goal in red."""
    table = Table("figure", "measured", "at most", "medians and ranges", box=box.SIMPLE_HEAD)
    for figure in figures:
        style = None if figure.met else "red"
        table.add_row(figure.name, f"{figure.value:.2f}", f"{figure.goal:g}", figure.detail, style=style)
    return table
