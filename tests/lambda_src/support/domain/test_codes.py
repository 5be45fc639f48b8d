"""What is written the same in every language is found, and nothing that only looks like it."""

import pytest

from support.domain.codes import spans, without_units


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Order 4471-B, INV/2026/07 and WH-1000XM5.", ["code 4471-B", "code INV/2026/07", "code WH-1000XM5"]),
        ("WH-1000XM5-Kopfhörer", ["code WH-1000XM5"]),
        ("iPhone 15, MacBook", ["name iPhone", "name MacBook"]),
        ("jo@x.de; www.x.io/a.", ["email jo@x.de", "link www.x.io/a"]),
        ("shop.example.com/a?b=A1", ["link shop.example.com/a?b=A1"]),
        ("https://jo@x.de/a", ["link https://jo@x.de/a"]),
        ("24-hour 24-Stunden 3rd 16GB 50EUR 220V 2026-os 2pm 14h30", []),
        ("JE VEUX MON ARGENT, TVA, DHL", []),
        ("2026-1188, 12/11/2026, 49.90", []),
        ("A1" * 40, []),
    ],
)
def test_what_is_found(text: str, found: list[str]) -> None:
    assert [f"{span.kind} {text[span.start : span.end]}" for span in spans(text)] == found


def test_numbers_stand_without_their_units() -> None:
    assert without_units("16GB, 3rd, EUR50, 2pm, 14h30").replace(" ", "") == "16,3,50,2pm,14h30"
