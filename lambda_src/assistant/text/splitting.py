"""Cutting text without losing or breaking a character."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_SENTENCE_END = re.compile(r"(?<=[.!?…。！？؟।])\s+|(?<=[。！？])|(?<=\n)")
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
    for part in _parts(text, max_bytes):
        if size(pieces[-1]) + size(part) > max_bytes and pieces[-1]:
            pieces.append("")
        pieces[-1] += part
    return [piece for piece in pieces if piece]


def _parts(text: str, max_bytes: int) -> Iterator[str]:
    for sentence in _cut(text, _SENTENCE_END):
        if size(sentence) <= max_bytes:
            yield sentence
            continue
        for word in _cut(sentence, re.compile(r"\s+")):
            if size(word) <= max_bytes:
                yield word
                continue
            for character in characters(word):
                yield from [character] if size(character) <= max_bytes else character


def _cut(text: str, ends: re.Pattern[str]) -> Iterator[str]:
    start = 0
    for match in ends.finditer(text):
        if match.end() > start:
            yield text[start : match.end()]
            start = match.end()
    if start < len(text):
        yield text[start:]


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
