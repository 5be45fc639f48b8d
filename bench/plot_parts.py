"""What all pictures share: colours that everybody can tell apart (Okabe, Ito), a goal's look, the frame."""

from collections.abc import Sequence
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas

COLOURS: Final = {
    "blue": "#0072B2",
    "sky": "#56B4E9",
    "orange": "#E69F00",
    "green": "#009E73",
    "vermilion": "#D55E00",
    "grey": "#999999",
}
GOAL_STYLE: Final[dict[str, Any]] = {"color": "black", "linestyle": "--", "linewidth": 1.3}
_ON_TOP: Final = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}
"""So that a line which crosses a number does not strike it out."""


def bars(axes: Axes, names: Sequence[str], values: Sequence[float], colours: Sequence[str]) -> None:
    """Draw named bars, the first on top, each with its value."""
    axes.barh(range(len(names)), values, color=colours, height=0.65)
    for at, value in enumerate(values):
        axes.text(value, at, f" {value:.2f}", va="center", fontsize=8, bbox=_ON_TOP)
    name_rows(axes, names)


def name_rows(axes: Axes, names: Sequence[str]) -> None:
    """Name the rows, the first on top."""
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)


def finish(canvas: Canvas, axes: Axes, label: str) -> Canvas:
    """Name the axis, and leave away the frame that says nothing."""
    axes.set_xlabel(label)
    axes.spines[["top", "right"]].set_visible(False)
    canvas.set_layout_engine("constrained")
    return canvas


def legend(axes: Axes, place: str) -> None:
    """Explain the colours without a frame."""
    axes.legend(loc=place, frameon=False, fontsize=9)
