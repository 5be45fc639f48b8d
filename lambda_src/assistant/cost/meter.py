"""What the running invocation has used so far; the request table stores it with the next write.

A function's services share one meter: its process serves one invocation at a time, with several threads.
It counts nothing until an invocation starts it, so that housekeeping is charged to no request.
"""

import os
from collections.abc import Mapping
from threading import Lock

from assistant.clock import Stopwatch

from . import usage


class Meter:
    """Counters of one invocation: what is not stored yet, and the sum.

    What is not `charged` to a request counts for the day alone: nothing of it is stored with an item.
    """

    def __init__(self, *, charged: bool = True) -> None:
        self._charged = charged
        self._lock = Lock()
        self._open = False
        self._pending: dict[str, int] = {}
        self._total: dict[str, int] = {}
        self._watch = Stopwatch()
        self._timed = 0

    def start(self, counters: usage.Counters) -> None:
        """Begin an invocation that has used so much already; an earlier one's rest is forgotten."""
        with self._lock:
            self._open, self._watch, self._timed = True, Stopwatch(), 0
            self._pending, self._total = {}, {}
        self.add(counters)

    def add(self, counters: usage.Counters) -> None:
        """Count what was just used; nothing while the meter is closed."""
        with self._lock:
            if self._open:
                self._pending = usage.total(self._pending, counters)
                self._total = usage.total(self._total, counters)

    def take(self) -> Mapping[str, int]:
        """Return what was used and is not stored yet, the function's time until now included."""
        if self._open:
            now = self._watch.milliseconds
            # Lambda tells the function's memory; there is none outside of it.
            memory_mb = int(os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "0"))
            self.add({"lambda_mb_ms": (now - self._timed) * memory_mb})
            self._timed = now
        with self._lock:
            taken, self._pending = self._pending, {}
        return taken if self._charged else {}

    def put_back(self, counters: usage.Counters) -> None:
        """Let what was taken, and could not be stored, go with the next write."""
        with self._lock:
            self._pending = usage.total(self._pending, counters)

    def close(self) -> None:
        """Count no more: what follows was counted ahead."""
        with self._lock:
            self._open, self._pending = False, {}

    @property
    def is_open(self) -> bool:
        """Whether it counts."""
        return self._open

    def finish(self) -> usage.Counters:
        """Return everything that the invocation has used, stored or not, its time until now included."""
        self.take()
        return self._total

    @property
    def used(self) -> usage.Counters:
        """Everything that the invocation has used so far, stored or not."""
        return self._total
