"""A bill as a person reads it."""

import io

import pytest
from rich.console import Console, RenderableType

from local.commands.cost.bill import Bill, Line
from local.commands.cost.tables import bill_table, counted, variants_table

SPEECH = Line("speech", {"polly_characters:neural": 6_500_000}, 104.0)
KEY = Line("key", {"HMAC key": 1}, 1.0)


def shown(table: RenderableType) -> list[str]:
    console = Console(width=200, file=io.StringIO())
    console.print(table)
    return [" ".join(line.split()) for line in console.file.getvalue().splitlines()]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        ({"polly_characters:neural": 6_500_000}, "6,500,000 characters (neural)"),
        (
            {"polly_characters:neural": 10, "polly_characters:standard": 5},
            "10 characters (neural); 5 characters (standard)",
        ),
        (
            {
                "bedrock_input_tokens:amazon.nova-lite-v1:0": 8.4,
                "bedrock_output_tokens:amazon.nova-lite-v1:0": 4,
            },
            "8 tokens in, 4 tokens out (amazon.nova-lite-v1:0)",
        ),
        ({"lambda_calls": 101_000, "lambda_mb_ms": 512 * 2_000_000}, "101,000 calls, 1,000 GB-seconds"),
        ({"alarms": 36}, "36 alarms"),
    ],
)
def test_amounts_are_said_in_words(amounts: dict[str, float], words: str) -> None:
    assert counted(Line("", amounts, 0.0)) == words


def test_a_bill_ends_with_its_total_and_a_request_without_what_is_fixed() -> None:
    lines = shown(bill_table(Bill(10_000, (SPEECH, KEY))))
    assert "speech 6,500,000 characters (neural) 104.00 99.0%" in lines
    assert "key 1 HMAC key 1.00 1.0%" in lines
    assert "total 105.00" in lines
    assert "each request without what is paid by the month 0.010400" in lines


def test_a_line_without_a_price_says_so_and_so_does_the_total() -> None:
    lines = shown(bill_table(Bill(10, (Line("model", {"bedrock_input_tokens:new.model": 5}, None), KEY))))
    assert "model 5 tokens in (new.model) no price" in lines
    assert "total no price" in lines
    assert "each request without what is paid by the month no price" in lines


def test_the_configured_settings_are_marked() -> None:
    bills = {("quality", "always"): Bill(10, (SPEECH,)), ("economy", "off"): Bill(10, (KEY,))}
    lines = shown(variants_table(bills, ("quality", "always")))
    assert "quality always 104.00 10.400000 as configured" in lines
    assert "economy off 1.00 0.000000" in lines
