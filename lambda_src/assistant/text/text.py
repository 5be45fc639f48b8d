"""Cutting and cleaning text without losing or breaking a character."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_SENTENCE_END = re.compile(r"(?<=[.!?…。！？؟।])\s+|(?<=[。！？])|(?<=\n)")
_JOINERS = {"\u200c", "\u200d"}
_EMPTY: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5\u180b\u180c\u180d")
"""Letters and marks that are drawn as nothing: fillers of Korean, the empty Braille pattern, a few marks."""

_LOST: Final = frozenset("\ufffc\ufffd")
"""What stands for a picture or a character that was lost."""
_APOSTROPHES: Final = str.maketrans("’‘ʼ", "'''")


def clean(text: str) -> str:
    """Return the text without control characters; tabs stay, line breaks become line feeds."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in lines if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs"))


def is_blank(text: str) -> bool:
    """Tell whether a reader sees nothing: no letter, digit, sign or symbol, whatever else there is."""
    return not any(unicodedata.category(char)[0] in "LNPS" and char not in _EMPTY | _LOST for char in text)


def without_controls(text: str) -> str:
    """Return a text without what turns its direction or is not seen; what joins letters stays."""
    return "".join(
        char
        for char in text
        if char in _JOINERS or not (char in _EMPTY or unicodedata.category(char) == "Cf")
    )


def without_marks(text: str) -> str:
    """Return a text without what is not seen, not even what joins letters."""
    return text if text.isascii() else "".join(char for char in text if unicodedata.category(char) != "Cf")


def visible(text: str) -> str:
    """Return a text with one kind of space and apostrophe, and nothing invisible."""
    seen = without_marks(text)
    return " ".join(unicodedata.normalize("NFKC", seen).translate(_APOSTROPHES).split())


def plain(text: str) -> str:
    """Return a text as it is compared: `visible`, and in one case."""
    return visible(text).casefold()


def one_line(text: str, max_characters: int) -> str:
    """Return the text as one line for a subject: no control or direction marks, cut with an ellipsis."""
    visible = "".join(
        " " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char
        for char in text
        if unicodedata.category(char) != "Cf" or char in _JOINERS
    )
    line = " ".join(visible.split())
    if _units(line) <= max_characters:
        return line
    kept = ""
    for character in characters(line):
        if _units(kept) + _units(character) >= max_characters:
            break
        kept += character
    return kept.rstrip() + "…"


def _units(text: str) -> int:
    """Count UTF-16 units, the larger of the two ways to count characters: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


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
        or char in _JOINERS
        or character[-1] in _JOINERS
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= char <= "\U000e007f"  # tags, as in the flag of Scotland
        or "\u1160" <= char <= "\u11ff"  # vowels and finals of a Korean syllable in pieces
        or (len(character) == 1 and _is_flag_letter(character) and _is_flag_letter(char))
    )


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"
