"""Requests that have not ended."""

from dataclasses import replace

import pytest

from local.clients import Clients
from local.deployment import Deployment
from local.emulator import Emulator
from local.flight import in_flight
from local.ports import free_port
from tests.local.test_state import DEPLOYMENT


@pytest.fixture
def deployment(clients: Clients, emulator: Emulator) -> Deployment:
    key = {"AttributeName": "open_status", "KeyType": "HASH"}
    clients.dynamodb.create_table(
        TableName="requests",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": name, "AttributeType": "S"} for name in ("pk", "open_status", "received_at")
        ],
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
        GlobalSecondaryIndexes=[
            {
                "IndexName": "by_open",
                "KeySchema": [key, {"AttributeName": "received_at", "KeyType": "RANGE"}],
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
    )
    return replace(DEPLOYMENT, endpoint_url=emulator.endpoint_url, table="requests", ca_bundle=None)


def test_those_that_are_processed_are_named_oldest_first(deployment: Deployment, clients: Clients) -> None:
    assert in_flight(deployment) == []
    table = clients.dynamodb.Table("requests")
    for pk, status, at in (("b", "processing", "2"), ("a", "processing", "1"), ("c", "failed", "0")):
        table.put_item(Item={"pk": pk, "open_status": status, "received_at": at})
    table.put_item(Item={"pk": "d", "received_at": "3"})
    assert in_flight(deployment) == ["a", "b"]


def test_where_nobody_answers_nothing_is_told() -> None:
    silent = replace(DEPLOYMENT, endpoint_url=f"http://127.0.0.1:{free_port()}", ca_bundle=None)
    assert in_flight(silent) == []
