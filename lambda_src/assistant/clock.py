"""The time, how long things take, and the one form that the record has for moments."""

import time
from datetime import UTC, datetime


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


def pause(seconds: float) -> None:
    """Do nothing for so long."""
    time.sleep(seconds)


class Stopwatch:
    """Measures from its making, in whole milliseconds."""

    def __init__(self) -> None:
        self._started = time.monotonic()

    @property
    def milliseconds(self) -> int:
        """How long ago the watch was made."""
        return round((time.monotonic() - self._started) * 1000)


def iso(moment: datetime) -> str:
    """Return a moment in UTC as `2026-11-23T10:15:30.123Z`: it sorts as text."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse(text: str) -> datetime:
    """Return the moment that `iso` wrote."""
    return datetime.fromisoformat(text)
