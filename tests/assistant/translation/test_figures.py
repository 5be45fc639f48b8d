"""A figure is there, or it is missing."""

import pytest

from assistant.translation.figure_forms import figures


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
        ("2026-1188", "2026 1188", []),
        ("2026-1188", "2026 1189", ["2026-1188"]),
        ("12/11", "12/12", ["11-12"]),
        ("12/11/2026", "le 12/12/2026", ["26-11-12"]),
        ("12/11", "11.12.", []),
        ("9-5", "9 am to 5 pm", []),
        ("12/11 12:00", "12/12 12:00", ["11-12"]),
        ("11/2026-1", "2026", ["11-2026-1"]),
        ("2026/11", "novembre 2026", []),
        ("2026/11", "novembre 2025", ["2026/11"]),
        ("24 hours", "one day", []),
        ("24 hours", "soon", ["24"]),
        ("24 hours", "48 hours, two days", ["24"]),
        ("48 hours", "2 days", []),
        ("90 minutes", "1h30", []),
        ("1h30", "90 minutes", []),
        ("1h30", "80 minutes", ["1:30"]),
        ("2026", "69", []),
        ("12/11/2026", "1405/08/21", []),
        ("2026", "2569", []),
        ("2026", "2469", ["2026"]),
        ("26", "2026", []),
        ("26 et 2026", "2026", ["26"]),
        ("123456", "12 34 56", []),
    ],
)
def test_a_figure_is_looked_for_in_every_form(one: str, other: str, missing: list[str]) -> None:
    assert [item.key for item in figures(one).missing(figures(other))] == missing
