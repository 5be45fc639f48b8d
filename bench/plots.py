"""The pictures of a run; `python -m bench.plots` draws those of the last one anew, from figures.json."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure as Canvas

from bench import plot_times
from bench.plot_parts import COLOURS, GOAL_STYLE, bars, finish, legend, name_rows
from bench.report import FOLDER, Report, read


def draw(found: Report, folder: Path = FOLDER) -> list[Path]:
    """Draw a run's pictures, and return the files."""
    data = found["data"]
    pictures = {
        "overview": overview(found["figures"]),
        "costs": costs(data["costs"]),
        "answers": plot_times.answers(data["steady"], data["cold"]),
        "own-time": plot_times.own_time(data["own_time"]),
        "cold-imports": plot_times.cold_imports(data["cold import"], data["ready for the first call"]),
        "scale": plot_times.scale(data["scale"]["rows"]),
    }
    for name, picture in pictures.items():
        # Without the library's version the same data makes the same file.
        picture.savefig(folder / f"{name}.png", dpi=110, metadata={"Software": None})
    return [folder / f"{name}.png" for name in pictures]


def overview(figures: Sequence[Mapping[str, Any]]) -> Canvas:
    """Every figure as a share of its goal; goals of zero are counted, since nothing is a share of zero."""
    wanted = [figure for figure in figures if figure["goal"]]
    none = [figure for figure in figures if figure["goal"] == 0]
    canvas = Canvas(figsize=(9, 0.27 * len(wanted) + 0.8))
    axes = canvas.subplots()
    names = [figure["figure"].removesuffix(" / boto3 and one client") for figure in wanted]
    shares = [figure["value"] / figure["goal"] for figure in wanted]
    bars(axes, names, shares, [COLOURS["blue" if figure["met"] else "vermilion"] for figure in wanted])
    axes.axvline(1, **GOAL_STYLE)
    axes.set_xlim(0, 1.1 * max(1.0, *shares))
    met = sum(figure["met"] for figure in none)
    return finish(canvas, axes, f"measured / goal (dashed)\n{met} of {len(none)} goals of zero are met")


def costs(profiles: Mapping[str, Any]) -> Canvas:
    """What a request costs by line of the bill, and each profile's goal."""
    canvas = Canvas(figsize=(9, 3.6))
    axes = canvas.subplots()
    parts = [profile["lines"] for profile in profiles.values()]
    shown = {"speech": "vermilion", "translation": "blue", "analysis": "sky", "model": "orange"}
    stacks = {line: [1000 * part.get(line, 0.0) for part in parts] for line in shown}
    stacks["everything else"] = [
        1000 * sum(usd for line, usd in part.items() if line not in shown) for part in parts
    ]
    ends = [0.0] * len(parts)
    for line, widths in stacks.items():
        colour = COLOURS[shown.get(line, "grey")]
        axes.barh(range(len(parts)), widths, left=ends, color=colour, label=line, height=0.55)
        ends = [end + width for end, width in zip(ends, widths, strict=True)]
    for at, (end, profile) in enumerate(zip(ends, profiles.values(), strict=True)):
        goal = 1000 * profile["goal"]
        axes.plot([goal, goal], [at - 0.4, at + 0.4], **GOAL_STYLE, label="goal" if at == 0 else None)
        axes.text(max(end, goal), at, f"  {end:.2f}, goal {goal:g}", va="center", fontsize=9)
    name_rows(axes, [name.replace(", ", ",\n", 1) for name in profiles])
    axes.set_xlim(0, 1.25 * max(*ends, *(1000 * profile["goal"] for profile in profiles.values())))
    legend(axes, "lower right")
    return finish(canvas, axes, "USD for 1,000 requests")


if __name__ == "__main__":
    draw(read())
