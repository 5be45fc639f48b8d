"""A month's bill, line by line, by hand."""

import pytest

from local.commands.cost.bill import FIXED, Line, expected, month, region_of
from local.commands.cost.profile import MessageProfile
from local.errors import LocalError
from tests.local.commands.cost.costing import (
    NEURAL,
    REVIEWED_IN,
    REVIEWED_OUT,
    TOKENS_IN,
    TOKENS_OUT,
    environment,
    reply,
)

REGION = "us-east-1"
ENGLISH = MessageProfile(
    length=300, reply_length=650, languages={"en": 1.0}, listens=0.1, high=0.1, medium=0.3, polls=5
)


def _lines(bill_lines: tuple[Line, ...]) -> dict[str, Line]:
    return {line.name: line for line in bill_lines}


def test_a_month_of_english_messages_costs() -> None:
    bill = month(environment(), ENGLISH, 10_000, REGION)
    lines = _lines(bill.lines)
    model = lines.pop("model")
    by_hand = {
        "speech": 104.0,  # 10,000 x 650 x 0.000016
        "translation": 45.0,  # 10,000 x 300 x 0.000015
        "analysis": 12.0,  # 10,000 x 4 calls x 3 units x 0.0001
        "workflow": 1.525,  # 61,000 x 0.000025
        "functions": 0.303735,  # 101,000 x 0.0000002 + 21,265 GB-s x 0.0000133334
        "table": 0.191375,  # 81,000 x 0.000000125 + 290,000 x 0.000000625
        "storage": 0.2044,  # 40,000 x 0.000005 + 11,000 x 0.0000004
        "links": 0.213,  # 71,000 x 0.000003
        "notifications": 0.252167,  # 11,000 x 0.0000005 + 12,333 x 0.00002
        "api": 0.2135,  # 61,000 x 0.0000035
        "key": 1.0,
        "alarms": FIXED["alarms"][1] * 0.10,
        "dashboard": 3.0,
        "metrics": FIXED["metrics"][1] * 0.30,
    }
    assert {name: line.usd for name, line in lines.items()} == pytest.approx(by_hand, abs=1e-5)
    tokens_in, tokens_out = model.amounts[TOKENS_IN], model.amounts[TOKENS_OUT]
    reviewed_in, reviewed_out = model.amounts[REVIEWED_IN], model.amounts[REVIEWED_OUT]
    review = reviewed_in * 0.00000006 + reviewed_out * 0.00000024
    assert model.usd == pytest.approx(tokens_in * 0.0000001 + tokens_out * 0.0000005 + review)
    assert tokens_out == 10_000 * 473  # (90 + 650 + 678.6 bytes) / 3 = 472.9
    assert reviewed_out == 10_000 * 6  # {"findings": []} is 16 bytes
    fixed = 4.0 + FIXED["alarms"][1] * 0.10 + FIXED["metrics"][1] * 0.30
    assert bill.fixed == pytest.approx(fixed)
    used = 163.903177 + (model.usd or 0)
    assert bill.total == pytest.approx(used + fixed, abs=1e-4)
    assert bill.per_request == pytest.approx(used / 10_000, abs=1e-7)


def test_the_dearest_line_stands_first_and_dominates() -> None:
    bill = month(environment(), ENGLISH, 10_000, REGION)
    costs = [line.usd or 0 for line in bill.lines]
    assert costs == sorted(costs, reverse=True)
    assert bill.dearest is not None
    assert bill.dearest.name == "speech"
    assert bill.dearest.amounts == {NEURAL: 6_500_000}


def test_languages_count_by_their_shares() -> None:
    used = expected(environment(), MessageProfile(languages={"en": 0.4, "fr": 0.3, "el": 0.3}))
    assert used["translate_characters"] == pytest.approx(210)  # 0.7 x 300
    assert used["comprehend_units"] == pytest.approx(10.2)  # 9, and 3 of 0.4
    assert used[NEURAL] == pytest.approx(525)  # 0.7 x 750: Greek has no voice


def test_a_service_that_is_not_used_is_no_line() -> None:
    french = MessageProfile(languages={"fr": 1.0})
    lines = _lines(month(environment(profile="economy", speech="off"), french, 1, REGION).lines)
    assert not {"speech", "translation", "analysis"} & set(lines)
    assert {"model", "workflow"} <= set(lines)


@pytest.mark.parametrize("model", ["us.amazon.nova-2-lite-v1:0", "anthropic.claude-3-haiku-20240307-v1:0"])
def test_a_model_without_a_price_leaves_no_total(model: str) -> None:
    bill = month(environment(reply=reply(model)), ENGLISH, 10_000, REGION)
    assert bill.lines[0].name == "model"
    assert [line.name for line in bill.lines if line.usd is None] == ["model"]
    assert (bill.total, bill.per_request, bill.dearest) == (None, None, None)


@pytest.mark.parametrize(
    ("own", "wanted", "region"),
    [(None, None, REGION), (REGION, None, REGION), ("eu-west-3", REGION, REGION), (None, REGION, REGION)],
)
def test_the_region_is_the_environments_unless_another_is_wanted(
    own: str | None, wanted: str | None, region: str
) -> None:
    assert region_of(environment(region=own), wanted) == region


@pytest.mark.parametrize(("own", "wanted"), [("eu-west-3", None), (None, "eu-west-3")])
def test_a_region_without_prices_is_refused(own: str | None, wanted: str | None) -> None:
    with pytest.raises(LocalError, match="no prices for eu-west-3: --region takes us-east-1"):
        region_of(environment(region=own), wanted)
