"""Measured figures with their goals: as a table, and as docs/bench/figures.json."""

import json
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from rich import box
from rich.table import Table

from local.environment.paths import ROOT

FOLDER: Final = ROOT / "docs" / "bench"

Report = dict[str, Any]

_MET: Final = {True: "yes", False: "no", None: "-"}


@dataclass(frozen=True)
class Figure:
    """One measured value; without a `unit` it is a ratio to something measured in the same run.

    `goal` is the largest value allowed; a figure without one is only for information. `detail` is for people,
    `data`, by topic, for the plots.
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
    """Return the median of some times, and their range, in milliseconds."""
    middle, low, high = statistics.median(seconds), min(seconds), max(seconds)
    return f"{middle * 1000:.0f} ms ({low * 1000:.0f} to {high * 1000:.0f})"


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile, interpolated between the two values next to it."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def figure_table(figures: Sequence[Figure]) -> Table:
    """Return the figures as a table; those that miss their goal in red."""
    table = Table("figure", "value", "goal", "met", "medians and ranges", box=box.SIMPLE_HEAD)
    for figure in figures:
        table.add_row(
            figure.name,
            f"{figure.value:.3g} {figure.unit}".rstrip(),
            "-" if figure.goal is None else f"{figure.goal:g}",
            _MET[figure.met],
            figure.detail,
            style="red" if figure.met is False else None,
        )
    return table


def report(figures: Sequence[Figure], seconds: float) -> Report:
    """Return a run's figures and their data as JSON values; of the machine, only what kind it is."""
    data: dict[str, dict[str, Any]] = {}
    for figure in figures:
        for topic, values in figure.data.items():
            data.setdefault(topic, {}).update(values)
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "system": platform.system(),
        },
        "seconds": round(seconds),
        "figures": [figure.as_json() for figure in figures],
        "data": data,
    }


def write(found: Report, folder: Path = FOLDER) -> Path:
    """Write a report as figures.json, and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "figures.json"
    file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return file


def read(folder: Path = FOLDER) -> Report:
    """Return what the last run wrote."""
    found: Report = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    return found
