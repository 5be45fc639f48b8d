"""The time, how long things take, and moments as the record has them."""

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


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 11, 23, 10, 15, 30, 123_999, tzinfo=UTC), "2026-11-23T10:15:30.123Z"),
        (datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02T00:00:00.000Z"),
    ],
)
def test_a_moment_has_milliseconds_and_says_that_it_is_utc(moment: datetime, text: str) -> None:
    assert clock.iso(moment) == text
    assert timedelta() <= moment - clock.parse(text) < timedelta(milliseconds=1)
