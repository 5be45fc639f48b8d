"""The letters that names and addresses are written with, in classes that are quick to compile."""

import re
from functools import cache
from typing import Final

CAPITALS: Final = "A-ZÀ-ÖØ-ÞΆΈ-ΏΑ-ΫЀ-Я" + "".join(filter(str.isupper, map(chr, range(0x100, 0x180))))
"""Inside of a class: the capitals of a text that `plain` has read."""

_RANGES: Final = ((0x41, 0x5A), (0xC0, 0xDE), (0x386, 0x3AB), (0x400, 0x42F))
_RARE: Final = {
    code: "À"
    for code in range(0x180, 0x530)
    if chr(code).isupper() and not any(low <= code <= high for low, high in _RANGES)
}


def plain(text: str) -> str:
    """Return the text, its length kept, with one apostrophe, and one capital for all that are rare."""
    return text.replace("’", "'").translate(_RARE)


def has_east_asian(text: str) -> bool:
    """Tell whether there are Chinese, Japanese or Korean letters; else their patterns need no compiling."""
    return any("\u3000" <= char <= "\ud7a3" for char in text)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A compiled pattern: some take tens of milliseconds, which only their script should pay for."""
    return re.compile(pattern)
