"""The settings that the stand-ins get for the latencies."""

import pytest

from bench.faults import ECONOMY, QUALITY, at_medians, drawn
from local.standins.faults.table import FaultTable


def test_the_standins_draw_what_the_table_says() -> None:
    faults = FaultTable()
    faults.replace(drawn(QUALITY))
    drawn_seconds = sorted(faults.verdict("bedrock", "Converse").latency_seconds for _ in range(4_000))
    assert drawn_seconds[2_000] == pytest.approx(QUALITY["bedrock"].median_seconds, rel=0.05)
    assert drawn_seconds[3_800] == pytest.approx(QUALITY["bedrock"].p95_seconds, rel=0.05)


def test_at_the_medians_nothing_is_drawn() -> None:
    faults = FaultTable()
    faults.replace(at_medians(ECONOMY))
    assert {faults.verdict("bedrock", "Converse").latency_seconds for _ in range(9)} == {3.0}
