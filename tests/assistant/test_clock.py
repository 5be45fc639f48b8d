"""The time, and how long things take."""

from datetime import UTC, datetime, timedelta

import pytest

from assistant import clock


def test_now_is_in_utc() -> None:
    assert clock.now().tzinfo is UTC
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_stopwatch_counts_whole_milliseconds_from_its_making(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([10.0, 10.0126, 12.5])
    monkeypatch.setattr("assistant.clock.time.monotonic", lambda: next(moments))
    watch = clock.Stopwatch()
    assert (watch.milliseconds, watch.milliseconds) == (13, 2500)


def test_a_pause_is_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("assistant.clock.time.sleep", slept.append)
    clock.pause(0.5)
    assert slept == [0.5]
