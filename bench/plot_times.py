"""The pictures of times: answers, our own time, cold imports, and the simulation at scale."""

import itertools
import statistics
from collections.abc import Mapping, Sequence
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas

from bench import cold_import, own_time as own, steady as minute
from bench.plot_parts import COLOURS, GOAL_STYLE, finish, legend, name_rows

_LOOKS: Final = {"text": ("readable text", "blue", "-", "o"), "audio": ("audio", "vermilion", "-.", "s")}


def answers(steady: Mapping[str, Sequence[float]], cold: Mapping[str, float]) -> Canvas:
    """Which share of the requests is answered after how long; and the first request after a deployment."""
    canvas = Canvas(figsize=(9, 3.8))
    axes = canvas.subplots()
    for what, (name, colour, line, marker) in _LOOKS.items():
        look = {"color": COLOURS[colour]}
        axes.ecdf(steady[what], linestyle=line, label=f"{name}, one request a second", **look)
        axes.plot(cold[what], 0.03, marker, label=f"{name}, first request, all cold", **look)
    axes.axvline(minute.GOAL_SECONDS, **GOAL_STYLE, label="goal for 95%")
    axes.axhline(0.95, color=COLOURS["grey"], linewidth=0.8)
    axes.set_xlim(0, 1.05 * max(minute.GOAL_SECONDS, *cold.values(), *steady["audio"]))
    axes.set_ylabel("share of requests")
    axes.legend(loc="center right", bbox_to_anchor=(0.93, 0.5), frameon=False, fontsize=9)
    return finish(canvas, axes, "seconds from POST")


def own_time(times: Mapping[str, Sequence[float]]) -> Canvas:
    """Each request's own time, each run of the empty chain, and their medians."""
    canvas = Canvas(figsize=(9, 2.4))
    axes = canvas.subplots()
    for at, ((_, seconds), colour) in enumerate(zip(times.items(), ("blue", "orange"), strict=True)):
        middle = 1000 * statistics.median(seconds)
        axes.plot(
            [1000 * each for each in seconds], [at] * len(seconds), "o", color=COLOURS[colour], alpha=0.6
        )
        axes.plot([middle, middle], [at - 0.25, at + 0.25], color="black")
        axes.text(middle, at - 0.3, f"{middle:.0f}", ha="center", fontsize=9)
    goal = own.GOAL * 1000 * statistics.median(times["the empty chain"])
    axes.axvline(goal, **GOAL_STYLE, label=f"goal for the median: {own.GOAL:g} times the empty chain's")
    name_rows(axes, list(times))
    axes.set_xlim(0, 1.1 * max(goal, *(1000 * each for each in itertools.chain(*times.values()))))
    legend(axes, "lower left")
    return finish(canvas, axes, "milliseconds (bars: medians)")


def cold_imports(imports: Mapping[str, float], ready: Mapping[str, float]) -> Canvas:
    """Each function's process that imports it, and that makes it ready, as multiples of boto3's."""
    canvas = Canvas(figsize=(9, 0.36 * len(imports) + 1.2))
    axes = canvas.subplots()
    names = sorted(imports, key=lambda name: imports[name], reverse=True)
    rows = range(len(names))
    axes.hlines(rows, 1, [ready[name] for name in names], color=COLOURS["grey"], linewidth=1)
    axes.plot([imports[name] for name in names], rows, "o", color=COLOURS["blue"], label="imported")
    axes.plot(
        [ready[name] for name in names], rows, "D", color=COLOURS["orange"], label="ready for its first call"
    )
    axes.axvline(cold_import.GOAL, **GOAL_STYLE, label="goal for the import")
    name_rows(axes, names)
    axes.set_xlim(
        min(0.95, *imports.values()), 1.03 * max(cold_import.GOAL, *imports.values(), *ready.values())
    )
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3, frameon=False, fontsize=9)
    return finish(canvas, axes, "whole process / a process with boto3 and one client")


def scale(rows: Sequence[Mapping[str, Any]]) -> Canvas:
    """Seconds to the answer, and retries, over arrivals: under the default quotas, and those asked for."""
    canvas = Canvas(figsize=(9, 6.2))
    seconds, retries = canvas.subplots(2, 1, sharex=True)
    colours = itertools.cycle(("blue", "orange", "vermilion"))
    for profile, speech in dict.fromkeys((row["profile"], row["speech"]) for row in rows):
        colour = COLOURS[next(colours)]
        for quotas, line in (("default", "-"), ("asked", ":")):
            mine = [
                row
                for row in rows
                if (row["profile"], row["speech"], row["quotas"]) == (profile, speech, quotas)
            ]
            at = [row["per_second"] for row in mine]
            label = f"{profile}, speech {speech.replace('_', ' ')}" if quotas == "default" else None
            look = {"color": colour, "linestyle": line, "marker": "o" if quotas == "default" else "x"}
            seconds.plot(at, [row["answer_p95"] for row in mine], label=label, **look)
            retries.plot(at, [row["retries_per_request"] for row in mine], **look)
    seconds.axhline(minute.GOAL_SECONDS, **GOAL_STYLE, label="ten seconds")
    seconds.set_yscale("log")
    seconds.set_ylabel("p95 to the answer, seconds")
    retries.set_ylabel("retries a request")
    _plain(seconds, retries)
    legend(seconds, "upper left")
    label = "requests a second, simulated; solid: a new account's quotas, dotted: the quotas asked for"
    return finish(canvas, retries, label)


def _plain(*both: Axes) -> None:
    for axes in both:
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter("{x:,.0f}")
        axes.spines[["top", "right"]].set_visible(False)
    both[0].yaxis.set_major_formatter("{x:,.0f}")
