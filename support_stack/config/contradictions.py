"""Which values of an environment do not go together, or with AWS, each being allowed by itself."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final

from assistant.reply.gestures import NONE
from assistant.request.links import LIFETIME

from .availability import missing, outside, unusable_model
from .environment import LONGEST_MINUTES, Environment, Retention, Rollout

LEAST_MINUTES: Final = 5
"""Of the watch: its function's longest time."""

DAY_MINUTES: Final = 24 * 60

MOST_BYTES: Final = 3_000
"""Of all gestures' sentences. Lambda takes 4,096 bytes of environment variables for a function in all."""


def contradiction(environment: Environment) -> str | None:
    """Return the first contradiction, as one line that starts with its key, or None."""
    region = environment.region
    return (
        _profile(environment)
        or unusable_model(environment)
        or outside(environment)
        or (missing(environment, region) if region else None)
        or _keys(environment)
        or _gestures(environment)
        or _retention(environment)
        or _watch(environment)
        or _rollout(environment.rollout)
    )


def _profile(environment: Environment) -> str | None:
    if environment.profile == "economy" and environment.personal_data == "all":
        return (
            "personal_data: all needs profile quality: in economy the model reads the message before anybody "
            "has searched it"
        )
    return None


def _keys(environment: Environment) -> str | None:
    lists: Mapping[str, Sequence[object]] = {
        "api.keys": environment.api.keys,
        "links.key_versions": environment.links.key_versions,
    }
    if twice := next((key for key, values in lists.items() if len({*values}) < len(values)), None):
        return f"{twice}: one stands there twice; each key has its own"
    return None


def _retention(environment: Environment) -> str | None:
    retention = environment.retention
    longest = retention.audio_days + LIFETIME.days
    if environment.voice.speech == "on_demand" and retention.requests_days < longest:
        return (
            f"retention.requests_days: with speech on_demand at least audio_days + {LIFETIME.days}: audio "
            "that is made on the link's last day must be found by an erasure"
        )
    if longer := _outliving(retention):
        return (
            f"retention.{longer}: may not be longer than requests_days, or an erasure would not find what it "
            "keeps"
        )
    return None


def _watch(environment: Environment) -> str | None:
    minutes, most = environment.watch.minutes, environment.api.requests_per_day
    if 0 < minutes < LEAST_MINUTES:
        return f"watch.minutes: at least {LEAST_MINUTES}, or 0: a run may take as long as that"
    if minutes and DAY_MINUTES / minutes > most:
        return (
            f"watch.minutes: every {minutes} minutes are {DAY_MINUTES // minutes} requests a day, and "
            f"api.requests_per_day lets {most} through; watch less often"
        )
    return None


def _gestures(environment: Environment) -> str | None:
    """Return what is wrong among the gestures: an id that stands twice, no sentence for the team."""
    ids = [gesture.id for gesture in environment.reply.gestures]
    if twice := next((one for one in ids if ids.count(one) > 1), None):
        return f"reply.gestures: the id {twice} stands there twice; each gesture has its own"
    if NONE in ids:
        return f"reply.gestures: the id {NONE} stands for no gesture; take another"
    team = environment.pivot_language
    if silent := next((one.id for one in environment.reply.gestures if team not in one.sentences), None):
        return f"reply.gestures: {silent} has no sentence in the team's language, {team}"
    taken = sum(len(said.encode()) for one in environment.reply.gestures for said in one.sentences.values())
    if taken > MOST_BYTES:
        return (
            f"reply.gestures: their sentences take {taken} bytes, of {MOST_BYTES} that a function has room "
            "for; leave languages out: they get a translation, which is made once and kept"
        )
    return None


def _rollout(rollout: Rollout) -> str | None:
    """Return what is wrong with how a new version takes over: a key that its kind does not use, or lacks."""
    keys = ("percent", "minutes", "alarms")
    if rollout.kind == "all_at_once":
        useless = next((key for key in keys if getattr(rollout, key)), None)
        return useless and (
            f"rollout.{useless}: all_at_once has one step, in which no alarm is watched; leave {useless} "
            "out, or take canary or linear"
        )
    if lacking := next((key for key in keys if not getattr(rollout, key)), None):
        return f"rollout.{lacking}: is missing; {rollout.kind} needs percent, minutes and alarms"
    if rollout.kind == "linear" and rollout.percent and rollout.minutes:
        lasts = ceil(100 / rollout.percent) * rollout.minutes
        if lasts > LONGEST_MINUTES:
            return (
                f"rollout.minutes: steps of {rollout.percent} % every {rollout.minutes} minutes take "
                f"{lasts}, of {LONGEST_MINUTES} that CloudFormation allows: take larger steps, or fewer"
            )
    return None


def _outliving(retention: Retention) -> str | None:
    """Return the first kind of object that would outlive the item that leads to it."""
    kinds = ("incoming_days", "responses_days", "audio_days", "transcripts_days")
    return next((kind for kind in kinds if getattr(retention, kind) > retention.requests_days), None)
