"""The one place where text is normalized: what is stored, shown, compared and searched.

`clean` is what services and people get; `visible` and `plain` are what a reader takes a text for;
`ascii_digits` is for figures. `simplified`, `folded` and `alphanumeric` know where their characters stand in
the original.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from .formats import compiled
from .splitting import JOINERS, characters

_NOT_DRAWN: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5\u180b\u180c\u180d")
"""Letters and marks that are not visible: fillers of Korean, the empty Braille pattern, a few marks."""

_LOST: Final = frozenset("\ufffc\ufffd")
"""Placeholders of a picture or a character that was lost."""

_APOSTROPHES: Final = str.maketrans("’‘ʼ", "'''")

# Letters that Unicode does not decompose.
_ALIKE: Final = str.maketrans("ıłøđðħ", "iloddh")
_ACCENTS: Final = frozenset(map(chr, (*range(0x300, 0x370), *range(0x64B, 0x653), 0x640)))
"""Accents of Latin, Greek and Cyrillic, vowel signs and elongation of Arabic."""

# Scripts written without spaces between words, or with particles joined to the word.
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uffdc"
IN_WORD: Final = rf"[^\W{_UNSPACED}]"
"""Pattern of a character that does not begin a new word after a letter: scripts with spaces."""

_RANGES: Final = tuple((low, high) for low, _, high in zip(*[iter(_UNSPACED)] * 3, strict=True))


def clean(text: str) -> str:
    """Return the text without control characters; tabs stay, line breaks become line feeds."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in lines if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs"))


def is_blank(text: str) -> bool:
    """Tell whether a reader sees nothing: no letter, digit, sign or symbol, whatever else there is."""
    return not any(
        unicodedata.category(char)[0] in "LNPS" and char not in _NOT_DRAWN | _LOST for char in text
    )


def without_invisible(text: str, *, keep: str = JOINERS) -> str:
    """Return a text without invisible characters and direction marks, except for those to keep."""
    if text.isascii():
        return text
    return "".join(
        char
        for char in text
        if char in keep or not (char in _NOT_DRAWN or unicodedata.category(char) == "Cf")
    )


def visible(text: str) -> str:
    """Return a text with one kind of space and apostrophe, and nothing invisible."""
    seen = unicodedata.normalize("NFKC", without_invisible(text, keep=""))
    return " ".join(seen.translate(_APOSTROPHES).split())


def plain(text: str) -> str:
    """Return a text as it is compared: `visible`, and in one case."""
    return visible(text).casefold()


def one_line(text: str, max_characters: int) -> str:
    """Return the text as one line for a subject: no control or direction marks, cut with an ellipsis.

    Characters are counted in UTF-16 units, the larger of the two ways to count: an emoji is two.
    """
    breaks = ("Cc", "Cs", "Zl", "Zp")
    seen = without_invisible(text)
    line = " ".join("".join(" " if unicodedata.category(one) in breaks else one for one in seen).split())
    if _units(line) <= max_characters:
        return line
    kept = ""
    for character in characters(line):
        if _units(kept) + _units(character) >= max_characters:
            break
        kept += character
    return kept.rstrip() + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@dataclass(frozen=True)
class Normalized:
    """A normalized text; its i-th character stands from `starts[i]` to `ends[i]` in the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original of a place (of at least one character) in this text."""
        return self.starts[start], self.ends[end - 1]


def simplified(text: str) -> Normalized:
    """Return the text composed (NFC), in plain digits and dashes, white space as one blank."""
    return _read(text, _simple)


def folded(text: str) -> Normalized:
    """Return the text as it is compared: `simplified`, in one case, without accents."""
    return _read(text, _fold)


def alphanumeric(text: str) -> Normalized:
    """Return the folded letters and digits alone, as numbers are compared."""
    return _read(text, lambda character: "".join(filter(str.isalnum, _fold(character))))


def is_unspaced(char: str) -> bool:
    """Tell whether the character's script is written without spaces between words."""
    return any(low <= char <= high for low, high in _RANGES)


def _read(text: str, reading: Callable[[str], str]) -> Normalized:
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
    return Normalized("".join(read), tuple(starts), tuple(ends))


def _simple(character: str) -> str:
    return "".join(map(_simple_one, unicodedata.normalize("NFC", character)))


def _simple_one(char: str) -> str:
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


def _fold(character: str) -> str:
    parts = unicodedata.normalize("NFD", _simple(character).casefold())
    bare = "".join(char for char in parts if char not in _ACCENTS)
    return unicodedata.normalize("NFC", bare).translate(_APOSTROPHES).translate(_ALIKE)


_FIGURE_SIGNS: Final = str.maketrans(dict(zip("‐‑‒–—−’ʼ٬ºª°№٫٪", "------'''    .%", strict=True)))
_KEYCAP: Final = "\ufe0f\u20e3"
"""Marks that turn a digit into an emoji."""

_WIDE_COMMA: Final = "(?<![０-９])，|，(?![０-９])"
"""A comma between words; between two full-width digits it groups thousands."""

_SIZES: Final = r"(?<=\d)[x×](?=\d)"


def ascii_digits(text: str) -> str:
    """Return the text as its figures are read: one kind of digits, spaces, hyphens and apostrophes.

    Fractions and powers are dropped: ½ is often a word elsewhere, and 3½ would read as 31. Sizes are split,
    as 60x40.
    """
    whole = "".join(
        char
        for char in text.translate(_FIGURE_SIGNS)
        if char not in _KEYCAP and unicodedata.category(char) != "No"
    )
    commas = compiled(_WIDE_COMMA).sub(", ", without_invisible(whole, keep=""))
    one_form = unicodedata.normalize("NFKC", commas)
    digits = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in one_form)
    return compiled(_SIZES).sub(" ", digits.translate(_FIGURE_SIGNS))
