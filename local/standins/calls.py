"""What was called, by whom and when; never what was said."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import asdict, dataclass
from typing import Any

KEPT = 1000


@dataclass(frozen=True, slots=True)
class Call:
    """One request to a stand-in; error is the service's error code, or the fault that befell the call."""

    service: str
    operation: str
    access_key_id: str
    at: str
    duration_ms: float
    status: int
    error: str | None


class CallLog:
    """Counts of all calls since the last reset, and the last thousand of them."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._last: deque[Call] = deque(maxlen=KEPT)

    def add(self, call: Call) -> None:
        """Notes a call that has been answered."""
        self._counts[call.service, call.operation] += 1
        self._last.append(call)

    def reset(self) -> None:
        """Forgets everything."""
        self._counts.clear()
        self._last.clear()

    def to_json(self) -> dict[str, Any]:
        """Counts per service and operation, the total, and the last calls, oldest first."""
        counts: dict[str, dict[str, int]] = {}
        for (service, operation), count in sorted(self._counts.items()):
            counts.setdefault(service, {})[operation] = count
        return {
            "total": self._counts.total(),
            "counts": counts,
            "calls": [asdict(call) for call in self._last],
        }
