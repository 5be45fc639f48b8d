"""A month's bill as tables for a person to read."""

from collections.abc import Mapping
from typing import Final

from rich import box
from rich.table import Table
from rich.text import Text

from local.commands.cost.bill import Bill, Line

_MB_MS_PER_GB_S: Final = 1024 * 1000

_WORDS: Final = {
    "translate_characters": "characters",
    "comprehend_units": "units of 100 characters",
    "bedrock_input_tokens": "tokens in",
    "bedrock_output_tokens": "tokens out",
    "polly_characters": "characters",
    "states_transitions": "transitions",
    "lambda_calls": "calls",
    "lambda_mb_ms": "GB-seconds",
    "dynamodb_reads": "units read",
    "dynamodb_writes": "units written",
    "s3_puts": "PUT",
    "s3_gets": "GET",
    "kms_calls": "calls",
    "sns_publishes": "publishes",
    "sns_emails": "e-mails",
    "api_calls": "calls",
}
"""What a counter counts, by its name up to its first colon."""

NO_PRICE: Final = "no price"


def bill_table(bill: Bill) -> Table:
    """Return a bill, its dearest line first, then the total and what each request costs."""
    table = Table("line", "what is counted", box=box.SIMPLE_HEAD)
    table.add_column("USD a month", justify="right")
    table.add_column("share", justify="right")
    for line in bill.lines:
        share = "" if line.usd is None or not bill.total else f"{line.usd / bill.total:.1%}"
        cells = (line.name, counted(line), _usd(line.usd), share)
        table.add_row(*map(Text, cells), style="red" if line.usd is None else None)
    table.add_section()
    table.add_row("total", "", _usd(bill.total), "")
    table.add_row("each request", "without what is paid by the month", _usd(bill.per_request, 6), "")
    return table


def variants_table(bills: Mapping[tuple[str, str], Bill], chosen: tuple[str, str]) -> Table:
    """Return the same messages in other settings, one a row; the chosen one is marked."""
    table = Table("profile", "speech", box=box.SIMPLE_HEAD)
    for name in ("USD a month", "each request"):
        table.add_column(name, justify="right")
    table.add_column("")
    for settings, bill in bills.items():
        mark = "as configured" if settings == chosen else ""
        table.add_row(*settings, _usd(bill.total), _usd(bill.per_request, 6), mark)
    return table


def counted(line: Line) -> str:
    """Return a line's amounts in words, what belongs to one model or engine together."""
    by_kind: dict[str, list[str]] = {}
    for counter, amount in line.amounts.items():
        name, _, kind = counter.partition(":")
        number = amount / _MB_MS_PER_GB_S if name == "lambda_mb_ms" else amount
        by_kind.setdefault(kind, []).append(f"{number:,.0f} {_WORDS.get(name, name)}")
    return "; ".join(", ".join(parts) + (f" ({kind})" if kind else "") for kind, parts in by_kind.items())


def _usd(amount: float | None, decimals: int = 2) -> str:
    return NO_PRICE if amount is None else f"{amount:,.{decimals}f}"
