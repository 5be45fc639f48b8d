"""Other readings of a text that know where each of their characters stands in it."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

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
    """A reading of a text; `at[i]` is where the i-th character of `text` stands in the original."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original of a place (of at least one character) in this reading."""
        return self.at[start], self.at[end - 1] + 1


def shape(text: str) -> View:
    """Return the text with plain digits, dashes and blanks and nothing invisible; letters keep their case."""
    return _view(text, _plain)


def folded(text: str) -> View:
    """Return the text as it is compared: one case, no accents, single blanks."""
    return _view(text, lambda char: _fold(_plain(char)), single_blanks=True)


def compact(text: str) -> View:
    """Return the folded letters and digits alone, as numbers are compared."""
    return _view(text, lambda char: "".join(filter(str.isalnum, _fold(_plain(char)))))


def is_unspaced(char: str) -> bool:
    """Tell whether the character's script does without word bounds."""
    return any(low <= char <= high for low, high in _RANGES)


_RANGES: Final = tuple((part[0], part[2]) for part in (_UNSPACED[i : i + 3] for i in range(0, 18, 3)))


def _view(text: str, reading: Callable[[str], str], *, single_blanks: bool = False) -> View:
    chars, places = [], []
    for place, char in _read(text, reading):
        if not (single_blanks and char.isspace()):
            chars.append(char)
        elif not chars or chars[-1] != " ":
            chars.append(" ")
        else:
            continue
        places.append(place)
    return View("".join(chars), tuple(places))


def _read(text: str, reading: Callable[[str], str]) -> Iterator[tuple[int, str]]:
    known: dict[str, str] = {}
    for place, char in enumerate(text):
        if char not in known:
            known[char] = reading(char)
        for read in known[char]:
            yield place, read


def _plain(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Zs":
        return " "
    if category == "Pd":
        return "-"
    wide = unicodedata.normalize("NFKC", char)
    return wide if len(wide) == 1 else char


def _fold(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(char for char in parts if char not in _MARKS)
    return unicodedata.normalize("NFC", bare).translate(_ALIKE)
