"""Finds known names and other known words in a `folded` text, and the name that signs a message."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from assistant.language import language_evidence
from assistant.text.formats import compiled
from assistant.text.normalized import IN_WORD, Normalized, folded, is_unspaced
from assistant.translation import protection

# Parts of names that are words of their own in many languages.
_PARTICLE_WORDS: Final = (
    "de da do du di dos das des del della der den dem la le les el al il lo van von vom zu zum ten ter te "
    "het bin ibn abu ben san st ste saint sir mr mrs ms dr prof and und et y e i o the of av af til"
)
_PARTICLES: Final = frozenset(_PARTICLE_WORDS.split())
_HONORIFICS: Final = ("様", "さま", "さん", "氏", "先生", "女士", "小姐", "님", "씨", " 고객님", "고객님")
_ARABIC_PREFIX: Final = re.compile(r"(?<!\w)[وفبلك]{1,2}$")
_WORD: Final = rf"{IN_WORD}|[\u0300-\u036f\u0900-\u0dff]"
_SENTENCE_START: Final = r"(?:\A|[.!?…:\n>(–—•*]|-\s|\d\))[\s\"'«“„(¿¡-]*\Z"
_BESIDE_DATE: Final = r"\A\s?\d"
"""A digit after a word: May and Jan are also months."""
_SIGNS: Final = frozenset("'-.")
_AROUND: Final = 40
_CAPITALISED_NOUNS: Final = "de"
"""German capitalises all nouns, so that a capital is no evidence for a name."""

_SIGNATURE_WORDS: Final = 4
_MOST_SIGNATURE: Final = 40
_FEWEST_LINES: Final = 3
"""Lines of a signed message: the text, a closing, the name."""


def of_name(text: str, view: Normalized, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands in a folded text: the whole, and its parts where they are no other words.

    A part counts with a capital within a sentence, beside another part, after a title and in a signature: a
    customer named Will Price also writes the words will and price. Scripts without capitals have the last three.
    """
    needle = folded(name).text.strip()
    if len(needle) < 2:
        return
    yield from as_word(view, needle)
    words = re.split(r"[ ,·・]+", needle)
    parts = {word for word in words if len(word) > 1 and word not in _PARTICLES} - {needle}
    signed = {start for start, _ in protection.name_spans(text, (name,))} if parts else set()
    for part in parts:
        for start, end in as_word(view, part):
            place = view.starts[start]
            if place in signed or _stands_for_name(text, view, start, end, parts - {part}):
                yield start, end
    if len(words) == 1 and 2 <= len(needle) <= 5 and all(map(is_unspaced, needle)):
        short = {needle[:1], needle[:2], needle[1:]} if len(needle) > 2 else {needle[:1]}
        for part in short:
            for honorific in _HONORIFICS:
                yield from anywhere(view.text, part + honorific)


def _stands_for_name(text: str, view: Normalized, start: int, end: int, others: set[str]) -> bool:
    place = view.starts[start]
    first, before = text[place], text[max(0, place - _AROUND) : place]
    if compiled(f"(?i){protection.TITLED}").search(before):
        return True
    if not first.isupper() and first.lower() != first.upper():
        return False
    beside = compiled(r"[^\W_]+").findall(view.text, max(0, start - _AROUND), start)[-1:]
    beside += compiled(r"[^\W_]+").findall(view.text, end, end + _AROUND)[:1]
    # Beside another part of the name, or with a sign within ("O'Neill"), it is no common word.
    if others.intersection(beside) or _SIGNS.intersection(view.text[start:end]):
        return True
    if (
        compiled(_SENTENCE_START).search(text, max(0, place - 40), place)
        or compiled(_BESIDE_DATE).search(text[view.ends[end - 1] :][:2])
        or not first.isupper()
        or text.upper() == text
    ):
        return False
    return _language(text) != _CAPITALISED_NOUNS


@lru_cache(maxsize=1)
def _language(text: str) -> str | None:
    """Return a text's language; cached, as each word of one text asks for it."""
    return language_evidence.guess(text)


def as_word(view: Normalized, needle: str) -> Iterator[tuple[int, int]]:
    """Yield where the needle stands as a whole word, or anywhere in scripts without spaces."""
    for start, end in anywhere(view.text, needle):
        before = _ARABIC_PREFIX.search(view.text, max(0, start - 3), start)
        first = before.start() if before else start
        if _is_bound(view.text[first - 1 : first], view.text[first]) and _is_bound(
            view.text[end : end + 1], view.text[end - 1]
        ):
            yield first, end


def anywhere(text: str, needle: str) -> Iterator[tuple[int, int]]:
    """Yield every place of the needle, in the middle of words too."""
    start = text.find(needle)
    while start >= 0:
        yield start, start + len(needle)
        start = text.find(needle, start + len(needle))


def _is_bound(beside: str, edge: str) -> bool:
    """Tell whether a word may end where this character stands beside its edge."""
    return (
        not beside
        or is_unspaced(edge)
        or not compiled(_WORD).match(edge)
        or not compiled(_WORD).match(beside)
    )


def signature(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the place of the name that signs a message: a last line of up to four words, as names are written.

    It stands below a line that ends with a comma, which is not the first, or below a blank one. One word, or
    words below a blank line, hold no stop word of the language.
    """
    lines = [line for line in compiled(r"[^\n]+").finditer(text) if line[0].strip()]
    if len(lines) < 2:
        return
    last, before = lines[-1], lines[-2]
    name = last[0].strip().rstrip(".")
    below_blank = text[before.end() : last.start()].count("\n") > 1 and not before[0].rstrip().endswith(
        (":", "：")
    )
    closed = before[0].rstrip()[-1:] in ",，،、" and len(lines) >= _FEWEST_LINES
    if (below_blank or closed) and _is_name(name, language, closed=closed):
        start = last.start() + last[0].index(name)
        yield start, start + len(name)


def _is_name(text: str, language: str, *, closed: bool) -> bool:
    words = text.split()
    if not 1 <= len(words) <= _SIGNATURE_WORDS or len(text) > _MOST_SIGNATURE:
        return False
    if any(not (char.isalpha() or char in " .'’-·・" or "\u0300" <= char <= "\u036f") for char in text):
        return False
    capital = all(word[0].isupper() for word in words)
    if not capital or not (closed or len(words) > 1):
        return False
    # Nagy is a Hungarian name and a stop word: below a closing line two words are a name all the same.
    return (closed and len(words) > 1) or not language_evidence.has_stop_word(text, language)
