"""Where words that are known stand in a text that `views.folded` has read."""

import re
from collections.abc import Iterator
from typing import Final

from support.domain.regex import compiled
from support.domain.views import IN_WORD, View, folded, is_unspaced

# Parts of names that are words of their own in many languages.
_PARTICLE_WORDS: Final = (
    "de da do du di dos das des del della der den dem la le les el al il lo van von vom zu zum ten ter te "
    "het bin ibn abu ben san st ste saint sir mr mrs ms dr prof and und et y e i o the of av af til"
)
_PARTICLES: Final = frozenset(_PARTICLE_WORDS.split())
SHORT: Final = 4
"""Up to so many letters a part of a name counts in capitals only: "may", "will", "rose" are words."""
_HONORIFICS: Final = ("様", "さま", "さん", "氏", "先生", "女士", "小姐", "님", "씨", " 고객님", "고객님")
_ARABIC_PREFIX: Final = re.compile(r"(?<!\w)[وفبلك]{1,2}$")
_WORD: Final = rf"{IN_WORD}|[\u0300-\u036f\u0900-\u0dff]"


def of_name(text: str, view: View, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands in a folded text: the whole, its parts, its family name with an honorific."""
    needle = folded(name).text.strip()
    if len(needle) < 2:
        return
    yield from as_word(view, needle)
    words = re.split(r"[ ,·・]+", needle)
    for part in {word for word in words if len(word) > 1 and word not in _PARTICLES} - {needle}:
        for start, end in as_word(view, part):
            first = text[view.at[start]]
            if len(part) > SHORT or first.lower() != first or not part.isascii():
                yield start, end
    if len(words) == 1 and 2 <= len(needle) <= 5 and all(map(is_unspaced, needle)):
        parts = {needle[:1], needle[:2], needle[1:]} if len(needle) > 2 else {needle[:1]}
        for part in parts:
            for honorific in _HONORIFICS:
                yield from anywhere(view.text, part + honorific)


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
