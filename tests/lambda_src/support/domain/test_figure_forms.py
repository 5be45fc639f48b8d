"""Numbers, dates and times are found and brought into one form."""

import pytest

from support.domain.figure_forms import ascii_digits, figures, value


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12", "12"),
        ("07", "7"),
        ("007", "007"),
        ("1,250", "1250"),
        ("1.250,00", "1250"),
        ("1 250,50", "1250.5"),
        ("1'250.05", "1250.05"),
        ("1,25,000", "125000"),
        ("0.125", "0.125"),
        ("4.5", "4.5"),
        ("1.2.3", "1.2.3"),
        ("49.90", "49.9"),
    ],
)
def test_a_number_has_one_form(written: str, read: str) -> None:
    assert value(written) == read


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("le 12/11/2026", ["26-11-12"]),
        ("2026-11-12", ["26-11-12"]),
        ("99/88/77", ["99-88-77"]),
        ("2:30 pm et 16h", ["2:30", "16"]),
        ("5 pommes, 5 €, $5", ["5", "5"]),
        ("25:70", ["25", "70"]),
        ("", []),
    ],
)
def test_what_is_found(text: str, keys: list[str]) -> None:
    assert [item.key for item in figures(text).items] == keys


def test_digits_of_all_scripts_become_ours() -> None:
    assert ascii_digits("٣ ४ ５ \u200f၆ 2026–1188") == "3 4 5 6 2026-1188"
