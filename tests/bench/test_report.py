"""What a run leaves behind, and the pictures that are drawn from it."""

from pathlib import Path
from typing import Any

import pytest

from bench import plots, report
from bench.figures import Figure

COSTS = {"goal": 0.002, "lines": {"speech": 0.001, "table": 0.0001}}
ROW: dict[str, Any] = {"profile": "quality", "speech": "always", "retries_per_request": 0.5}
FIGURES = [
    Figure("ours / theirs", 1.2, 1.35, data={"own_time": {"a request": [0.3], "the empty chain": [0.25]}}),
    Figure("lost", 0, 0, data={"cold": {"text": 4.0, "audio": 5.0}}),
    Figure("text", 4.0, 10, unit="s", data={"steady": {"text": [2.0, 4.0]}}),
    Figure("audio", 5.0, 4, unit="s", data={"steady": {"audio": [3.0, 5.0]}}),
    Figure("cost", 0.0011, 0.002, unit="USD", data={"costs": {"quality, speech always": COSTS}}),
    Figure("import", 1.1, 1.3, data={"cold import": {"sweep": 1.1}}),
    Figure("ready", 1.4, data={"ready for the first call": {"sweep": 1.4}}),
    Figure(
        "cases",
        2,
        data={
            "scale": {
                "rows": [
                    ROW | {"per_second": rate, "quotas": quotas, "answer_p95": rate + 4.0}
                    for rate in (1, 10)
                    for quotas in ("default", "asked")
                ]
            }
        },
    ),
]


def test_it_holds_each_figure_and_what_it_is_made_from(tmp_path: Path) -> None:
    found = report.report(FIGURES, 512.4)
    assert report.write(found, tmp_path).name == "figures.json"
    assert report.read(tmp_path) == found
    assert found["seconds"] == 512
    assert found["data"]["steady"] == {"text": [2.0, 4.0], "audio": [3.0, 5.0]}
    assert found["figures"][3] == {
        "figure": "audio",
        "value": 5.0,
        "unit": "s",
        "goal": 4,
        "met": False,
        "detail": "",
    }


def test_it_tells_what_kind_of_machine_it_was_and_no_more() -> None:
    assert set(report.report([], 1)["machine"]) == {"cores", "python", "system"}


def test_pictures_can_be_drawn_anew(tmp_path: Path) -> None:
    report.write(report.report(FIGURES, 512), tmp_path)
    first = [file.read_bytes() for file in plots.draw(report.read(tmp_path), tmp_path)]
    assert len(first) == 6
    assert all(picture.startswith(b"\x89PNG") for picture in first)
    assert [file.read_bytes() for file in plots.draw(report.read(tmp_path), tmp_path)] == first


def test_the_overview_shows_shares_of_goals() -> None:
    axes = plots.overview([figure.as_json() for figure in FIGURES]).axes[0]
    names = [label.get_text() for label in axes.get_yticklabels()]
    assert names == ["ours / theirs", "text", "audio", "cost", "import"]
    assert [bar.get_width() for bar in axes.patches] == pytest.approx(
        [1.2 / 1.35, 0.4, 1.25, 0.55, 1.1 / 1.3]
    )
    assert "1 of 1 goals of zero are met" in axes.get_xlabel()


def test_the_bill_is_stacked_up_to_its_sum() -> None:
    axes = plots.costs({"quality, speech always": COSTS}).axes[0]
    assert max(bar.get_x() + bar.get_width() for bar in axes.patches) == pytest.approx(1.1)
