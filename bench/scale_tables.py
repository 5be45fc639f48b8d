"""The cases of `bench.scale` as tables."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

from rich import box
from rich.table import Table

from bench.limits import LIMITS
from bench.profiles import PROFILES


def tables(rows: Sequence[dict[str, Any]]) -> Iterator[Table]:
    """Return which quota is met when, what the stack does then, what to ask for, and what it costs."""
    yield _met()
    for quotas, title in (("default", "a new account's quotas"), ("asked", "the quotas that are asked for")):
        yield _behaviour([row for row in rows if row["quotas"] == quotas], title)
    yield _asked(sorted({row["per_second"] for row in rows}))
    yield _costs([row for row in rows if row["quotas"] == "asked"])


def _met() -> Table:
    table = _table("messages a second at which a quota is met", "quota", *map(str, PROFILES))
    for key in LIMITS:
        at = [profile.met_at().get(key) for profile in PROFILES]
        table.add_row(key, *("-" if each is None else f"{each:,.1f}" for each in at))
    return table


def _behaviour(rows: Sequence[dict[str, Any]], title: str) -> Table:
    table = _table(
        f"five minutes of arrivals, {title}; seconds",
        *("a second", "profile", "turned away", "failed", "degraded", "lasting", "text p50", "p95"),
        *("answer p50", "p95", "heard p95", "drained", "open", "retries", "mostly refused by"),
    )
    for row in rows:
        table.add_row(
            f"{row['per_second']:,}",
            f"{row['profile']}, {row['speech']}",
            *(f"{row[share]:.1%}" for share in ("turned_away_share", "failed_share", "degraded_share")),
            f"{row['lasting_full_share']:.1%}",
            *(f"{row[name]:,.1f}" for name in ("text_p50", "text_p95", "answer_p50", "answer_p95")),
            "-" if row["heard_p95"] is None else f"{row['heard_p95']:.1f}",
            f"{row['drained_after_seconds']:,.0f}",
            f"{row['most_open']:,}",
            f"{row['retries_per_request']:.1f}",
            ", ".join(list(row["refused"])[:2]) or "-",
        )
    return table


def _asked(rates: Sequence[int]) -> Table:
    columns = (f"{rate:,} a second" for rate in rates)
    table = _table("what to ask for", "quota", "profile", "default", *columns)
    for profile in PROFILES:
        for key, limit in LIMITS.items():
            if key not in profile.needs:
                continue
            wanted = [profile.asked(rate)[key] for rate in rates]
            amounts = [each.burst if limit.at_once else each.per_second for each in wanted]
            table.add_row(
                key,
                str(profile),
                f"{limit.value:,.0f}",
                # In the quota's own unit: tokens where the simulation has calls.
                *(
                    "-"
                    if each <= limit.amount
                    else f"{math.ceil(round(each * limit.value / limit.amount, 6)):,}"
                    for each in amounts
                ),
            )
    return table


def _costs(rows: Sequence[dict[str, Any]]) -> Table:
    table = _table("what it costs, USD", "a second", "profile", "a request", "an hour", "a month")
    for row in rows:
        table.add_row(
            f"{row['per_second']:,}",
            f"{row['profile']}, {row['speech']}",
            f"{row['usd_per_request']:.5f}",
            f"{row['usd_per_hour']:,.2f}",
            f"{row['usd_per_month']:,.0f}",
        )
    return table


def _table(title: str, *columns: str) -> Table:
    return Table(*columns, title=title, title_justify="left", box=box.SIMPLE_HEAD)
