"""A month's bill, line by line, by hand."""

from dataclasses import replace
from typing import Any

import pytest

from local.commands.cost.bill import FIXED, Line, expected, month, recommend, region_of, variants
from local.commands.cost.profile import MessageProfile
from local.errors import LocalError
from support_stack.config import Environment
from tests.local.commands.cost.costing import (
    HAIKU,
    NEURAL,
    NOVA,
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
        "table": 0.3765,  # 162,000 x 0.000000125 + 570,000 x 0.000000625
        "documents": 0.025,  # 10,000 x 0.0000025
        "storage": 0.2044,  # 40,000 x 0.000005 + 11,000 x 0.0000004
        "links": 0.213,  # 71,000 x 0.000003
        "notifications": 0.252167,  # 11,000 x 0.0000005 + 12,333 x 0.00002
        "api": 0.2135,  # 61,000 x 0.0000035
        "key": 1.0,
        "alarms": FIXED["alarms"][1] * 0.10,
        "composite_alarms": 0.5,
        "dashboard": 3.0,
        "metrics": FIXED["metrics"][1] * 0.30,
    }
    assert {name: line.usd for name, line in lines.items()} == pytest.approx(by_hand, abs=1e-5)
    tokens_in, tokens_out = model.amounts[TOKENS_IN], model.amounts[TOKENS_OUT]
    reviewed_in, reviewed_out = model.amounts[REVIEWED_IN], model.amounts[REVIEWED_OUT]
    review = reviewed_in * 0.00000006 + reviewed_out * 0.00000024
    embedded = 10_000 * 100 * 0.00000002  # 300 bytes / 3
    assert model.usd == pytest.approx(tokens_in * 0.0000001 + tokens_out * 0.0000005 + review + embedded)
    assert tokens_out == 10_000 * 473  # (90 + 650 + 678.6 bytes) / 3 = 472.9
    assert reviewed_out == 10_000 * 6  # {"findings": []} is 16 bytes
    fixed = 4.5 + FIXED["alarms"][1] * 0.10 + FIXED["metrics"][1] * 0.30
    assert bill.fixed == pytest.approx(fixed)
    used = 164.113302 + (model.usd or 0)
    assert bill.total == pytest.approx(used + fixed, abs=1e-4)
    assert bill.per_request == pytest.approx(used / 10_000, abs=1e-7)


def test_a_firewall_is_paid_by_the_month_and_by_the_call() -> None:
    plain = environment()
    guarded = replace(plain, api=replace(plain.api, waf=True))
    before, after = (month(one, ENGLISH, 10_000, REGION) for one in (plain, guarded))
    assert after.fixed - before.fixed == pytest.approx(6.0)
    # 61,000 x 0.0000006
    assert (after.total or 0) - (before.total or 0) == pytest.approx(6.0366)
    assert (after.per_request or 0) - (before.per_request or 0) == pytest.approx(0.00000366)


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


NOTHING = ", and no setting of the environment cuts it"
EVERYDAY_ENGLISH = MessageProfile(languages={"en": 1.0})
LONG = MessageProfile(languages={"en": 1.0}, length=3000, reply_length=100)


def _advice(settings: Environment, profile: MessageProfile = EVERYDAY_ENGLISH, requests: int = 10_000) -> str:
    return recommend(month(settings, profile, requests, REGION), settings, profile, REGION)


def test_speech_on_demand_saves_by_hand() -> None:
    # Nine in ten are not spoken: 108.00 of speech, 9,000 PUT 0.045 and GET 0.0036, 3,600 GB-seconds 0.048;
    # 8,000 more units are written, 0.005, and 1,000 more are read, 0.0001.
    saved = 'speech = "on_demand" in [voice] saves $108.09 a month'
    assert saved in _advice(environment())


@pytest.mark.parametrize(
    ("settings", "profile", "line", "advice"),
    [
        ({}, EVERYDAY_ENGLISH, "speech", 'speech = "on_demand" in [voice]'),
        (
            {"speech": "on_demand", "engine": "generative"},
            MessageProfile(languages={"en": 1.0}, listens=0.9),
            "speech",
            'engine = "neural" in [voice]',
        ),
        (
            {"speech": "on_demand"},
            MessageProfile(languages={"en": 1.0}, listens=0.9),
            "speech",
            'speech = "off" in [voice]',
        ),
        # Spoken on demand it would cost as much where everybody listens.
        ({}, MessageProfile(languages={"en": 1.0}, listens=1), "speech", 'speech = "off" in [voice]'),
        ({}, LONG, "translation", 'profile = "economy"'),
        (
            {"speech": "off"},
            MessageProfile(languages={"fr": 1.0}, length=1000),
            "analysis",
            'profile = "economy"',
        ),
        ({"profile": "economy", "speech": "off"}, LONG, "analysis", ""),
        (
            {"profile": "economy", "speech": "off", "personal_data": "off"},
            # long enough to outweigh what is paid by the month
            replace(LONG, length=5000, reply_length=650),
            "model",
            f'"{NOVA}" as the first of the models in [reply]',
        ),
        ({"speech": "off", "personal_data": "all"}, LONG, "translation", ""),
    ],
)
def test_the_dominating_line_is_named_and_what_would_cut_it(
    settings: dict[str, Any], profile: MessageProfile, line: str, advice: str
) -> None:
    said = _advice(environment(**settings), profile)
    assert said.startswith(f"{line} is ")
    assert (
        (f": {advice} saves $" in said) if advice else said.endswith("no setting of the environment cuts it")
    )


def test_of_a_few_requests_what_is_paid_by_the_month_dominates() -> None:
    assert _advice(environment(), requests=1).endswith(NOTHING)


def test_the_cheapest_model_stays() -> None:
    cheap = environment(
        profile="economy",
        speech="off",
        personal_data="off",
        reply=reply(NOVA, HAIKU),
    )
    advice = _advice(cheap, LONG, requests=100_000)
    assert advice.startswith("model is ")
    assert advice.endswith(NOTHING)


def test_without_a_total_there_is_no_advice() -> None:
    unpriced = environment(reply=reply("us.amazon.nova-2-lite-v1:0"))
    assert _advice(unpriced) == ""


def test_every_profile_is_compared_with_every_way_to_speak() -> None:
    found = variants(environment(engine="generative"))
    assert len(found) == 6
    for settings, one in found.items():
        assert settings == (one.profile, one.voice.speech)
        assert one.voice.engine == "generative"


def test_no_economy_when_all_personal_data_is_masked() -> None:
    assert {profile for profile, _ in variants(environment(personal_data="all"))} == {"quality"}
