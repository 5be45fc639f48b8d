"""Cutting and cleaning text without losing or breaking a character."""

import re
import unicodedata
from collections.abc import Iterator

_SENTENCE_END = re.compile(r"(?<=[.!?…。！？؟।])\s+|(?<=[。！？])|(?<=\n)")
_JOINERS = {"\u200c", "\u200d"}


def clean(text: str) -> str:
    """Return the text without control characters; line breaks and tabs stay."""
    return "".join(char for char in text if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs"))


def one_line(text: str, max_characters: int) -> str:
    """Return the text as one line for a subject: no control or direction marks, cut with an ellipsis."""
    visible = "".join(
        " " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char
        for char in text
        if unicodedata.category(char) != "Cf" or char in _JOINERS
    )
    line = " ".join(visible.split())
    if len(line) <= max_characters:
        return line
    end = max_characters - 1
    while end and _joined(line, end):
        end -= 1
    return line[:end].rstrip() + "…"


def size(text: str) -> int:
    """Return the text's length in UTF-8 bytes, as the AI services count it."""
    return len(text.encode())


def split(text: str, max_bytes: int) -> list[str]:
    """Cut a text into pieces of at most `max_bytes`; the pieces joined are the text again.

    Cuts at ends of sentences, else at spaces, else between characters, never inside one (a letter
    with its marks, an emoji with its joiners).
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
            yield from [word] if size(word) <= max_bytes else _characters(word)


def _cut(text: str, ends: re.Pattern[str]) -> Iterator[str]:
    start = 0
    for match in ends.finditer(text):
        if match.end() > start:
            yield text[start : match.end()]
            start = match.end()
    if start < len(text):
        yield text[start:]


def _characters(word: str) -> Iterator[str]:
    start = 0
    for index in range(1, len(word) + 1):
        if index == len(word) or not _joined(word, index):
            yield word[start:index]
            start = index


def _joined(text: str, index: int) -> bool:
    """Tell whether the code point at `index` belongs to the one before it."""
    char = text[index]
    return (
        unicodedata.combining(char) != 0
        or unicodedata.category(char) in ("Mn", "Mc", "Me")
        or char in _JOINERS
        or text[index - 1] in _JOINERS
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    )
