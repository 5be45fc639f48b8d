"""A figure, its goal, and the table that shows them."""

import pytest
from rich.console import Console

from bench.figures import Figure, figure_table, p95


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
    assert rows[0] == ["figure", "ratio", "goal", "met", "medians", "and", "ranges"]
    assert rows[2:] == [
        ["cheap", "0.00396", "USD", "0.0045", "yes", "three", "of", "four"],
        ["slow", "12.3", "s", "10", "no"],
        ["interesting", "0.8", "-", "-"],
    ]


def test_the_95th_percentile_lies_between_the_two_next_to_it() -> None:
    assert p95([float(number) for number in range(1, 101)]) == pytest.approx(95.05)
    assert p95([1.0, 2.0]) <= 2.0
