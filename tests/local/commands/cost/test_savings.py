"""What dominates, what would cut it, and by how much."""

from dataclasses import replace
from typing import Any

import pytest

from local.commands.cost.bill import month
from local.commands.cost.profile import MessageProfile
from local.commands.cost.savings import recommend, variants
from support_stack.config import Environment
from tests.local.commands.cost.costing import HAIKU, NOVA, environment, reply

REGION = "us-east-1"
NOTHING = ", and no setting of the environment cuts it"
ENGLISH = MessageProfile(languages={"en": 1.0})
LONG = MessageProfile(languages={"en": 1.0}, length=3000, reply_length=100)


def _advice(settings: Environment, profile: MessageProfile = ENGLISH, requests: int = 10_000) -> str:
    return recommend(month(settings, profile, requests, REGION), settings, profile, REGION)


def test_speech_on_demand_saves_by_hand() -> None:
    # Nine in ten are not spoken: 108.00 of speech, 9,000 PUT 0.045 and GET 0.0036, 3,600 GB-seconds 0.048;
    # 8,000 more units are written, 0.005, and 1,000 more are read, 0.0001.
    saved = 'speech = "on_demand" in [voice] saves $108.09 a month'
    assert saved in _advice(environment())


@pytest.mark.parametrize(
    ("settings", "profile", "line", "advice"),
    [
        ({}, ENGLISH, "speech", 'speech = "on_demand" in [voice]'),
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
