"""Rows, quotas and costs of `bench.scale`, by figures that can be worked out by hand."""

import json

import pytest

from bench.agreement import simulated
from bench.limits import LIMITS
from bench.own_time import CRITICAL_PATH
from bench.profiles import PROFILES, Profile
from bench.retry_delays import measure
from bench.scale import rows
from bench.scale_tables import tables

QUALITY, ON_DEMAND, ECONOMY = PROFILES


@pytest.mark.parametrize(
    ("profile", "first"),
    [
        (QUALITY, {"polly": 8}),
        (ON_DEMAND, {"bedrock": 5_000_000 / 60 / 4_500}),
        (ECONOMY, {"bedrock": 5_000_000 / 60 / 4_500}),
    ],
)
def test_which_quota_is_met_first(profile: Profile, first: dict[str, float]) -> None:
    met_at = profile.met_at()
    assert dict([next(iter(met_at.items()))]) == pytest.approx(first)
    assert list(met_at.values()) == sorted(met_at.values())


def test_speech_on_demand_needs_a_tenth_of_the_quota() -> None:
    assert ON_DEMAND.met_at()["polly"] == pytest.approx(10 * QUALITY.met_at()["polly"])


def test_what_is_asked_for_holds_the_rate_with_headroom_and_is_never_less_than_the_default() -> None:
    asked = QUALITY.asked(100)
    assert asked["polly"].per_second == 125
    assert asked["starts"] == LIMITS["starts"].quota
    assert QUALITY.asked(1)["polly"] == LIMITS["polly"].quota


def test_rows_are_json_and_sound() -> None:
    found = rows(rates=(1,), window_seconds=30)
    assert json.loads(json.dumps(found)) == found
    assert [(row["profile"], row["speech"]) for row in found[::2]] == [
        (profile.name, profile.speech) for profile in PROFILES
    ]
    for row in found:
        assert row["text_p50"] <= row["answer_p50"] <= row["answer_p95"] < 10
        assert row["turned_away_share"] == row["failed_share"] == row["degraded_share"] == 0
        assert row["usd_per_hour"] == pytest.approx(3600 * row["usd_per_request"])
    assert found[0]["usd_per_request"] > found[2]["usd_per_request"] > found[4]["usd_per_request"] > 0


def test_above_a_quota_requests_wait_and_retries_cost() -> None:
    quality, asked = rows(rates=(10,), window_seconds=60)[:2]
    assert list(quality["refused"]) == ["polly"]
    assert quality["lasting_full_share"] == 0.8
    assert quality["answer_p95"] > 2 * asked["answer_p95"]
    assert quality["usd_of_retries"] > asked["usd_of_retries"]


def test_every_case_is_in_the_tables() -> None:
    titles = {table.title: table.row_count for table in tables(rows(rates=(1,), window_seconds=20))}
    assert titles["five minutes of arrivals, a new account's quotas; seconds"] == len(PROFILES)
    assert titles["what it costs, USD"] == len(PROFILES)
    assert titles["messages a second at which a quota is met"] == len(LIMITS)


def test_an_unloaded_local_stack_is_its_critical_path_and_our_own_time() -> None:
    assert simulated([0.0, 10.0], {}, 0.06)[0] == pytest.approx(CRITICAL_PATH + 5 * 0.06)


def test_a_shorter_longest_delay_drains_sooner_for_more_retries() -> None:
    short, long = measure(10, seeds=4), measure(60, seeds=4)
    assert short.drained[1] < long.drained[1]
    assert short.retries > long.retries
