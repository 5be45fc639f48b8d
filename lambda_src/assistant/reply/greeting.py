"""Decides whether a reply may greet a customer by the name that was typed into the form."""

import re
import unicodedata
from typing import Final

MOST_WORDS: Final = 4
MOST_CHARACTERS: Final = 40
_NO_NAMES: Final = frozenset({"null", "undefined", "test"})
"""What programs write into a form for a customer without a name."""

_SIGNS: Final = frozenset("'’‘-–.·・\u200c\u200d")
"""Signs within names: O'Neill, Anne-Marie, J. R.; the joiners of Persian and Indian scripts."""

_TITLE: Final = re.compile(r"\w{1,2}\.\w+")
"""Titles and initials that no blank follows: Dr.Müller, J.Smith."""


def name_to_greet(name: str) -> str:
    """Return a customer's name in one line, or nothing where it is not one that a reply should say.

    A name has at most four words and 40 characters, of letters, marks and `' - .`; so a link, an address, a
    number or a sentence in the field is greeted by nobody.
    """
    words = unicodedata.normalize("NFC", name).split()
    line = " ".join(words)
    if not line or len(words) > MOST_WORDS or len(line) > MOST_CHARACTERS:
        return ""
    letters = ["".join(filter(str.isalpha, word)).casefold() for word in words]
    if _NO_NAMES.issuperset(filter(None, letters)) or any(map(_is_host, words)):
        return ""
    return line if all(map(_is_of_a_name, line)) else ""


def _is_host(word: str) -> bool:
    """Tell whether a word is a host name, or a piece of one: a point, with more than an initial after it."""
    seen = "".join(char for char in word if unicodedata.category(char) != "Cf")
    _, *ends = seen.split(".")
    if _TITLE.fullmatch(seen) and ends[0].istitle():
        return False
    return seen.startswith(".") or any(len(end) > 1 for end in ends)


def _is_of_a_name(char: str) -> bool:
    return char == " " or char in _SIGNS or unicodedata.category(char)[0] in "LM"
