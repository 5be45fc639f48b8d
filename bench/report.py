"""What a run leaves behind: every figure, and what the plots draw, as JSON."""

import json
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench.figures import Figure
from local.environment.paths import ROOT

FOLDER: Final = ROOT / "docs" / "bench"

Report = dict[str, Any]


def report(figures: Sequence[Figure], seconds: float) -> Report:
    """Return the figures of a run that took so many seconds; of the machine, only what kind it is."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "system": platform.system(),
        },
        "seconds": round(seconds),
        "figures": [figure.as_json() for figure in figures],
        "data": gathered(figures),
    }


def gathered(figures: Sequence[Figure]) -> dict[str, dict[str, Any]]:
    """Return what the figures are made from, by topic."""
    topics: dict[str, dict[str, Any]] = {}
    for figure in figures:
        for topic, values in figure.data.items():
            topics.setdefault(topic, {}).update(values)
    return topics


def write(found: Report, folder: Path = FOLDER) -> Path:
    """Write it as figures.json, and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "figures.json"
    file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return file


def read(folder: Path = FOLDER) -> Report:
    """Return what the last run wrote."""
    found: Report = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    return found
