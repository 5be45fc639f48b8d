"""The scripts of a text, and the languages that each can hold."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Final

from . import languages

# How Unicode names the letters of a script; Latin, Cyrillic and most others bear their own name.
_NAMED: Final = {"CJK": "Han", "HIRAGANA": "Kana", "KATAKANA": "Kana", "ORIYA": "Odia", "MYANMAR": "Burmese"}

# A syllable or a word in one character says as much as several letters.
_WEIGHT: Final = {"Han": 3, "Kana": 2, "Hangul": 2}

# The languages of each script but Latin; the first is the one that a text is in if nothing says otherwise.
_LANGUAGES: Final[Mapping[str, tuple[str, ...]]] = {
    "Greek": ("el",),
    "Cyrillic": ("ru", "uk", "bg", "sr", "mk", "be", "kk", "mn", "ky", "tg", "tt", "ba", "cv", "uz", "az"),
    "Armenian": ("hy",),
    "Hebrew": ("he", "yi"),
    "Arabic": ("ar", "fa", "fa-AF", "ur", "ps", "ku", "sd", "ug"),
    "Devanagari": ("hi", "mr", "ne", "sa"),
    "Bengali": ("bn", "as"),
    "Gurmukhi": ("pa",),
    "Gujarati": ("gu",),
    "Odia": ("or",),
    "Tamil": ("ta",),
    "Telugu": ("te",),
    "Kannada": ("kn",),
    "Malayalam": ("ml",),
    "Sinhala": ("si",),
    "Thai": ("th",),
    "Lao": ("lo",),
    "Burmese": ("my",),
    "Georgian": ("ka",),
    "Hangul": ("ko",),
    "Ethiopic": ("am",),
    "Khmer": ("km",),
    "Kana": ("ja",),
    "Han": ("zh", "zh-TW", "ja"),
}
_ALSO_LATIN: Final = frozenset({"sr", "uz", "az", "ku"})
_NOT_LATIN: Final = frozenset().union(*_LANGUAGES.values()) - _ALSO_LATIN

# What each of the three was written in before Unicode holds its characters and few of the others.
_CHARSETS: Final = {"zh": "gb2312", "zh-TW": "big5", "ja": "cp932"}


def shares(text: str) -> dict[str, float]:
    """Return the share of each script in a text's letters, weighted by what a character says; most first."""
    counts: Counter[str] = Counter()
    for char, times in Counter(unicodedata.normalize("NFKC", text)).items():
        script = _of(char) if char.isalpha() else None
        if script:
            counts[script] += times * _WEIGHT.get(script, 1)
    total = counts.total()
    return {script: count / total for script, count in counts.most_common()}


def _of(char: str) -> str | None:
    name = unicodedata.name(char, "").partition(" ")[0].partition("-")[0]
    script = _NAMED.get(name, name.capitalize())
    return script if script == "Latin" or script in _LANGUAGES else None


def main(text: str) -> str | None:
    """Return the script that most of a text is in, Kana for Japanese with its Han; None without letters."""
    found = shares(text)
    kana, han = found.get("Kana", 0.0), found.get("Han", 0.0)
    rest = {script: share for script, share in found.items() if script not in ("Kana", "Han")}
    other = max(rest, key=lambda script: rest[script], default=None)
    if kana + han > (rest[other] if other else 0.0):
        # A Chinese text may quote a brand or spell の; a Japanese one is a third kana or more.
        return "Kana" if kana > 0.12 * (kana + han) else "Han"
    return other


def holds(script: str | None, language: str) -> bool:
    """Tell whether a language can be written in a script."""
    base = languages.base(language)
    if script is None:
        return True
    if script == "Latin":
        return base in _ALSO_LATIN or base not in _NOT_LATIN
    return base in _LANGUAGES[script]


def only(script: str | None) -> str | None:
    """Return the language that a script belongs to, for one that no other language of the product uses."""
    known = _LANGUAGES.get(script or "", ())
    ours = [code for code in known if code in languages.by_code()]
    return (ours or list(known))[0] if known and len(ours) <= 1 else None


def first(script: str | None) -> str | None:
    """Return the language of most people who write a script; None for Latin, which nearly everybody does."""
    return next((code for code in _LANGUAGES.get(script or "", ()) if code in languages.by_code()), None)


def han(text: str) -> str | None:
    """Return the language of a text in Han characters alone: zh, zh-TW or ja; None if no character tells.

    A character tells if only one of the two Chinese encodings has it, or Japanese alone. One that is Japanese
    alone (込, 払) is enough where Japanese has all others, too.
    """
    counts: Counter[str] = Counter()
    for char in set(text):
        homes = [code for code in _CHARSETS if _of(char) == "Han" and _is_written(char, code)]
        chinese = [code for code in homes if code != "ja"]
        counts.update(chinese if len(chinese) == 1 else () if chinese else homes)
    if counts["ja"] and is_japanese(text):
        return "ja"
    (best, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return best if most > second else None


def is_japanese(text: str) -> bool:
    """Tell whether Japanese has every Han character of a text: 你 and 们 are Chinese alone."""
    return all(_is_written(char, "ja") for char in set(text) if _of(char) == "Han")


def _is_written(char: str, code: str) -> bool:
    try:
        char.encode(_CHARSETS[code])
    except UnicodeEncodeError:
        return False
    return True
