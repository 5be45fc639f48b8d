"""What numbers amount to: separators, words for thousands (3万5千, 1,2 Mio.), numbers in words ("zwölf")."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from assistant.text.formats import compiled
from assistant.text.normalized import is_unspaced, plain

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

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

_CLDR_NAMES: Final = {"tl": "fil", "zh-TW": "zh_Hant"}


def join_myriads(text: str) -> str:
    """Return a text in which a number of two such words is one number: 3만 5천 is 35000."""
    return compiled(_MYRIADS).sub(
        lambda match: str(int(match[1]) * 10_000 + int(match[2]) * (1000 if match[3] else 1)), text
    )


def multiplier_after(text: str, index: int) -> tuple[int, int]:
    """Return the multiplier after a number (1 if none), and where its word ends."""
    found = compiled(_WORD).match(text, index)
    return (int(found.lastgroup[1:]), found.end()) if found and found.lastgroup else (1, index)


def plain_value(number: str) -> str:
    """Return a number without thousands separators and trailing zeros, its decimals after a point."""
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


def is_written(number: int, text: str, languages: Iterable[str]) -> bool:
    """Tell whether a text has a number in words of one of some languages, in any form that CLDR knows.

    A language that CLDR has no rules for writes none.
    """
    folded = plain(text)
    return any(
        re.search(pattern, folded) for language in languages for pattern in _patterns(number, language)
    )


def _patterns(number: int, language: str) -> Iterator[str]:
    from unicode_rbnf import FormatPurpose  # noqa: PLC0415 - few replies need it, and it takes 50 ms

    engine = _engine(language)
    if engine is None:
        return
    for said in set(engine.format_number(number, FormatPurpose.CARDINAL).text_by_ruleset.values()):
        words = r"[\s-]?".join(map(re.escape, re.split(r"[\s-]+", plain(said))))
        yield words if any(map(is_unspaced, words)) else rf"(?<![\w-]){words}(?![\w-])"


@cache
def _engine(language: str) -> "RbnfEngine | None":
    from unicode_rbnf import RbnfEngine  # noqa: PLC0415 - as above

    base = language.partition("-")[0]
    names = (_CLDR_NAMES.get(language), language.replace("-", "_"), _CLDR_NAMES.get(base), base)
    supported = set(RbnfEngine.get_supported_languages())
    name = next((name for name in names if name in supported), None)
    return RbnfEngine.for_language(name) if name else None
