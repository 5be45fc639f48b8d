"""The lines of a message, each with the kind of what it belongs to, if it is none of the customer's own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from assistant.text.regex import compiled
from assistant.text.text import without_marks

MOST_CHARACTERS: Final = 300
"""Of a line that is looked at for its form; a longer one is a paragraph."""

RULE: Final = r"\s?[-_=—*]{2,}\s?"
"""A line of dashes."""

SENTENCE_END: Final = r"[.!?…。！？؟।՞;](?:[\"'”»)]|\s)*\Z"
"""What ends a sentence, at a text's end."""


@dataclass(frozen=True)
class Aside:
    """A part of a message that is none of the customer's own words: its kind and its place."""

    kind: str
    start: int
    end: int


@dataclass
class Line:
    """One line: its text without what is not seen, its place in the message, its kind (empty for the own)."""

    text: str
    start: int
    end: int
    kind: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on it."""
        return not self.text.strip()

    def fits(self, pattern: str) -> bool:
        """Tell whether the whole line is of a form."""
        return len(self.text) <= MOST_CHARACTERS and compiled(pattern).fullmatch(self.text) is not None


def lines_of(text: str) -> list[Line]:
    """Return the lines of a message."""
    found, start = [], 0
    for line in text.split("\n"):
        bare = line.rstrip("\r")
        found.append(Line(without_marks(bare), start, start + len(bare)))
        start += len(line) + 1
    return found


def next_line(lines: Sequence[Line], index: int) -> int | None:
    """Return the first line from one on that is not blank."""
    return next((at for at in range(index, len(lines)) if not lines[at].is_blank), None)


def mark(lines: Iterable[Line], kind: str) -> None:
    """Give lines a kind, but for those that have one."""
    for line in lines:
        line.kind = line.kind or kind


def paragraphs(lines: Iterable[Line]) -> list[list[Line]]:
    """Return the paragraphs of the customer's own lines; a line of dashes parts them, too."""
    rest = [line for line in lines if not line.kind]
    parted = groupby(rest, lambda line: not (line.is_blank or line.fits(RULE)))
    return [list(group) for is_text, group in parted if is_text]
