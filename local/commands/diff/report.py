"""What a report says, before it is a text, Markdown or JSON."""

from dataclasses import dataclass
from typing import Final, Literal

Mark = Literal["+", "-", "~", "!"]
"""Added, removed, changed, and what needs a second look."""

Impact = Literal["added", "changed", "replaced", "may be replaced", "removed", "left behind"]
"""What happens to a resource; `left behind` is one that stays as it is and belongs to no stack any more."""

IMPACTS: Final[tuple[Impact, ...]] = (
    "replaced",
    "may be replaced",
    "removed",
    "left behind",
    "changed",
    "added",
)
"""As they are listed, worst first."""

LOSING: Final[tuple[Impact, ...]] = ("replaced", "may be replaced", "removed", "left behind")

NOTHING: Final = 0
CHANGES: Final = 2
LOSES_STATE: Final = 3


@dataclass(frozen=True)
class Line:
    """One line of a section; `was` and `now` where the values say more. Backticks mark literal words."""

    mark: Mark
    text: str
    was: str | None = None
    now: str | None = None


@dataclass(frozen=True)
class Property:
    """What differs in a resource, None where it is not there; `replaces` if that requires replacement."""

    name: str
    was: str | None
    now: str | None
    replaces: bool = False


@dataclass(frozen=True)
class Change:
    """What happens to one resource; `follows` if it only refers to another that is replaced."""

    id: str
    path: str
    type: str
    kind: str
    impact: Impact
    stateful: bool
    properties: tuple[Property, ...] = ()
    follows: bool = False

    @property
    def loses_state(self) -> bool:
        """Whether what it holds is lost, or out of reach for the stack."""
        return self.stateful and self.impact in LOSING


@dataclass(frozen=True)
class Section:
    """Lines below a title."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Money:
    """USD before and after; None where a price is missing, or on a side where it is not there."""

    name: str
    was: float | None
    now: float | None


@dataclass(frozen=True)
class Costs:
    """A month of so many requests, by line: those that differ, the total, and each request."""

    requests: int
    lines: tuple[Money, ...]
    total: Money
    each: Money


@dataclass(frozen=True)
class Report:
    """What a deployment would change; `new` if nothing is deployed yet."""

    stack: str
    place: str
    new: bool
    changes: tuple[Change, ...] = ()
    sections: tuple[Section, ...] = ()
    costs: Costs | None = None
    notes: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0: no differences, 2: some, 3: something stateful would be replaced or removed."""
        if any(change.loses_state for change in self.changes):
            return LOSES_STATE
        return CHANGES if self.new or self.changes or self.sections or self.costs else NOTHING

    @property
    def headline(self) -> str:
        """Return the stack and how many resources change how."""
        if self.new:
            return f"{self.stack} is new: {len(self.changes)} resources"
        counted = [one.impact for one in self.changes if not one.follows]
        found = [f"{counted.count(impact)} {impact}" for impact in IMPACTS if impact in counted]
        if self.exit_code == NOTHING:
            return f"{self.stack}: no differences"
        return f"{self.stack}: {', '.join(found) or 'no resource changes'}"
