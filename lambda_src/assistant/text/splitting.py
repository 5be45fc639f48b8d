"""Cutting text without losing or breaking a character."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

_SENTENCE_END = re.compile(r"(?<=[.!?…。！？؟।])\s+|(?<=[。！？])|(?<=\n)")
_BLANKS = re.compile(r"\s+")
JOINERS: Final = "\u200c\u200d"
"""Invisible characters that join or separate letters and emoji: a text needs them."""


def size(text: str) -> int:
    """Return the text's length in UTF-8 bytes, as the AI services count it."""
    return len(text.encode())


def split(text: str, max_bytes: int) -> list[str]:
    """Cut a text into pieces of at most `max_bytes`; the pieces joined are the text again.

    Cuts at ends of sentences, else at spaces, else between characters, never inside one (a letter
    with its marks, an emoji with its joiners, the two letters of a flag), unless it alone is too large.
    """
    pieces = [""]
    for part in _parts(text, max_bytes, (_SENTENCE_END, _BLANKS)):
        if size(pieces[-1]) + size(part) > max_bytes and pieces[-1]:
            pieces.append("")
        pieces[-1] += part
    return [piece for piece in pieces if piece]


def _parts(text: str, max_bytes: int, ends: Sequence[re.Pattern[str]]) -> Iterator[str]:
    """Yield parts that fit, cut at the first of some ends as far as that will do."""
    if size(text) <= max_bytes:
        yield text
    elif ends:
        cuts = (0, *(match.end() for match in ends[0].finditer(text)), len(text))
        for start, end in pairwise(cuts):
            yield from _parts(text[start:end], max_bytes, ends[1:])
    else:
        for character in characters(text):
            yield from [character] if size(character) <= max_bytes else character


def characters(text: str) -> Iterator[str]:
    """Yield what a reader sees as one character each."""
    character = ""
    for char in text:
        if character and not _joined(character, char):
            yield character
            character = ""
        character += char
    if character:
        yield character


def _joined(character: str, char: str) -> bool:
    """Tell whether a code point belongs to the character before it."""
    return (
        unicodedata.category(char) in ("Mn", "Mc", "Me")
        or char in JOINERS
        or character[-1] in JOINERS
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= char <= "\U000e007f"  # tags, as in the flag of Scotland
        or "\u1160" <= char <= "\u11ff"  # vowels and finals of a Korean syllable in pieces
        or (len(character) == 1 and _is_flag_letter(character) and _is_flag_letter(char))
    )


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"
