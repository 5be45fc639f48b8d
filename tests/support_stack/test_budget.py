"""Whether a day's messages fit into the day's budget, as synthesis tells it."""

from dataclasses import replace

import aws_cdk as cdk
import pytest
from aws_cdk.assertions import Annotations, Match

from support_stack import budget, config
from support_stack.config import Environment
from support_stack.stack import SupportStack
from tests.local.commands.cost.test_dearest import dearest
from tests.support_stack.conftest import make_app

PROD = config.load("prod")


def with_day(environment: Environment, messages: int, *, stop: bool) -> Environment:
    return replace(
        environment,
        api=replace(environment.api, requests_per_day=messages),
        budget=replace(environment.budget, daily_usd=20, stop=stop),
    )


@pytest.mark.parametrize("profile", ["quality", "economy"])
@pytest.mark.parametrize("speech", ["always", "off"])
@pytest.mark.parametrize("engine", ["neural", "generative"])
def test_the_dearest_message_is_bounded_closely(profile: str, speech: str, engine: str) -> None:
    """By what the real prompts come to in the dearest language; a voice may lack the dearer engine."""
    voice = replace(PROD.voice, speech=speech, engine=engine)
    environment = replace(PROD, profile=profile, voice=voice)
    bound = budget.dearest_usd(environment)
    assert bound is not None
    assert dearest(environment)[1] <= bound <= 1.1 * dearest(environment)[1]


@pytest.mark.parametrize(
    ("messages", "stop", "told"),
    [(103, False, False), (104, False, True), (103, True, False), (104, True, True)],
)
def test_a_day_that_may_cost_more_than_its_budget_is_told(messages: int, stop: bool, told: bool) -> None:
    said = budget.warning(with_day(PROD, messages, stop=stop))
    assert bool(said) == told


def test_what_stops_is_told_as_what_it_does() -> None:
    said = str(budget.warning(with_day(PROD, 50_000, stop=True)))
    assert "intake closes at daily_usd = 20, which is 103 of them" in said
    assert "nothing stops" not in said


def test_the_warning_has_the_figures_and_what_to_change() -> None:
    said = budget.warning(with_day(PROD, 50_000, stop=False))
    for part in (
        "environments/prod.toml",
        "50,000",
        "$0.19",
        "$9,685 a day",
        "daily_usd = 20",
        "stop",
        "103",
    ):
        assert part in str(said)


def test_a_stop_without_prices_is_told() -> None:
    stopping = replace(with_day(PROD, 1, stop=True), region="xx-none-1")
    assert "xx-none-1" in str(budget.warning(stopping))
    assert budget.warning(replace(stopping, budget=replace(stopping.budget, stop=False))) is None


def test_synthesis_says_it() -> None:
    environment = with_day(PROD, 50_000, stop=False)
    stack = SupportStack(make_app(), "Warned", environment=environment, env=cdk.Environment())
    Annotations.from_stack(stack).has_warning(
        "/Warned", Match.string_like_regexp("requests_per_day = 50,000")
    )


@pytest.mark.parametrize("name", config.names())
def test_no_shipped_environment_can_spend_more_than_its_budget(name: str) -> None:
    assert config.load(name).budget.stop
