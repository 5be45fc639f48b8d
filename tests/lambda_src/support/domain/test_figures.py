"""A figure is there, or it is missing."""

import pytest

from support.domain.figure_forms import figures


@pytest.mark.parametrize(
    ("one", "other", "missing"),
    [
        ("12/11/2026", "12 novembre 2026", []),
        ("12/11/2026", "12 novembre 2025", ["26-11-12"]),
        ("12/11/2026", "1 janvier 2026", ["26-11-12"]),
        ("12/11", "12 novembre", []),
        ("12/11", "13 octobre", ["11-12"]),
        ("14:30", "2h30", []),
        ("14:30", "2h45", ["2:30"]),
        ("24-48", "24 à 48", []),
        ("2026-1188", "2026 1188", ["2026-1188"]),
        ("2026", "2569", []),
        ("2026", "2469", ["2026"]),
        ("26", "2026", []),
        ("26 et 2026", "2026", ["26"]),
        ("123456", "12 34 56", []),
    ],
)
def test_a_figure_is_looked_for_in_every_form(one: str, other: str, missing: list[str]) -> None:
    assert [item.key for item in figures(one).missing(figures(other))] == missing
