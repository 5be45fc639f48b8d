from __future__ import annotations

import pytest

from local.standins.pii import find_pii


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Mail a.b+c@example.co.uk now", [("EMAIL", "a.b+c@example.co.uk")]),
        ("en", "Call +33 6 12 34 56 78.", [("PHONE", "+33 6 12 34 56 78")]),
        ("en", "Call (555) 123-4567 x", [("PHONE", "(555) 123-4567")]),
        ("en", "Card 4111 1111 1111 1111", [("CREDIT_DEBIT_NUMBER", "4111 1111 1111 1111")]),
        ("en", "Card 4111 1111 1111 1112", []),
        ("en", "My name is Anna Schmidt.", [("NAME", "Anna Schmidt")]),
        ("es", "Me llamo Lucía Fernández", [("NAME", "Lucía Fernández")]),
        ("en", "Order 2026-1188 of 12/10/2026 for 1,299.00", []),
    ],
)
def test_personal_data_of_known_form_is_found(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    found = [(e["Type"], text[e["BeginOffset"] : e["EndOffset"]]) for e in find_pii(text, language)]
    assert found == expected
