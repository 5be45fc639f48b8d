"""The ledger of a day in DynamoDB: what it asks for, and what it adds up to."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.aws.dynamodb import Table
from assistant.cost.meter import Meter
from assistant.errors import ServiceBusy
from assistant.request.ledger import GRAIN_USD, Day, Ledger, next_day
from tests.assistant.stubs import Stub, client, stubbed

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
KEY = {"pk": {"S": "day#2026-12-01"}}


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.clock.now", lambda: NOON)


@pytest.fixture
def dynamodb() -> Iterator[Stub]:
    with stubbed(client("dynamodb")) as stub:
        yield stub


@pytest.fixture
def meter() -> Meter:
    return Meter()


@pytest.fixture
def ledger(dynamodb: Stub, meter: Meter) -> Ledger:
    return Ledger(Table("table", None, dynamodb.client), meter)


def adding(usd: str) -> dict[str, Any]:
    return {
        "TableName": "table",
        "Key": KEY,
        "UpdateExpression": "SET #ttl = if_not_exists(#ttl, :ttl) ADD #usd :usd",
        "ExpressionAttributeNames": {"#ttl": "ttl", "#usd": "usd"},
        "ExpressionAttributeValues": {":usd": {"N": usd}, ":ttl": {"N": "1799582400"}},
        "ReturnValues": "ALL_NEW",
    }


def test_a_cost_is_added_to_the_item_of_its_day(dynamodb: Stub, ledger: Ledger) -> None:
    dynamodb.add_response("update_item", {"Attributes": KEY}, adding("0.0157"))
    ledger.add(0.0157)


def test_less_than_a_grain_is_now_and_then_a_whole_one(
    dynamodb: Stub, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter([0.249, 0.251])
    monkeypatch.setattr("assistant.request.ledger.random.random", lambda: next(drawn))
    dynamodb.add_response("update_item", {"Attributes": KEY}, adding("0.001"))
    ledger.add(GRAIN_USD / 4)
    ledger.add(GRAIN_USD / 4)


def test_many_small_costs_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Summing(Table):
        def __init__(self) -> None:
            self.usd = 0.0
            self.writes = 0

        def update(self, _key: str, _expression: str, condition: Any) -> Any:
            self.usd += condition.values[":usd"]
            self.writes += 1

    monkeypatch.setattr("assistant.request.ledger.random.random", random.Random(7).random)  # noqa: S311
    table = Summing()
    for _ in range(100_000):
        Ledger(table, Meter()).add(0.000007)
    assert table.usd == pytest.approx(0.7, rel=0.1)
    assert table.writes < 1_000


def test_nothing_is_added_for_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.request.ledger.random.random", lambda: 0.0)
    ledger.add(0.0)


@pytest.mark.parametrize(
    ("item", "day"),
    [
        (None, Day(0, told=False)),
        ({"usd": {"N": "4.25"}}, Day(4.25, told=False)),
        ({"usd": {"N": "5"}, "told_at": {"S": "2026-12-01T11:00:00.000Z"}}, Day(5, told=True)),
        ({"told_at": {"S": "2026-12-01T11:00:00.000Z"}}, Day(0, told=True)),
    ],
)
def test_today_is_read(dynamodb: Stub, ledger: Ledger, meter: Meter, item: Any, day: Day) -> None:
    meter.start({})
    dynamodb.add_response(
        "get_item",
        {"Item": {**KEY, **item}} if item else {},
        {"TableName": "table", "Key": KEY, "ConsistentRead": True},
    )
    assert ledger.today() == day
    assert meter.used["dynamodb_reads"] == 1


def test_one_caller_a_day_tells_operations(dynamodb: Stub, ledger: Ledger) -> None:
    dynamodb.add_response("update_item", {"Attributes": KEY})
    dynamodb.add_client_error("update_item", "ConditionalCheckFailedException")
    assert ledger.claim_telling()
    assert not ledger.claim_telling()


def test_a_table_that_is_busy_is_an_error(dynamodb: Stub, ledger: Ledger) -> None:
    dynamodb.add_client_error("update_item", "ThrottlingException")
    with pytest.raises(ServiceBusy):
        ledger.add(1)


def test_a_day_ends_at_midnight_in_utc() -> None:
    assert next_day(datetime(2026, 12, 31, 23, 59, 59, 999, tzinfo=UTC)) == datetime(2027, 1, 1, tzinfo=UTC)
