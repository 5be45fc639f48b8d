"""`cost`: a month's bill as tables or JSON."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any, Final

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from assistant.cost.prices import AS_OF
from local.commands.console import JsonOption, out, print_json, say
from local.commands.cost.bill import Bill, Line, month, recommend, region_of, variants
from local.commands.cost.profile import EVERYDAY, MessageProfile, parse_languages
from local.errors import LocalError
from support_stack import config

_DAYS = 30
_DEFAULT = MessageProfile()
_LANGUAGES = ",".join(f"{code}={share:g}" for code, share in EVERYDAY.items())

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

EnvOption = Annotated[str, typer.Option("--env", help="An environment, by the name of its file.")]
RequestsOption = Annotated[int, typer.Option("--requests", help="Messages a month.", min=1, max=10**9)]
LengthOption = Annotated[int, typer.Option("--length", help="Characters of a message.")]
ReplyLengthOption = Annotated[
    int, typer.Option("--reply-length", help="Characters of a reply, per language.")
]
LanguagesOption = Annotated[str, typer.Option("--languages", help="Shares by code, which add up to 1.")]
ListensOption = Annotated[float, typer.Option("--listens", help="Share whose audio link is opened.")]
HighOption = Annotated[float, typer.Option("--high", help="Share of priority HIGH.")]
MediumOption = Annotated[float, typer.Option("--medium", help="Share of priority MEDIUM.")]
PollsOption = Annotated[float, typer.Option("--polls", help="Calls of the status link per message.")]
RegionOption = Annotated[
    str | None, typer.Option("--region", help="Whose prices; else the environment's Region, else us-east-1.")
]


def cost(
    *,
    env: EnvOption,
    requests: RequestsOption,
    length: LengthOption = _DEFAULT.length,
    reply_length: ReplyLengthOption = _DEFAULT.reply_length,
    languages: LanguagesOption = _LANGUAGES,
    listens: ListensOption = _DEFAULT.listens,
    high: HighOption = _DEFAULT.high,
    medium: MediumOption = _DEFAULT.medium,
    polls: PollsOption = _DEFAULT.polls,
    region: RegionOption = None,
    json: JsonOption = False,
) -> None:
    """Print what a month of messages costs, by line, and what would cut it; nothing has to be deployed."""
    try:
        environment = config.load(env)
    except config.ConfigError as error:
        raise LocalError(str(error)) from error
    profile = MessageProfile(
        length=length,
        reply_length=reply_length,
        languages=parse_languages(languages),
        listens=listens,
        high=high,
        medium=medium,
        polls=polls,
    )
    priced = region_of(environment, region)
    bill = month(environment, profile, requests, priced)
    others = {key: month(other, profile, requests, priced) for key, other in variants(environment).items()}
    advice = recommend(bill, environment, profile, priced)
    if json:
        about = {"environment": env, "region": priced, "prices_as_of": AS_OF, "messages": asdict(profile)}
        settings = {"profile": environment.profile, "speech": environment.voice.speech}
        print_json(about | settings | _figures(bill, others) | {"advice": advice})
        return
    if not region and not environment.region:
        say(f"environments/{env}.toml sets no Region: {priced}'s prices are taken")
    chosen = (environment.profile, environment.voice.speech)
    shares = ", ".join(f"{code} {share:.0%}" for code, share in profile.languages.items())
    _print(
        f"{env}: profile {chosen[0]}, speech {chosen[1]}; {requests:,} messages a month, "
        f"at {priced}'s prices of {AS_OF}",
        f"{length} characters a message, {reply_length} a reply; {shares}; {high:.0%} HIGH, "
        f"{medium:.0%} MEDIUM; {listens:.0%} are listened to; {polls:g} polls each",
    )
    out.print(bill_table(bill))
    if bill.total is None:
        _print(f"The total is absent: a line has no price in {priced}.")
    else:
        daily, budget = bill.total / _DAYS, environment.budget.daily_usd
        average = f"An average day costs ${daily:,.2f}; the budget alarm is set at ${budget:,.2f}."
        _print(f"{advice}.", average)
    _print("", "The same messages in other settings:")
    out.print(variants_table(others, chosen))
    _print("Not in it: free tiers, data transfer, what is stored, logs, traces, tax (docs/costs.md).")


def _print(*lines: str) -> None:
    for line in lines:
        out.print(line, markup=False, soft_wrap=True)


def _figures(bill: Bill, others: Mapping[tuple[str, str], Bill]) -> dict[str, Any]:
    return {
        "requests": bill.requests,
        "lines": [{"line": line.name, "counted": counted(line), "usd": line.usd} for line in bill.lines],
        "total_usd": bill.total,
        "fixed_usd": bill.fixed,
        "per_request_usd": bill.per_request,
        "dominating": bill.dearest.name if bill.dearest else None,
        "variants": [
            {"profile": key[0], "speech": key[1], "total_usd": one.total, "per_request_usd": one.per_request}
            for key, one in others.items()
        ],
    }


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
    return "no price" if amount is None else f"{amount:,.{decimals}f}"
