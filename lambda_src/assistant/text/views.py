"""Other readings of a text that know where each of their characters stands in it."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from .text import characters

# Letters that Unicode does not take apart, and typography that means the same.
_ALIKE: Final = str.maketrans("ıłøđðħ’‘ʼ", "iloddh'''")
_MARKS: Final = frozenset(map(chr, (*range(0x300, 0x370), *range(0x64B, 0x653), 0x640)))
"""Accents of Latin, Greek and Cyrillic, vowel signs and elongation of Arabic."""

# Scripts written without spaces between words, or with endings that lean on the word.
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uffdc"
IN_WORD: Final = rf"[^\W{_UNSPACED}]"
"""Pattern of a character that a word before or after it would belong to."""


@dataclass(frozen=True)
class View:
    """A reading of a text; its i-th character stands from `starts[i]` to `ends[i]` in the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original of a place (of at least one character) in this reading."""
        return self.starts[start], self.ends[end - 1]


def shape(text: str) -> View:
    """Return the text composed (NFC), in plain digits and dashes, white space as one blank."""
    return _view(text, _plain)


def folded(text: str) -> View:
    """Return the text as it is compared: `shape` in one case, without accents."""
    return _view(text, lambda character: _fold(_plain(character)))


def compact(text: str) -> View:
    """Return the folded letters and digits alone, as numbers are compared."""
    return _view(text, lambda character: "".join(filter(str.isalnum, _fold(_plain(character)))))


def is_unspaced(char: str) -> bool:
    """Tell whether the character's script does without word bounds."""
    return any(low <= char <= high for low, high in _RANGES)


_RANGES: Final = tuple((part[0], part[2]) for part in (_UNSPACED[i : i + 3] for i in range(0, 18, 3)))


def _view(text: str, reading: Callable[[str], str]) -> View:
    """Read a text by what a reader sees as one character: a letter with its accents, composed or not."""
    read: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    known: dict[str, str] = {}
    at = 0
    for character in characters(text):
        if character not in known:
            known[character] = reading(character)
        for char in known[character]:
            if char == " " and read[-1:] == [" "]:
                ends[-1] = at + len(character)
            else:
                read.append(char)
                starts.append(at)
                ends.append(at + len(character))
        at += len(character)
    return View("".join(read), tuple(starts), tuple(ends))


def _plain(character: str) -> str:
    return "".join(map(_plain_one, unicodedata.normalize("NFC", character)))


def _plain_one(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Zs" or char.isspace():
        return " "
    if category == "Pd":
        return "-"
    wide = unicodedata.normalize("NFKC", char)
    return wide if len(wide) == 1 else char


def _fold(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(char for char in parts if char not in _MARKS)
    return unicodedata.normalize("NFC", bare).translate(_ALIKE)
