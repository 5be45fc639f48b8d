"""`cost`."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from assistant.cost.prices import AS_OF
from local.commands.console import JsonOption, out, print_json, say
from local.commands.cost import profile as message_profile
from local.commands.cost.bill import Bill, month, region_of
from local.commands.cost.profile import MessageProfile, parse_languages
from local.commands.cost.savings import recommend, variants
from local.commands.cost.tables import bill_table, counted, variants_table
from local.errors import LocalError
from support_stack import config

_DAYS = 30
_DEFAULT = MessageProfile()
_LANGUAGES = ",".join(f"{code}={share:g}" for code, share in message_profile.EVERYDAY.items())

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
        print_json(_document(environment, profile, bill, others, priced) | {"advice": advice})
        return
    if not region and not environment.region:
        say(f"environments/{env}.toml sets no Region: {priced}'s prices are taken")
    chosen = (environment.profile, environment.voice.speech)
    _print(_heading(env, chosen, bill, priced), _assumptions(profile))
    out.print(bill_table(bill))
    if bill.total is None:
        _print(f"The total is absent: a line has no price in {priced}.")
    else:
        daily, budget = bill.total / _DAYS, environment.budget.daily_usd
        _print(
            f"{advice}.", f"An average day costs ${daily:,.2f}; the budget alarm is set at ${budget:,.2f}."
        )
    _print("", "The same messages in other settings:")
    out.print(variants_table(others, chosen))
    _print("Not in it: free tiers, data transfer, what is stored, logs, traces, tax (docs/costs.md).")


def _print(*lines: str) -> None:
    for line in lines:
        out.print(line, markup=False, soft_wrap=True)


def _heading(env: str, chosen: tuple[str, str], bill: Bill, region: str) -> str:
    settings = f"profile {chosen[0]}, speech {chosen[1]}"
    return f"{env}: {settings}; {bill.requests:,} messages a month, at {region}'s prices of {AS_OF}"


def _assumptions(profile: MessageProfile) -> str:
    shares = ", ".join(f"{code} {share:.0%}" for code, share in profile.languages.items())
    return (
        f"{profile.length} characters a message, {profile.reply_length} a reply; {shares}; "
        f"{profile.high:.0%} HIGH, {profile.medium:.0%} MEDIUM; {profile.listens:.0%} are listened to; "
        f"{profile.polls:g} polls each"
    )


def _document(
    environment: config.Environment,
    profile: MessageProfile,
    bill: Bill,
    others: dict[tuple[str, str], Bill],
    region: str,
) -> dict[str, Any]:
    return {
        "environment": environment.name,
        "profile": environment.profile,
        "speech": environment.voice.speech,
        "region": region,
        "prices_as_of": AS_OF,
        "requests": bill.requests,
        "messages": asdict(profile),
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
