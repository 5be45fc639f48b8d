"""The request table keeps its contract in the deployed stack, indexes included."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from assistant.cost.meter import Meter
from assistant.request.table import RequestTable
from local.environment.deployment import Deployment
from tests.table_contract import TableContract

pytestmark = pytest.mark.integration


class TestRequestTable(TableContract):
    """The contract, kept by the table; other tests use it at the same time."""

    @pytest.fixture
    def meter(self) -> Meter:
        return Meter()

    @pytest.fixture
    def table(self, deployment: Deployment, meter: Meter) -> RequestTable:
        clients = deployment.clients
        client: Any = clients.session.client("dynamodb", **clients.options)
        return RequestTable(deployment.table, meter, client)

    @pytest.fixture
    def prefix(self, deployment: Deployment) -> Iterator[str]:
        """What the keys of one test begin with; its items are deleted afterwards."""
        prefix = f"contract-{uuid4()}"
        yield prefix
        table = deployment.clients.dynamodb.Table(deployment.table)
        for item in table.scan(ConsistentRead=True)["Items"]:
            if str(item["pk"]).startswith(prefix):
                table.delete_item(Key={"pk": item["pk"]})
