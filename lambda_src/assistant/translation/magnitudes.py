"""What a number amounts to: its separators, and words for thousands or more: 12 thousand, 3万5千, 1,2 Mio."""

import re
from typing import Final

from assistant.text.regex import compiled

_LARGER: Final = {
    1000: r"k|thousand|mil(?:le|a)?|tausend|tsd|duizend|tys|тыс\w{0,4}|тис\w{0,4}|tis[ií]c|bin|ribu|"
    r"nghìn|ngàn|ألف|آلاف|هزار|אלף|elfu",
    100_000: "lakhs?",
    1_000_000: r"mi?ln|millions?|mio|millione?[ns]?|mill[oó]n(?:es)?|milh(?:ão|ões)|milion\w{0,3}|"
    r"млн|миллион\w{0,2}|milyon|juta|triệu|مليون|میلیون|מיליון",
}
_LARGER_SIGNS: Final = {
    1000: "千|천|พัน|हज़ार|हजार|হাজার",
    10_000: "[万萬만]|หมื่น",
    100_000: "लाख|লাখ|แสน",
    10**8: "[億亿억]",
}
_WORD: Final = "(?i) ?(?:{}|(?:{})(?![^\\W_]))".format(
    "|".join(f"(?P<s{size}>{words})" for size, words in _LARGER_SIGNS.items()),
    "|".join(f"(?P<w{size}>{words})" for size, words in _LARGER.items()),
)
"""Words for thousands and more, in the languages that write 12 thousand for 12,000."""
_MYRIADS: Final = r"(?<![\d.,])(\d{1,4}) ?[万萬만] ?(\d{1,4}) ?([千천])?"


def joined(text: str) -> str:
    """Return a text in which a number told in two such words is one: 3만 5천 is 35000."""
    return compiled(_MYRIADS).sub(_myriads, text)


def _myriads(match: re.Match[str]) -> str:
    return str(int(match[1]) * 10_000 + int(match[2]) * (1000 if match[3] else 1))


def after(text: str, index: int) -> tuple[int, int]:
    """Return what a number's end is followed by: how many times it counts (or 1), and where the word ends."""
    found = compiled(_WORD).match(text, index)
    return (int(found.lastgroup[1:]), found.end()) if found and found.lastgroup else (1, index)


def value(number: str) -> str:
    """Return a number without separators of thousands, its decimals after a point, no useless zeros."""
    number = number.replace(" ", "").replace("'", "")
    *whole, last = re.split("[.,]", number)
    marks = re.findall("[.,]", number)
    if not whole:
        return number if len(number) > 2 else str(int(number))
    thousands = len(last) == 3 and len(set(marks)) == 1 and len(whole[0]) <= 3 and whole[0].lstrip("0")
    if thousands and all(len(group) in (2, 3) for group in whole[1:]):
        return "".join((*whole, last))
    if len(marks) > 1 and len(set(marks)) == 1:
        return ".".join((*whole, last))
    decimals = last.rstrip("0")
    return "".join(whole) + (f".{decimals}" if decimals else "")
