"""Figures with their goals; the table, the file and the pictures that are made of them."""

from pathlib import Path

import pytest
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from rich.console import Console

from bench import plots
from bench.figures import Figure, figure_table, p95, read, report, write

COSTS = {"goal": 0.002, "lines": {"speech": 0.001, "table": 0.0001}}
FIGURES = [
    Figure("ours / theirs", 1.2, 1.35, data={"own_time": {"a request": [0.3], "the empty chain": [0.25]}}),
    Figure("lost", 0, 0, data={"cold": {"text": 4.0, "audio": 5.0}}),
    Figure("text", 4.0, 10, unit="s", data={"steady": {"text": [2.0, 4.0]}}),
    Figure("audio", 5.0, 4, unit="s", data={"steady": {"audio": [3.0, 5.0]}}),
    Figure("cost", 0.0011, 0.002, unit="USD", data={"costs": {"quality, speech always": COSTS}}),
    Figure("import", 1.1, 1.3, data={"cold import": {"sweep": 1.1}}),
    Figure("ready", 1.4, data={"ready for the first call": {"sweep": 1.4}}),
]


@pytest.mark.parametrize(
    ("value", "goal", "met"), [(1.0, 1.0, True), (1.01, 1.0, False), (0.0, 0.0, True), (7.0, None, None)]
)
def test_a_goal_is_the_most_that_it_may_be(value: float, goal: float | None, met: bool | None) -> None:
    assert Figure("x", value, goal).met is met


def test_the_table_says_what_is_met() -> None:
    figures = [
        Figure("cheap", 0.00396, 0.0045, "three of four", "USD"),
        Figure("slow", 12.34, 10, unit="s"),
        Figure("interesting", 0.8),
    ]
    console = Console(width=120)
    with console.capture() as shown:
        console.print(figure_table(figures))
    rows = [line.split() for line in shown.get().splitlines() if line.strip()]
    assert rows[0] == ["figure", "value", "goal", "met", "medians", "and", "ranges"]
    assert rows[2:] == [
        ["cheap", "0.00396", "USD", "0.0045", "yes", "three", "of", "four"],
        ["slow", "12.3", "s", "10", "no"],
        ["interesting", "0.8", "-", "-"],
    ]


def test_the_95th_percentile_lies_between_the_two_next_to_it() -> None:
    assert p95([float(number) for number in range(1, 101)]) == pytest.approx(95.05)
    assert p95([1.0, 2.0]) <= 2.0


def test_the_file_holds_each_figure_and_its_data(tmp_path: Path) -> None:
    found = report(FIGURES, 512.4)
    assert write(found, tmp_path).name == "figures.json"
    assert read(tmp_path) == found
    assert found["seconds"] == 512
    assert found["data"]["steady"] == {"text": [2.0, 4.0], "audio": [3.0, 5.0]}
    assert found["figures"][3] == {
        "figure": "audio",
        "value": 5.0,
        "unit": "s",
        "goal": 4,
        "met": False,
        "detail": "",
    }


def test_the_file_names_the_kind_of_machine_and_no_more() -> None:
    assert set(report([], 1)["machine"]) == {"cores", "python", "system"}


def test_pictures_can_be_drawn_anew(tmp_path: Path) -> None:
    write(report(FIGURES, 512), tmp_path)
    first = [file.read_bytes() for file in plots.draw(read(tmp_path), tmp_path)]
    assert len(first) == 5
    assert all(picture.startswith(b"\x89PNG") for picture in first)
    assert [file.read_bytes() for file in plots.draw(read(tmp_path), tmp_path)] == first


def bars(axes: Axes) -> list[Rectangle]:
    return [patch for patch in axes.patches if isinstance(patch, Rectangle)]


def test_the_overview_shows_shares_of_goals() -> None:
    axes = plots.overview([figure.as_json() for figure in FIGURES]).axes[0]
    names = [label.get_text() for label in axes.get_yticklabels()]
    assert names == ["ours / theirs", "text", "audio", "cost", "import"]
    assert [bar.get_width() for bar in bars(axes)] == pytest.approx([1.2 / 1.35, 0.4, 1.25, 0.55, 1.1 / 1.3])
    assert "1 of 1 goals of zero are met" in axes.get_xlabel()


def test_the_bill_is_stacked_up_to_its_sum() -> None:
    axes = plots.costs({"quality, speech always": COSTS}).axes[0]
    assert max(bar.get_x() + bar.get_width() for bar in bars(axes)) == pytest.approx(1.1)
