"""Moments, in the one form that the record uses."""

from datetime import UTC, datetime, timedelta

import pytest

from assistant.request import moments


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 11, 23, 10, 15, 30, 123_999, tzinfo=UTC), "2026-11-23T10:15:30.123Z"),
        (datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02T00:00:00.000Z"),
    ],
)
def test_a_moment_has_milliseconds_and_says_that_it_is_utc(moment: datetime, text: str) -> None:
    assert moments.iso(moment) == text
    assert timedelta() <= moment - moments.parse(text) < timedelta(milliseconds=1)
