"""Numbers, dates and times are found and brought into one form."""

import pytest

from assistant.translation.figure_forms import ascii_digits, figures


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


def test_what_a_number_may_stand_for_is_kept() -> None:
    found = figures("1.5k, 2 Tage, one week, 3万5千")
    assert {"1.5", "1500", "35000"} <= found.values
    assert (found.durations, found.spelled) == ({2880}, {10_080})


def test_digits_of_all_scripts_become_ours() -> None:
    assert ascii_digits("٣ ४ ５ \u200f၆ 2026–1188") == "3 4 5 6 2026-1188"
