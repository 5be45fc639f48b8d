"""What a day has cost in all: an item of the table for each day (UTC), which intake reads."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from assistant import clock
from assistant.aws.dynamodb import Condition, ConditionFailed, Table
from assistant.cost.meter import Meter

PREFIX: Final = "day#"
"""Of the keys of days: `day#2026-12-01`."""

GRAIN_USD: Final = 0.001
"""At most one write for so much money, which is 0.0625% of it; by chance a day's sum is off by some 1%."""

LIFETIME: Final = timedelta(days=40)


@dataclass(frozen=True)
class Day:
    """One day: what it has cost so far, in USD, and whether operations was told that this is the budget."""

    usd: float
    told: bool


class Ledger:
    """The days of one table; every process adds to the same item."""

    def __init__(self, table: Table, meter: Meter) -> None:
        self._table = table
        self._meter = meter

    def add(self, usd: float) -> None:
        """Add what an invocation cost to today's sum.

        Less than a grain is added as a whole grain, as often as its share of one says: the sum is the same on
        average, and thousands of cheap invocations do not pay for a write each.

        Raises:
            ServiceError: it was not added, or the answer was lost.
        """
        if random.random() * GRAIN_USD >= usd:  # noqa: S311 - nobody gains by guessing it
            return
        now = clock.now()
        kept = Condition(
            "",
            {"#usd": "usd", "#ttl": "ttl"},
            {":usd": max(usd, GRAIN_USD), ":ttl": int((now + LIFETIME).timestamp())},
        )
        self._table.update(_key(now), "SET #ttl = if_not_exists(#ttl, :ttl) ADD #usd :usd", kept)

    def today(self) -> Day:
        """Return today's sum, consistently.

        Raises:
            ServiceError: it cannot be read.
        """
        self._meter.add({"dynamodb_reads": 1})
        item = self._table.get(_key(clock.now())).item or {}
        return Day(usd=item.get("usd", 0), told="told_at" in item)

    def claim_telling(self) -> bool:
        """Return True to one caller a day, who then tells operations.

        Raises:
            ServiceError: it is not known who is to tell.
        """
        now = clock.now()
        unclaimed = Condition("attribute_not_exists(#told)", {"#told": "told_at"}, {":told": clock.iso(now)})
        try:
            self._table.update(_key(now), "SET #told = :told", unclaimed)
        except ConditionFailed:
            return False
        return True

    def release_telling(self) -> None:
        """Let another caller tell operations.

        Raises:
            ServiceError: nobody else will today.
        """
        self._table.update(_key(clock.now()), "REMOVE #told", Condition("", {"#told": "told_at"}))


def next_day(now: datetime) -> datetime:
    """Return when the day ends, and with it its sum."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def _key(now: datetime) -> str:
    return f"{PREFIX}{now.date().isoformat()}"
