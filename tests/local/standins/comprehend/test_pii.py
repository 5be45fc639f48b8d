import pytest

from local.standins.comprehend.pii import find_pii


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
        ("en", "Order 2026-1188 of 12/10/2026 for 1,299.00", [("DATE_TIME", "12/10/2026")]),
        ("en", "Order 4471-B, 1Z999AA10123456784", []),
        ("en", "Come on Monday at 14:30", [("DATE_TIME", "Monday"), ("DATE_TIME", "14:30")]),
        ("es", "El 12/11/2026 a las 9:15", [("DATE_TIME", "12/11/2026"), ("DATE_TIME", "9:15")]),
        ("en", "at 221B Baker Street, London NW1 6XE.", [("ADDRESS", "221B Baker Street, London NW1 6XE")]),
        ("en", "to 123 Any Street, Seattle, WA 98109", [("ADDRESS", "123 Any Street, Seattle, WA 98109")]),
        ("es", "Vivo en Calle Mayor 3, 28013 Madrid", [("ADDRESS", "Calle Mayor 3, 28013 Madrid")]),
    ],
)
def test_personal_data_of_known_form_is_found(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    found = [(e["Type"], text[e["BeginOffset"] : e["EndOffset"]]) for e in find_pii(text, language)]
    assert found == expected


def test_places_count_code_points_and_come_in_order() -> None:
    text = "🙃 a@example.com, then 12/10/2026"
    found = find_pii(text, "en")
    assert [(e["BeginOffset"], e["EndOffset"]) for e in found] == [(2, 15), (22, 32)]
    assert all(0.9 < e["Score"] < 1 for e in found)
