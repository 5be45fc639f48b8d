"""The simulation: quotas, retries and shortcuts, by cases that can be worked out by hand."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bench.journey import Run
from bench.latencies import ECONOMY, LATENCIES, READ, fixed
from bench.plan import BUSY, THROTTLED_FUNCTION, Bucket, Plan, Quota, Step, poisson
from bench.simulation import simulate
from bench.workflow import ECONOMY_ON_DEMAND, QUALITY, QUALITY_ON_DEMAND, VOICE

TABLE = {**LATENCIES, READ: ECONOMY}
FIXED = {key: fixed(latency.median_seconds) for key, latency in TABLE.items()}
OWN = 0.1
STATES = 6
WORKFLOW = (
    Path(__file__).resolve().parents[1]
    / "support_stack/__snapshots__/test_workflow/test_the_rendered_workflow.json"
)


def run(
    quotas: Mapping[str, Quota] | None = None,
    arrivals: list[float] | None = None,
    seed: int = 1,
    steps: tuple[Step, ...] = QUALITY,
    **changes: Any,
) -> Run:
    plan = Plan(steps=steps, latencies=FIXED, quotas=quotas or {}, own_seconds=OWN, **changes)
    return simulate(plan, arrivals or [0.0], seed)


@pytest.mark.parametrize("step", ["TranslateAndAnalyze", "GenerateAIResponse", "GenerateVoiceResponse"])
def test_the_policies_are_those_of_the_workflow(step: str) -> None:
    busy, function = json.loads(WORKFLOW.read_text())["States"][step]["Retry"]
    assert "ServiceBusy" in busy["ErrorEquals"]
    assert "Lambda.TooManyRequestsException" in function["ErrorEquals"]
    for policy, rendered in ((BUSY, busy), (THROTTLED_FUNCTION, function)):
        assert rendered["BackoffRate"] == 2
        assert rendered["JitterStrategy"] == "FULL"
        assert policy.first_seconds == rendered["IntervalSeconds"]
        assert policy.most_seconds == rendered["MaxDelaySeconds"]
        assert policy.attempts == rendered["MaxAttempts"]


@pytest.mark.parametrize(
    ("steps", "seconds"),
    [
        # Intake and four steps of our own; detection, translation beside analysis, model, review, speech.
        (QUALITY, 5 * OWN + 0.1 + 0.15 + 2.0 + 0.6 + 0.8),
        (QUALITY_ON_DEMAND, 5 * OWN + 0.1 + 0.15 + 2.0 + 0.6),
        (ECONOMY_ON_DEMAND, 5 * OWN + 3.0 + 0.6),
    ],
)
def test_without_quotas_a_request_takes_its_critical_path(steps: tuple[Step, ...], seconds: float) -> None:
    (journey,) = run(steps=steps).journeys
    assert journey.done == pytest.approx(seconds)
    assert (journey.retries, journey.transitions, journey.degraded) == (0, STATES, [])
    assert journey.function_seconds == pytest.approx(seconds)


def test_a_burst_drains_no_sooner_than_the_quota_allows_and_loses_nothing() -> None:
    result = run({"polly": Quota(1, 1)}, [0.0] * 30)
    spoken = [journey.ended[VOICE] for journey in result.journeys]
    assert len(spoken) == 30
    assert max(spoken) >= 29
    assert result.answered["polly"] == 30
    assert not any(journey.degraded for journey in result.journeys)


def test_a_retry_repeats_only_what_was_refused() -> None:
    result = run({"comprehend.DetectEntities": Quota(1, 1)}, [0.0] * 20)
    assert result.refused["comprehend.DetectEntities"] > 0
    calls = ("comprehend.DetectDominantLanguage", "translate", "comprehend.DetectSentiment", "bedrock")
    assert {result.answered[key] for key in calls} == {20}


def test_a_quota_of_a_service_counts_all_of_its_operations() -> None:
    result = run({"comprehend": Quota(2, 2)}, [0.0] * 10)
    answered = sum(count for key, count in result.answered.items() if key.startswith("comprehend."))
    assert answered == 30
    assert max(journey.done or 0 for journey in result.journeys) >= (30 - 2) / 2


def test_what_stays_throttled_degrades_after_the_last_attempt() -> None:
    never = Quota(1e-9, 1)
    first, second = run({"polly": never}, [0.0, 10.0]).journeys
    assert first.degraded == []
    assert second.degraded == [VOICE]
    assert second.retries == BUSY.attempts
    assert second.transitions == STATES + BUSY.attempts + 1
    assert second.done is not None


def test_without_a_function_to_run_a_request_is_turned_away() -> None:
    (journey,) = run(functions=0).journeys
    assert journey.turned_away
    assert journey.done is None


def test_an_execution_that_may_not_start_turns_a_request_away() -> None:
    turned_away = [journey.turned_away for journey in run(arrivals=[0.0] * 5, starts=Quota(0.01, 2)).journeys]
    assert sorted(turned_away) == [False, False, True, True, True]


def test_functions_that_are_held_up_for_long_make_steps_degrade_and_fail() -> None:
    # The one function that may run is busy with the first request's model for longer than six retries wait.
    slow = {**FIXED, "bedrock": fixed(1_000.0)}
    plan = Plan(steps=QUALITY, latencies=slow, functions=1, own_seconds=OWN)
    first, second = simulate(plan, [0.0, 0.15], 3).journeys
    assert first.done is not None
    assert second.turned_away or second.failed


def test_transitions_above_their_quota_are_late_and_not_lost() -> None:
    free, bound = run(), run(transitions=Quota(0.5, 1))
    (early,), (late,) = free.journeys, bound.journeys
    assert early.done is not None
    assert late.done is not None
    # Four states take a transition each, of which the first finds one, the others wait for two seconds each.
    assert late.done > 6
    assert late.degraded == []


def test_economy_asks_translate_and_comprehend_only_where_the_model_was_refused() -> None:
    calm = run(steps=ECONOMY_ON_DEMAND, arrivals=[0.0] * 5)
    assert dict(calm.answered) == {READ: 5, "bedrock#review": 5}
    busy = run({"bedrock": Quota(1, 1)}, [0.0] * 5, steps=ECONOMY_ON_DEMAND)
    fell_back = 5 - busy.answered[READ]
    assert fell_back > 0
    assert busy.answered["translate"] == busy.answered["bedrock"] == fell_back


def test_on_demand_only_listeners_have_their_reply_spoken() -> None:
    result = run(arrivals=[float(n) for n in range(200)], steps=QUALITY_ON_DEMAND, listeners=0.1)
    listened = [journey for journey in result.journeys if journey.listened]
    assert 10 <= len(listened) <= 32
    assert result.answered["polly"] == len(listened)
    assert {round(journey.heard_after or 0, 6) for journey in listened} == {OWN + 0.8}


def test_a_seed_tells_the_same_story_twice() -> None:
    arrivals = poisson(2, 60, 5)
    one, two = (run({"polly": Quota(1, 1)}, arrivals, seed=7) for _ in range(2))
    assert [journey.done for journey in one.journeys] == [journey.done for journey in two.journeys]
    other = run({"polly": Quota(1, 1)}, arrivals, seed=8)
    assert [journey.done for journey in other.journeys] != [journey.done for journey in one.journeys]


def test_half_the_arrivals_under_half_the_quota_wait_as_long() -> None:
    def waited(scale: float) -> float:
        done = [
            journey.done or 0.0
            for seed in range(5)
            for journey in run(
                {"polly": Quota(2 * scale, 2 * scale)}, [0.0] * round(100 * scale), seed=seed
            ).journeys
        ]
        return sum(done) / len(done)

    assert waited(2) == pytest.approx(waited(1), rel=0.1)


def test_poisson_arrivals_have_their_rate() -> None:
    arrivals = poisson(10, 200, 3)
    assert arrivals == sorted(arrivals)
    assert len(arrivals) == pytest.approx(2000, rel=0.1)
    assert arrivals[-1] < 200


def test_a_bucket_fills_up_to_its_burst() -> None:
    bucket = Bucket(Quota(2, 3))
    assert [bucket.take(0) for _ in range(4)] == [True, True, True, False]
    assert bucket.take(0.4) is False
    assert bucket.take(0.5) is True
    assert [bucket.take(100) for _ in range(4)] == [True, True, True, False]


def test_a_bucket_that_delays_lends_its_tokens() -> None:
    bucket = Bucket(Quota(2, 1))
    assert [bucket.wait(0) for _ in range(3)] == [0, 0.5, 1.0]
