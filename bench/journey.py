"""What a simulation tells."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Journey:
    """What became of one request; None and False where it never came so far.

    Moments are seconds since the beginning, `heard_after` seconds since the link was opened. `short` tells
    whether the shortcut was answered.
    """

    arrived: float
    ended: dict[str, float] = field(default_factory=dict)
    done: float | None = None
    listened: bool = False
    heard_after: float | None = None
    turned_away: bool = False
    failed: bool = False
    short: bool | None = None
    degraded: list[str] = field(default_factory=list)
    retries: int = 0
    transitions: int = 0
    invocations: int = 0
    function_seconds: float = 0.0


@dataclass
class Run:
    """The journeys; by call, how often it was answered and refused; how many requests were open at most."""

    journeys: list[Journey]
    answered: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    most_open: int = 0
