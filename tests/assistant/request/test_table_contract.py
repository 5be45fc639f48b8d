"""The fake of the request table keeps the table's contract."""

import pytest

from assistant.cost.meter import Meter
from tests.assistant.fakes import FakeTable
from tests.table_contract import TableContract


class TestFakeTable(TableContract):
    """The contract, kept by the fake."""

    @pytest.fixture
    def meter(self, table: FakeTable) -> Meter:
        return table.meter

    @pytest.fixture
    def prefix(self) -> str:
        return "req"
