"""Where words that are known stand in a text that `views.folded` has read."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from assistant.language import language_evidence
from assistant.text.regex import compiled
from assistant.text.views import IN_WORD, View, folded, is_unspaced
from assistant.translation import own_names

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
"""A figure after a word: May and Jan are months, too."""
_SIGNS: Final = frozenset("'-.")
_AROUND: Final = 40
_CAPITALISED_NOUNS: Final = "de"
"""The one language that writes its nouns with a capital, so that a capital says nothing about a name."""


def of_name(text: str, view: View, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands in a folded text: the whole, and its parts where they are no other words.

    A part counts with a capital within a sentence, beside another part, after a title and in a signature: who is
    called Will Price writes of will and price, too. Letters without capitals leave the latter three.
    """
    needle = folded(name).text.strip()
    if len(needle) < 2:
        return
    yield from as_word(view, needle)
    words = re.split(r"[ ,·・]+", needle)
    parts = {word for word in words if len(word) > 1 and word not in _PARTICLES} - {needle}
    signed = {start for start, _ in own_names.spans(text, (name,))} if parts else set()
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


def _stands_for_name(text: str, view: View, start: int, end: int, others: set[str]) -> bool:
    place = view.starts[start]
    first, before = text[place], text[max(0, place - _AROUND) : place]
    if compiled(f"(?i){own_names.TITLED}").search(before):
        return True
    if not first.isupper() and first.lower() != first.upper():
        return False
    beside = compiled(r"[^\W_]+").findall(view.text, max(0, start - _AROUND), start)[-1:]
    beside += compiled(r"[^\W_]+").findall(view.text, end, end + _AROUND)[:1]
    # Beside another part of the name, and with a sign within ("O'Neill"), it is no other word.
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
    """Return the language of the text whose words are looked at, one after the other."""
    return language_evidence.guess(text)


def as_word(view: View, needle: str) -> Iterator[tuple[int, int]]:
    """Yield where the needle stands as a word, or anywhere in scripts that do not part words."""
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
