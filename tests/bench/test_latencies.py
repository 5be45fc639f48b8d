"""The latencies that the stand-ins are set to."""

import pytest

from bench.latencies import ECONOMY, QUALITY, at_medians, drawn
from local.standins.bedrock.review import TOOL
from local.standins.faults.table import FaultTable


def latencies(faults: FaultTable, calls: int, text: str = "") -> list[float]:
    return sorted(faults.verdict("bedrock", "Converse", text=text).latency_seconds for _ in range(calls))


@pytest.mark.parametrize(("key", "text"), [("bedrock", ""), ("bedrock#review", TOOL)])
def test_the_standins_draw_median_and_percentile_of_the_table(key: str, text: str) -> None:
    faults = FaultTable()
    faults.replace(drawn(QUALITY))
    seconds = latencies(faults, 4_000, text)
    assert seconds[2_000] == pytest.approx(QUALITY[key].median_seconds, rel=0.05)
    assert seconds[3_800] == pytest.approx(QUALITY[key].p95_seconds, rel=0.05)


def test_at_the_medians_nothing_is_drawn() -> None:
    faults = FaultTable()
    faults.replace(at_medians(ECONOMY))
    assert set(latencies(faults, 9)) == {3.0}
