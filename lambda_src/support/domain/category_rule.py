"""The category of a message, by weighted keywords."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from .categories import Category
from .category_words import WORDS

# Languages whose words run together, or begin with an article or a preposition: stems count anywhere.
_RUN_TOGETHER: Final = frozenset(("ar", "he", "ja", "ko", "th", "zh"))

# Languages whose accents tell words apart: without them, Vietnamese "mã" (code) would be "mà" (but).
_ACCENTED: Final = frozenset(("vi",))

# Letters that do not decompose, and those that Arabic, Persian and Urdu keyboards write differently.
_LETTERS: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه"}
)

_Scores = Mapping[Category, int]


def categorise(pivot: str | None, pivot_language: str, original: str, language: str | None) -> Category:
    """Return the category of a message: the one whose words weigh most in its pivot text and its original.

    Both are read, each with the words of its own language, and their weights add up: what a translation
    blurs, the customer's own words may say, and the other way round. An original in a language without
    words of its own, or in an unknown one, is read with all of them, and only where the pivot text says
    nothing: then the words of other languages are better than none, but worse than a translation.
    """
    translated = _scores(pivot, pivot_language) if pivot else dict.fromkeys(Category, 0)
    known = _table_code(language)
    if known is None:
        category = _best(translated)
        return category if category is not Category.GENERAL else _best(_scores_in_any(original))
    if pivot and known == pivot_language:
        return _best(translated)
    own = _scores(original, known)
    return _best({category: translated[category] + own[category] for category in Category})


def _best(scores: _Scores) -> Category:
    best = max(scores, key=lambda category: scores[category])
    return best if scores[best] > 0 else Category.GENERAL


def _scores(text: str, code: str) -> _Scores:
    """Return what each category weighs; a word counts once however often it stands in the text."""
    return _weigh(_padded(text, accents=code in _ACCENTED), code)


def _scores_in_any(text: str) -> _Scores:
    """Return what each category weighs in the language that gives it most.

    The sum would add up chance hits of languages that have nothing to do with the text.
    """
    padded = {accents: _padded(text, accents=accents) for accents in (False, True)}
    readings = [_weigh(padded[code in _ACCENTED], code) for code in WORDS]
    return {category: max(reading[category] for reading in readings) for category in Category}


def _padded(text: str, *, accents: bool) -> str:
    return f" {_plain(text, accents=accents)} "


def _weigh(padded: str, code: str) -> _Scores:
    scores = dict.fromkeys(Category, 0)
    for category, stem, weight in _table(code):
        if stem in padded:
            scores[category] += weight
    return scores


def _table_code(language: str | None) -> str | None:
    """Return the table of a language, whatever its region or script; None where there is none."""
    code = language.partition("-")[0] if language else ""
    return code if code in WORDS else None


@cache
def _table(code: str) -> tuple[tuple[Category, str, int], ...]:
    """Return a language's words as they are looked for in a text of plain words between spaces."""
    return tuple(_rows(code))


def _rows(code: str) -> Iterator[tuple[Category, str, int]]:
    category = Category.GENERAL
    for line in WORDS[code].strip().splitlines():
        weight, _, entries = line.partition(" ")
        if not entries:
            category = Category(weight)
            continue
        for entry in entries.split(", "):
            stem = _plain(entry, accents=code in _ACCENTED)
            inside = entry.startswith("*") or (code in _RUN_TOGETHER and not stem.isascii())
            start, end = "" if inside else " ", " " if entry.endswith(".") else ""
            yield category, f"{start}{stem}{end}", int(weight)


def _plain(text: str, *, accents: bool) -> str:
    """Return the text's words in small letters, without punctuation, with accents or not, one space apart."""
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    kept = (char for char in decomposed if accents or not _is_accent(char))
    return " ".join("".join(char if _is_of_a_word(char) else " " for char in kept).split())


def _is_accent(char: str) -> bool:
    """Tell whether a mark may be left out: nuktas, Hebrew and Arabic points, accents above and below letters.

    The other combining classes hold what a word is made of: Japanese voicing, Thai and Indic vowels.
    """
    mark = unicodedata.combining(char)
    return mark == 7 or 10 <= mark <= 36 or mark >= 200


def _is_of_a_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char) in ("Mn", "Mc")
