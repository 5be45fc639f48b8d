"""The time, in the one form that the record uses."""

import time
from datetime import UTC, datetime


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


def iso(moment: datetime) -> str:
    """Return a moment as `2026-11-23T10:15:30.123Z`: sortable, milliseconds, UTC."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Stopwatch:
    """Measures from its making, in whole milliseconds."""

    def __init__(self) -> None:
        self._started = time.monotonic()

    @property
    def milliseconds(self) -> int:
        """How long ago the watch was made."""
        return round((time.monotonic() - self._started) * 1000)
