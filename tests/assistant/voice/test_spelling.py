"""What is spelled out when a text is spoken."""

import time

import pytest

from assistant.voice.spelling import codes


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in codes(text)]


@pytest.mark.parametrize(
    "code",
    [
        "4471-B",
        "4471B",
        "4471-b",
        "4471b",
        "A-4471",
        "SKU-1234",
        "АБ-1234",
        "INV_2024_0042",
        "2024/004471",
        "1Z999AA10123456784",
        "FR7630006000011234567890189",
        "req-20261123-020153-3wvoybdfm37t",
        "20261123",
        "75001",
        "06-12-34-56-78",
        "555-1234",
        "٤٤٧١٢٣",
        "४४७१२",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "Votre code {}.", "(n° {}),", "订单{}已发货", "주문 {}는", "d'{}'s", "#{}!"]
)
def test_a_code_and_a_long_number_are_spelled_out(code: str, around: str) -> None:
    assert found(around.format(code)) == [code]


@pytest.mark.parametrize(
    "text",
    [
        *("2026", "1250", "14", "1/2", "24/7", "5-10", "2024-2026", "2025/26", "2024-07"),
        *("12.05.2026", "2026-11-23", "23/11/2026", "23-11-26", "2026-11-23T14:30:00Z", "14:30:15", "14h30"),
        *(
            "1 250,00 €",
            "12500 €",
            "12500,00 €",
            "€12500",
            "$ 12500",
            "EUR 12500",
            "12500 EUR",
            "10000-20000 €",
        ),
        *("12500 Ft", "12500 zł", "12500円", "12500 ريال", "1.250000"),
        *("10kg", "100ml", "21st", "3ème", "16GB", "4K", "A4", "iPhone15", "T-shirt", "COVID", "Covid-19"),
        *("2026-ban", "24-Stunden", "24-h"),
        *("a@b12345.fr", "juergen12345@example.com", "https://x.example/orders/12345?id=99999#b2"),
        *("www.shop24.fr", "shop24.example.com", "shop24.example.com/orders/12345.", "192.168.100.12345"),
        *("Bonjour", "", "日本語", "👍🏽"),
    ],
)
def test_what_is_understood_as_it_is_read_stays(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("A 4471-B-ről, 2026-ban", ["4471-B"]),
        ("Le 23 novembre 2026 : 4471-B, 20261123 et 12500 €.", ["4471-B", "20261123"]),
        ("A 4471-B-t", ["4471-B"]),
        ("abc-1234-xyz9", ["abc-1234-xyz9"]),
        ("12345, 67890", ["12345", "67890"]),
    ],
)
def test_endings_and_neighbours_do_not_belong_to_a_code(text: str, codes: list[str]) -> None:
    assert found(text) == codes


def test_the_end_of_a_word_is_no_currency() -> None:
    assert found("MINISTRY 44718") == ["44718"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["1-", "a1", "a.", "1.", "a@", "-", "1 ", "9", "é", "a-", "1/", "1a-", "a.b-", "A1-ab", "1-a-"]
)
def test_hostile_texts_take_no_longer(part: str) -> None:
    begun = time.process_time()
    for text in (part * 5_000 + "!", part * 5_000 + "1b", "1b" + part * 5_000):
        found(text)
    assert time.process_time() - begun < 1
