"""Runs of figures in groups, as numbers of cards and telephones are written."""

from collections.abc import Iterator
from typing import Final

from assistant.text.regex import compiled

_RUN: Final = r"(?<![\w+])(?:\+|\(\+?)?\d+(?:[ .,_/#()*·-]{1,3}\d+){0,15}(?!\w)"
"""Figures in groups, whatever parts them."""


def groups_of(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield where the groups of digits stand of each run of them."""
    for run in compiled(_RUN).finditer(text):
        yield [group.span() for group in compiled(r"\d+").finditer(text, *run.span())]
