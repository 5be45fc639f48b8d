"""What is made of ledgers."""

import pytest

from bench.costs import fallbacks, mean_lines, on_demand, weighed

SPOKEN = {"polly_characters:neural": 1_000, "states_transitions": 40, "polly_calls": 1}
SILENT = {"states_transitions": 40}


def test_the_mean_of_ledgers_by_line() -> None:
    assert mean_lines([SPOKEN, SILENT]) == pytest.approx({"speech": 0.008, "workflow": 0.001})


def test_what_has_no_price_has_no_mean() -> None:
    with pytest.raises(ValueError, match="a price is missing"):
        mean_lines([SPOKEN, {"bedrock_input_tokens:unknown": 1}])


def test_on_demand_pays_for_the_tenth_who_listens() -> None:
    always = mean_lines([SPOKEN])
    assert on_demand(always) == pytest.approx({"speech": 0.0016, "workflow": 0.001})
    assert weighed(mean_lines([SILENT]), always) == pytest.approx(on_demand(always))


@pytest.mark.parametrize(
    ("called", "said"),
    [
        ({"bedrock": {"Converse": 24}, "comprehend": {"DetectPiiEntities": 5}}, "none"),
        (
            {"bedrock": {"Converse": 25}, "translate": {"TranslateText": 2}},
            "1 Converse again, 2 TranslateText",
        ),
    ],
)
def test_fallbacks_are_the_calls_beside_the_one(called: dict[str, dict[str, int]], said: str) -> None:
    assert fallbacks(called, 12) == f"12 requests, fall-backs: {said}"
