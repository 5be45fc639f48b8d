"""What is written the same in every language is found, and nothing that only looks like it."""

import pytest

from assistant.text.formats import (
    comparable,
    compiled,
    contains_code,
    digit_groups,
    digits_of_code,
    spans,
    without_units,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Order 4471-B, INV/2026/07 and WH-1000XM5.", ["code 4471-B", "code INV/2026/07", "code WH-1000XM5"]),
        ("WH-1000XM5-Kopfhörer", ["code WH-1000XM5"]),
        ("iPhone 15, MacBook", ["name iPhone", "name MacBook"]),
        ("jo@x.de; www.x.io/a.", ["email jo@x.de", "link www.x.io/a"]),
        ("shop.example.com/a?b=A1", ["link shop.example.com/a?b=A1"]),
        ("https://jo@x.de/a", ["link https://jo@x.de/a"]),
        ("24-hour 24-Stunden 3rd 16GB 50EUR 220V 2026-os 2pm 14h30 14h30min 14u30 1m88 Rp500", []),
        ("JE VEUX MON ARGENT, TVA, DHL", []),
        ("2026-1188, 12/11/2026, 49.90", []),
        ("A1" * 40, []),
    ],
)
def test_what_is_found(text: str, found: list[str]) -> None:
    assert [f"{span.kind} {text[span.start : span.end]}" for span in spans(text)] == found


def test_units_are_cut_off_numbers() -> None:
    assert without_units("16GB, 3rd, EUR50, 2pm, 14h30").replace(" ", "") == "16,3,50,2pm,14h30"
    assert without_units("Rp1.500").strip() == "1.500"


def test_units_of_time_and_thousands_stay() -> None:
    assert without_units("24h, 1.5k, 30min").split() == ["24", "hrs", ",", "1.5", "k", ",", "30", "min"]


@pytest.mark.parametrize(
    ("code", "text", "there"),
    [
        ("CMD-2201", "my cmd 2201", True),
        ("CMD-2201", "CMD2201", True),
        ("CMD2201", "cmd-2201-es", True),
        ("A-123", "заказ А-123", True),
        ("AB-12", "παραγγελία ΑΒ-12", True),
        ("INV/2026/07", "inv-2026-07", True),
        ("A-12", "a 12", False),
        ("A-123", "A-1234", False),
        ("A-123", "BA-123", False),
        ("4471-B", "4471-C", False),
    ],
)
def test_a_code_is_found_whatever_joins_its_parts(code: str, text: str, there: bool) -> None:
    assert contains_code(comparable(code), comparable(text)) is there


@pytest.mark.parametrize(
    ("code", "digits"),
    [
        ("cmd-2201", "2201"),
        ("rf/2026/118", "2026118"),
        ("ab12345", "12345"),
        ("a-123", ""),
        ("4471-b", ""),
        ("wh-1000xm5", ""),
    ],
)
def test_the_number_of_a_code_is_what_follows_its_letters(code: str, digits: str) -> None:
    assert digits_of_code(code) == digits


def test_a_pattern_is_compiled_once() -> None:
    assert compiled(r"\d+") is compiled(r"\d+")
    assert compiled(r"\d+").findall("12 a 3") == ["12", "3"]


def test_digit_groups_separated_by_signs_are_one_run() -> None:
    text = "4111 1111-12/27, no 5"
    assert [[text[start:end] for start, end in run] for run in digit_groups(text)] == [
        ["4111", "1111", "12", "27"],
        ["5"],
    ]


@pytest.mark.parametrize("code", ["TRY20", "THB12", "AED1234", "RON50", "CAD15", "SEK300", "MXN77"])
def test_a_voucher_that_begins_like_a_currency_is_a_code(code: str) -> None:
    assert [span.kind for span in spans(f"code {code} please")] == ["code"]
