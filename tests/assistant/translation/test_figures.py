"""Numbers, dates and times are found, brought into one form, and looked for in another text."""

import pytest

from assistant.text.normalized import ascii_digits
from assistant.translation.figure_forms import figures


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("le 12/11/2026", ["26-11-12"]),
        ("2026-11-12", ["26-11-12"]),
        ("99/88/77", ["99-88-77"]),
        ("2:30 pm et 16h", ["2:30", "16"]),
        ("5 pommes, 5 €, $5", ["5", "5"]),
        ("25:70", ["25", "70"]),
        ("ב-12/11", ["11-12"]),
        ("14.30-16.00", ["14.3", "16"]),
        ("14:30-16:00", ["2:30", "4:00"]),
        ("24-48", ["24", "48"]),
        ("1188-2026", ["1188-2026"]),
        ("48 h", ["48"]),
        ("民國115年11月3日", ["26-03-11"]),
        ("۱۴۰۵/۰۸/۱۲", []),
        ("", []),
    ],
)
def test_what_is_found(text: str, keys: list[str]) -> None:
    assert [item.key for item in figures(ascii_digits(text)).items] == keys


def test_possible_values_of_a_number_are_kept() -> None:
    found = figures("1.5k, 2 Tage, one week, 3万5千")
    assert {"1.5", "1500", "35000"} <= found.values
    assert (found.durations, found.spelled) == ({2880}, {10_080})


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
def test_a_figure_is_found_in_any_notation(one: str, other: str, missing: list[str]) -> None:
    assert [item.key for item in figures(one).missing(figures(other))] == missing
