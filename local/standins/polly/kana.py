"""Japanese as espeak-ng can read it: it knows kana, and says "Chinese letter" for each kanji."""

import html
import re
import threading
import unicodedata
from functools import lru_cache
from typing import Any

import pykakasi

_TAG = re.compile(r"""(<(?:"[^"]*"|'[^']*'|[^>"'])*>)""")
# In these a text is not Japanese prose: codes, sounds, another language.
_VERBATIM = ("say-as", "phoneme", "lang")
# Words with a small letter: letters without one, or beside digits, are a code, which is spelled.
_LATIN = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]+(?:[ .'’-]+[A-Za-z]+)*)(?![A-Za-z0-9])")
_SMALL = re.compile("[A-Za-z][a-z]")
_MONTHS = re.compile(r"(?<=\d)[ヶヵケかカ]月")
# What espeak-ng calls by its name, or leaves out.
_READ_AS = str.maketrans({"・": "、", "〜": "、", "ヶ": "か", "€": "ゆーろ", "¥": "えん", "%": "ぱーせんと"})
_lock = threading.Lock()


def to_kana(text: str, *, ssml: bool) -> str:
    """Return a text as SSML in kana; Latin words are given to the English voice, numbers stay digits.

    The text is plain, or SSML that has been checked; its tags stay.
    """
    if not ssml:
        return f"<speak>{_spoken(text)}</speak>"
    verbatim, parts = 0, []
    for part in _TAG.split(text):
        if not part.startswith("<"):
            parts.append(part if verbatim else _spoken(html.unescape(part)))
            continue
        if part.strip("</>").split(maxsplit=1)[0] in _VERBATIM and not part.endswith("/>"):
            verbatim += -1 if part.startswith("</") else 1
        parts.append(part)
    return "".join(parts)


def _spoken(text: str) -> str:
    plain = _MONTHS.sub("かげつ", unicodedata.normalize("NFKC", text)).translate(_READ_AS)
    kana = "\n".join(map(_line, plain.split("\n")))  # at the end of a line pykakasi would repeat words
    return "".join(
        f'<voice xml:lang="en-us">{part}</voice>'
        if number % 2 and _SMALL.search(part)
        else html.escape(part, quote=False)
        for number, part in enumerate(_LATIN.split(kana))
    )


def _line(line: str) -> str:
    with _lock:
        words: list[dict[str, str]] = _converter().convert(line)
    return "".join(word["hira"] or word["orig"] for word in words)


@lru_cache(maxsize=1)
def _converter() -> Any:
    """Return the converter, which reads its dictionary once, in some 0.6 s."""
    return pykakasi.kakasi()  # type: ignore[no-untyped-call]
