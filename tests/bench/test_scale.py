"""The tables of docs/scale.md hold what its divisions give: quotas met, quotas to ask for, dollars."""

import re
from pathlib import Path
from typing import Final

import pytest

from assistant.doctor.demands import INPUT_TOKENS, POLLY_PER_SECOND
from assistant.request.reply_length import MAX_TOKENS

PAGE: Final = (Path(__file__).resolve().parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
HEADROOM: Final = 1.25


def rows(title: str) -> list[list[str]]:
    """The cells of the first table below a title, without its head."""
    table = PAGE.partition(f"## {title}\n")[2].partition("\n|")[2].partition("\n\n")[0]
    return [[cell.strip(" *") for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def numbers(text: str) -> list[float]:
    return [float(found.replace(",", "")) for found in re.findall(r"\d[\d,]*(?:\.\d+)?(?<!,)", text)]


def test_a_quota_is_met_at_its_value_divided_by_what_a_message_takes() -> None:
    met = rows("Which quota is met first")
    assert len(met) == 8
    for name, default, takes, *at in met:
        quota = numbers(default)[0] / (60 if "a minute" in default else 1)
        needs = numbers(takes) if len(numbers(takes)) == 3 else numbers(takes) * 3
        for need, cell in zip(needs, at, strict=True):
            assert cell == "-" if need == 0 else float(cell) == pytest.approx(quota / need, rel=0.003), name
    by_name = {row[0]: row for row in met}
    assert numbers(by_name["Bedrock, tokens of the writer's model"][2]) == [INPUT_TOKENS + MAX_TOKENS]
    assert numbers(by_name["Polly, SynthesizeSpeech, neural voices"][1])[0] == POLLY_PER_SECOND["neural"]


TAKES: Final = {
    "SynthesizeSpeech": (1, 8),
    "the same, on demand": (0.1, 8),
    "DetectDominantLanguage": (1, 20),
    "(Global) cross-region": (60 * 4_500, 5_000_000),
    "On-demand or cross-region": (60 * 3_500, 0),
    "Concurrent executions": (4.41, 1_000),
    "StartExecution": (1, 300),
    "StateTransition": (6, 5_000),
}
"""By the beginning of a row: what a message takes at most, and the default; for tokens, by the minute."""


def test_what_to_ask_for_is_a_quarter_more_than_the_arrivals_need() -> None:
    asked = rows("What to ask for")
    assert len(asked) == len(TAKES)
    for (name, *cells), (start, (need, default)) in zip(asked, TAKES.items(), strict=True):
        assert name.startswith(start)
        for rate, cell in zip((10, 100, 1_000), cells, strict=True):
            wanted = HEADROOM * rate * need
            if found := numbers(cell):
                assert found[0] == pytest.approx(wanted, abs=0.5, rel=0.005), name
            elif cell == "-":
                assert wanted <= default, name


def test_an_hour_and_a_month_cost_as_much_as_their_requests() -> None:
    costs = [[float(cell.replace(",", "")) for cell in cells] for _, *cells in rows("What it costs")]
    assert len(costs) == 3
    for a_request, an_hour, a_month in costs:
        assert an_hour == pytest.approx(3_600 * a_request, rel=0.002)
        assert a_month == pytest.approx(730 * an_hour, rel=0.001)
