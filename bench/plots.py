"""The pictures of a run; `python -m bench.plots` draws those of the last one anew, from figures.json."""

import itertools
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas

from bench import cold_start, own_time as own, steady as minute
from bench.figures import FOLDER, Report, read

# Colours that everybody can tell apart, by Okabe and Ito.
BLUE: Final = "#0072B2"
SKY: Final = "#56B4E9"
ORANGE: Final = "#E69F00"
VERMILION: Final = "#D55E00"
GREY: Final = "#999999"
GOAL_STYLE: Final[dict[str, Any]] = {"color": "black", "linestyle": "--", "linewidth": 1.3}
_ON_TOP: Final = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}
"""A box behind a number, so that lines do not cross it."""
_BILL: Final = {"speech": VERMILION, "translation": BLUE, "analysis": SKY, "model": ORANGE}


def draw(found: Report, folder: Path = FOLDER) -> list[Path]:
    """Draw a run's pictures, and return the files."""
    data = found["data"]
    pictures = {
        "overview": overview(found["figures"]),
        "costs": costs(data["costs"]),
        "answers": answers(data["steady"], data["cold"]),
        "own-time": own_time(data["own_time"]),
        "cold-imports": cold_imports(data["cold import"], data["ready for the first call"]),
    }
    for name, picture in pictures.items():
        # Without the library's version the same data makes the same file.
        picture.savefig(folder / f"{name}.png", dpi=110, metadata={"Software": None})
    return [folder / f"{name}.png" for name in pictures]


def overview(figures: Sequence[Mapping[str, Any]]) -> Canvas:
    """Every figure as a share of its goal; goals of zero are counted, since nothing is a share of zero."""
    wanted = [figure for figure in figures if figure["goal"]]
    none = [figure for figure in figures if figure["goal"] == 0]
    axes = _axes(0.27 * len(wanted) + 0.8)
    shares = [figure["value"] / figure["goal"] for figure in wanted]
    colours = [BLUE if figure["met"] else VERMILION for figure in wanted]
    axes.barh(range(len(wanted)), shares, color=colours, height=0.65)
    for at, share in enumerate(shares):
        axes.text(share, at, f" {share:.2f}", va="center", fontsize=8, bbox=_ON_TOP)
    _name_rows(axes, [figure["figure"].removesuffix(" / boto3 and one client") for figure in wanted])
    axes.axvline(1, **GOAL_STYLE)
    axes.set_xlim(0, 1.1 * max(1.0, *shares))
    met = sum(figure["met"] for figure in none)
    return _finished(axes, f"measured / goal (dashed)\n{met} of {len(none)} goals of zero are met")


def costs(profiles: Mapping[str, Any]) -> Canvas:
    """What a request costs by line of the bill, and each profile's goal."""
    axes = _axes(3.6)
    parts = [profile["lines"] for profile in profiles.values()]
    goals = [1000 * profile["goal"] for profile in profiles.values()]
    stacks = {line: [1000 * part.get(line, 0.0) for part in parts] for line in _BILL}
    stacks["everything else"] = [
        1000 * sum(usd for line, usd in part.items() if line not in _BILL) for part in parts
    ]
    ends = [0.0] * len(parts)
    for line, widths in stacks.items():
        axes.barh(range(len(parts)), widths, left=ends, color=_BILL.get(line, GREY), label=line, height=0.55)
        ends = [end + width for end, width in zip(ends, widths, strict=True)]
    for at, (end, goal) in enumerate(zip(ends, goals, strict=True)):
        axes.plot([goal, goal], [at - 0.4, at + 0.4], **GOAL_STYLE, label="goal" if at == 0 else None)
        axes.text(max(end, goal), at, f"  {end:.2f}, goal {goal:g}", va="center", fontsize=9)
    _name_rows(axes, [name.replace(", ", ",\n", 1) for name in profiles])
    axes.set_xlim(0, 1.25 * max(*ends, *goals))
    axes.legend(loc="lower right", frameon=False, fontsize=9)
    return _finished(axes, "USD for 1,000 requests")


def answers(steady: Mapping[str, Sequence[float]], cold: Mapping[str, float]) -> Canvas:
    """Which share of the requests is answered after how long; and the first request after a deployment."""
    axes = _axes(3.8)
    for what, name, colour, line, marker in (
        ("text", "readable text", BLUE, "-", "o"),
        ("audio", "audio", VERMILION, "-.", "s"),
    ):
        axes.ecdf(steady[what], linestyle=line, label=f"{name}, one request a second", color=colour)
        axes.plot(cold[what], 0.03, marker, label=f"{name}, first request, all cold", color=colour)
    axes.axvline(minute.GOAL_SECONDS, **GOAL_STYLE, label="goal for 95%")
    axes.axhline(0.95, color=GREY, linewidth=0.8)
    axes.set_xlim(0, 1.05 * max(minute.GOAL_SECONDS, *cold.values(), *steady["audio"]))
    axes.set_ylabel("share of requests")
    axes.legend(loc="center right", bbox_to_anchor=(0.93, 0.5), frameon=False, fontsize=9)
    return _finished(axes, "seconds from POST")


def own_time(times: Mapping[str, Sequence[float]]) -> Canvas:
    """Each request's own time, each run of the empty chain, and their medians."""
    axes = _axes(2.4)
    for at, (seconds, colour) in enumerate(zip(times.values(), (BLUE, ORANGE), strict=True)):
        middle = 1000 * statistics.median(seconds)
        axes.plot([1000 * each for each in seconds], [at] * len(seconds), "o", color=colour, alpha=0.6)
        axes.plot([middle, middle], [at - 0.25, at + 0.25], color="black")
        axes.text(middle, at - 0.3, f"{middle:.0f}", ha="center", fontsize=9)
    goal = own.GOAL * 1000 * statistics.median(times["the empty chain"])
    axes.axvline(goal, **GOAL_STYLE, label=f"goal for the median: {own.GOAL:g} times the empty chain's")
    _name_rows(axes, list(times))
    axes.set_xlim(0, 1.1 * max(goal, *(1000 * each for each in itertools.chain(*times.values()))))
    axes.legend(loc="lower left", frameon=False, fontsize=9)
    return _finished(axes, "milliseconds (bars: medians)")


def cold_imports(imports: Mapping[str, float], ready: Mapping[str, float]) -> Canvas:
    """Each function's process that imports it, and that makes it ready, as multiples of boto3's."""
    axes = _axes(0.36 * len(imports) + 1.2)
    names = sorted(imports, key=lambda name: imports[name], reverse=True)
    rows = range(len(names))
    imported, made_ready = ([times[name] for name in names] for times in (imports, ready))
    axes.hlines(rows, 1, made_ready, color=GREY, linewidth=1)
    axes.plot(imported, rows, "o", color=BLUE, label="imported")
    axes.plot(made_ready, rows, "D", color=ORANGE, label="ready for its first call")
    axes.axvline(cold_start.GOAL, **GOAL_STYLE, label="goal for the import")
    _name_rows(axes, names)
    axes.set_xlim(min(0.95, *imported), 1.03 * max(cold_start.GOAL, *imported, *made_ready))
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3, frameon=False, fontsize=9)
    return _finished(axes, "whole process / a process with boto3 and one client")


def _axes(height: float) -> Axes:
    """Return the axes of a new picture, its height in inches; all have the same width."""
    return Canvas(figsize=(9, height)).subplots()


def _name_rows(axes: Axes, names: Sequence[str]) -> None:
    """Name the rows, the first on top."""
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)


def _finished(axes: Axes, label: str) -> Canvas:
    """Name the axis, remove the frame on top and to the right, and return the picture."""
    canvas = axes.figure
    assert isinstance(canvas, Canvas)
    axes.set_xlabel(label)
    axes.spines[["top", "right"]].set_visible(False)
    canvas.set_layout_engine("constrained")
    return canvas


if __name__ == "__main__":
    draw(read())
