"""The faults in force while the stand-ins run, and what each does to the next call."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from local.standins.faults import KEYS, Fault, InvalidFaultError


@dataclass(frozen=True, slots=True)
class Verdict:
    """What befalls one call."""

    latency_seconds: float = 0.0
    error: str | None = None
    reply: str = "normal"


class _Running:
    """A fault at work: its bucket, its random numbers and what is left of its counts."""

    def __init__(self, fault: Fault, clock: Callable[[], float]) -> None:
        self.fault = fault
        self._clock = clock
        self._random = random.Random(fault.seed)  # noqa: S311 - repeatable on purpose
        self._tokens = max(1.0, fault.rate_per_second or 0.0)
        self._filled_at = clock()
        self._errors = 0
        self._replies = 0

    def verdict(self) -> Verdict:
        fault = self.fault
        if fault.rate_per_second is not None and not self._admitted(fault.rate_per_second):
            return Verdict(error="throttled")
        return Verdict(fault.latency_seconds, self._error(), self._reply())

    def _admitted(self, rate: float) -> bool:
        now = self._clock()
        self._tokens = min(max(1.0, rate), self._tokens + (now - self._filled_at) * rate)
        self._filled_at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def _error(self) -> str | None:
        fault = self.fault
        spent = fault.error_count is not None and self._errors >= fault.error_count
        if fault.error is None or spent or self._random.random() >= fault.error_share:
            return None
        self._errors += 1
        return fault.error

    def _reply(self) -> str:
        if self.fault.reply_count is not None and self._replies >= self.fault.reply_count:
            return "normal"
        self._replies += 1
        return self.fault.reply


class FaultTable:
    """The faults in force. An operation's own entry replaces its service's one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._running: dict[str, _Running] = {}

    def replace(self, raw: object) -> None:
        """Takes a whole new table, counts and buckets starting anew; on an error the old one stays.

        Raises:
            InvalidFaultError: names what is allowed.
        """
        if not isinstance(raw, dict):
            raise InvalidFaultError("An object is expected whose keys are services or operations.")
        for key in raw:
            if key not in KEYS:
                raise InvalidFaultError(f"Unknown service or operation; allowed are {', '.join(KEYS)}.")
        parsed = {key: Fault.parse(key, value) for key, value in raw.items()}
        self._running = {key: _Running(fault, self._clock) for key, fault in parsed.items()}

    def to_json(self) -> dict[str, dict[str, Any]]:
        """The table as it was set."""
        return {key: running.fault.to_json() for key, running in self._running.items()}

    def verdict(self, service: str, operation: str) -> Verdict:
        """What befalls the next call of this operation."""
        running = self._running.get(f"{service}.{operation}") or self._running.get(service)
        return running.verdict() if running else Verdict()
