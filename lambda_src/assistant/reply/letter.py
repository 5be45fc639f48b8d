"""What is done to a letter that others wrote: its greeted name is checked, its closing removed."""

import re
import unicodedata
from typing import Final

from assistant.text.normalized import plain

from . import gestures

_NAME_WORDS: Final = 4
_NAME_CHARACTERS: Final = 40
"""Of a name that is greeted, at most."""

_NO_NAMES: Final = frozenset({"null", "undefined", "test"})
"""What programs write into a form for a customer without a name."""

_NAME_SIGNS: Final = frozenset("'’‘-–.·・\u200c\u200d")
"""Signs within names: O'Neill, Anne-Marie, J. R.; the joiners of Persian and Indian scripts."""

_TITLE: Final = re.compile(r"\w{1,2}\.\w+")
"""Titles and initials that no blank follows: Dr.Müller, J.Smith."""

_SALUTATION: Final = 40
_SIGNATURE: Final = 60
"""Columns of a line that closes a letter, and of one that signs it; a letter of East Asia takes two."""

_LINES: Final = 3
"""Of a closing, at most: salutation, team and company."""

_SENTENCE_ENDS: Final = frozenset(".!?…。！？؟۔।॥։።")
_CLOSING_MARKS: Final = "\"'”’»」』)）"
_COMMAS: Final = (",", "，", "、", "،")
_NO_CLOSING: Final = re.compile(r"[-–—•*·・]|.*\d|.*[:：]$")
"""An item of a list, or what introduces one, or a line with a figure."""


def name_to_greet(name: str) -> str:
    """Return a customer's name in one line, or nothing where it is not one that a reply should say.

    A name has at most four words and 40 characters, of letters, marks and `' - .`; so a link, an address, a
    number or a sentence in the field is greeted by nobody.
    """
    words = unicodedata.normalize("NFC", name).split()
    line = " ".join(words)
    letters = ("".join(filter(str.isalpha, word)).casefold() for word in words)
    is_name = (
        len(words) <= _NAME_WORDS
        and len(line) <= _NAME_CHARACTERS
        and not _NO_NAMES.issuperset(filter(None, letters))
        and not any(map(_is_host, words))
        and all(char in _NAME_SIGNS or unicodedata.category(char)[0] in "LM" for char in "".join(words))
    )
    return line if is_name else ""


def _is_host(word: str) -> bool:
    """Tell whether a word is a host name, or a piece of one: a point, with more than an initial after it."""
    seen = "".join(char for char in word if unicodedata.category(char) != "Cf")
    _, *ends = seen.split(".")
    if _TITLE.fullmatch(seen) and ends[0].istitle():
        return False
    return seen.startswith(".") or any(len(end) > 1 for end in ends)


def body(text: str, company: str, sentence: str | None = None) -> str:
    """Return a draft's text without what is added later: closing, signature, the gesture's sentence.

    The model is told not to close the letter. What looks like a closing all the same is short lines at the
    end that begin a paragraph and name the company, follow a comma, or have no end of a sentence although
    the text before them has one. When in doubt a line stays, and the first one always does.
    """
    if sentence:
        text = gestures.without(text, sentence)
    lines = [line.rstrip() for line in text.strip().split("\n")]
    while (start := _closing(lines, company)) is not None:
        lines = lines[:start]
        while not lines[-1]:
            lines.pop()
    return "\n".join(lines).strip()


def _closing(lines: list[str], company: str) -> int | None:
    """Return where the shortest closing at the end of some lines begins, or None."""
    written = [number for number, line in enumerate(lines) if line]
    for count in range(1, min(_LINES, len(written) - 1) + 1):
        start, before = written[-count], lines[written[-count - 1]]
        said = [lines[number] for number in written[-count:]]
        signed = plain(company) in plain(said[-1])
        if not _may_close(said[0], signed=signed and (count > 1 or before.endswith(_COMMAS))):
            return None
        ended = not _is_open(before)
        begins = ended or not lines[start - 1]
        short = all(_columns(line) <= _SALUTATION for line in said)
        if begins and (signed or said[0].endswith(_COMMAS) or (short and ended)):
            return start
    return None


def _may_close(line: str, *, signed: bool) -> bool:
    """Tell whether a line is one of a closing; one that signs may end like a sentence."""
    if _columns(line) > _SIGNATURE or _NO_CLOSING.match(line):
        return False
    return _is_open(line) or signed


def _is_open(line: str) -> bool:
    """Tell whether a line has no end of a sentence, within it or at its end; an emoji is one."""
    bare = line.rstrip(_CLOSING_MARKS)
    if bare != line or unicodedata.category(line[-1]) in ("So", "Sk"):
        return False
    return not any(
        char in _SENTENCE_ENDS and (place + 1 == len(bare) or bare[place + 1].isspace())
        for place, char in enumerate(bare)
    )


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
