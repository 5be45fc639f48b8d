"""The time, and how long things take."""

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
