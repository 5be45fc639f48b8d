"""The faults in force while the stand-ins run, and what each does to the next call."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from local.standins.faults.settings import KEYS, Fault, InvalidFaultError


@dataclass(frozen=True, slots=True)
class Verdict:
    """What happens to one call."""

    latency_seconds: float = 0.0
    error: str | None = None
    reply: str = "normal"


class _Running:
    """A fault in force: its bucket, its random numbers, its counts."""

    def __init__(self, fault: Fault, clock: Callable[[], float]) -> None:
        self.fault = fault
        self.met = 0
        self._clock = clock
        self._random = random.Random(fault.seed)  # noqa: S311 - repeatable on purpose
        self._tokens = max(1.0, fault.rate_per_second or 0.0)
        self._filled_at = clock()
        self._errors = self._replies = 0
        self._met_at: float | None = None

    def verdict(self) -> Verdict:
        fault, now = self.fault, self._clock()
        if self._met_at is None:
            self._met_at = now
        if fault.seconds is not None and now - self._met_at >= fault.seconds:
            return Verdict()
        if fault.rate_per_second is not None and not self._admitted(fault.rate_per_second, now):
            verdict = Verdict(error="throttled")
        else:
            verdict = Verdict(self._latency(), self._error(), self._reply())
        self.met += verdict != Verdict()
        return verdict

    def _admitted(self, rate: float, now: float) -> bool:
        self._tokens = min(max(1.0, rate), self._tokens + (now - self._filled_at) * rate)
        self._filled_at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def _latency(self) -> float:
        spread = self.fault.latency_sigma
        factor = self._random.lognormvariate(0.0, spread) if spread else 1.0
        return self.fault.latency_seconds * factor

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
    """The faults in force, by service or operation; an operation's own entry replaces its service's one.

    A key may end in `#` and a label, so that several faults can lie on one operation, one after the other.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, keys: Sequence[str] = KEYS) -> None:
        self._clock = clock
        self._keys = keys
        self._running: dict[str, _Running] = {}

    def replace(self, raw: object) -> None:
        """Take a whole new table, counts and buckets starting anew.

        Raises InvalidFaultError: names what is allowed; the old table stays.
        """
        self._running = {key: running for key, running in self._parsed(raw).items() if running}

    def merge(self, raw: object) -> None:
        """Set the given entries anew and remove those given as null; raises as `replace` does."""
        merged = {**self._running, **self._parsed(raw)}
        self._running = {key: running for key, running in merged.items() if running}

    def _parsed(self, raw: object) -> dict[str, _Running | None]:
        if not isinstance(raw, dict):
            raise InvalidFaultError("An object is expected whose keys are services or operations.")
        for key in raw:
            if key.partition("#")[0] not in self._keys:
                raise InvalidFaultError(f"Unknown service or operation; allowed are {', '.join(self._keys)}.")
        return {
            key: None if value is None else _Running(Fault.parse(key, value), self._clock)
            for key, value in raw.items()
        }

    def to_json(self) -> dict[str, dict[str, Any]]:
        """The table as it was set."""
        return {key: running.fault.to_json() for key, running in self._running.items()}

    def met(self) -> dict[str, int]:
        """How many calls each fault was applied to."""
        return {key: running.met for key, running in self._running.items()}

    def verdict(self, service: str, operation: str, caller: str = "", text: str = "") -> Verdict:
        """What happens to the next call of this operation, by its caller and its text."""
        for wanted in (f"{service}.{operation}", service):
            meant = [
                running
                for key, running in self._running.items()
                if key.partition("#")[0] == wanted and running.fault.concerns(caller, text)
            ]
            if meant:
                # one after the other: a call that the first leaves alone may still meet the next
                return next((verdict for one in meant if (verdict := one.verdict()) != Verdict()), Verdict())
        return Verdict()
