"""Masking: personal data replaced by labels, so that a text can be read without it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from assistant.text.formats import compiled
from assistant.text.normalized import Normalized, alphanumeric, folded

from .names import anywhere, as_word, of_name
from .personal_data import KINDS, NUMBERS, Found

_FRENCH: Final = "NOM ADRESSE TÉLÉPHONE E-MAIL CARTE COMPTE IDENTIFIANT MOT_DE_PASSE DONNÉE_PERSONNELLE"
LABELS: Final = {
    "en": {kind: kind for kind in KINDS},
    "fr": dict(zip(KINDS, (label.replace("_", " ") for label in _FRENCH.split()), strict=True)),
}
"""What stands for each kind, per pivot language, without its brackets."""

LABEL: Final = re.compile(
    r"\[(?:" + "|".join(sorted({label for labels in LABELS.values() for label in labels.values()})) + r")\]"
)
"""A label as it stands in a masked text, in any of the languages."""

_FEWEST: Final = 6
"""Digits from which a number is recognised however it is spaced; fewer may mean anything."""

_IN_CODE: Final = r"\w[-/_]\||\|[-/_]\w"
_SHORT: Final = 4
"""Characters from which something is also looked for within words."""

Place = tuple[int, int, str]


def mask(
    text: str,
    found: Iterable[Found],
    *,
    names: Sequence[str] = (),
    email: str = "",
    labels_language: str = "en",
) -> str:
    """Return the text with a label in place of all personal data that is known.

    Args:
        text: An original, a translation of it, or a reply to it.
        found: What was found in the original and in its translation.
        names: The customer's own names, as given.
        email: The customer's own address.
        labels_language: One of the languages of `LABELS`.
    """
    # Words that contain a label would be masked again in each round.
    real = [one for one in found if not LABEL.search(one.text)]
    known = list(dict.fromkeys([*real, *([Found("EMAIL", email)] if email else [])]))
    own = [name for name in dict.fromkeys(names) if name.strip()]
    while True:
        masked = _once(text, known, own, LABELS[labels_language])
        # A new label may complete other words: repeat until nothing changes. Each round leaves less of the text.
        if masked == text:
            return masked
        text = masked


def _once(text: str, known: list[Found], own: list[str], labels: dict[str, str]) -> str:
    folded_text, figures = folded(text), alphanumeric(text)
    places = [place for one in known for place in _places(text, folded_text, figures, one)]
    places += [
        (*folded_text.span(*place), "NAME") for name in own for place in of_name(text, folded_text, name)
    ]
    labelled = {index for label in LABEL.finditer(text) for index in range(*label.span())}
    written, last = [], 0
    for start, end, kind in _merged(place for place in places if not {place[0], place[1] - 1} <= labelled):
        written += [text[last:start], f"[{labels[kind]}]"]
        last = end
    return "".join([*written, text[last:]])


def _merged(places: Iterable[Place]) -> Iterator[Place]:
    """Yield the places without overlaps, each with the kind of its longest part."""
    last: Place | None = None
    longest = 0
    for start, end, kind in sorted(places):
        if last and start < last[1]:
            best = kind if end - start > longest else last[2]
            last, longest = (last[0], max(last[1], end), best), max(longest, end - start)
        else:
            if last:
                yield last
            last, longest = (start, end, kind), end - start
    if last:
        yield last


def _places(text: str, whole: Normalized, figures: Normalized, one: Found) -> Iterator[Place]:
    kind, needle = one.kind if one.kind in KINDS else "ID", folded(one.text).text.strip()
    if not needle:
        return
    spans = list(as_word(whole, needle))
    if kind == "NAME" and " " not in needle:
        # A single name may be a common word, too: it counts where it is capitalised like the name.
        spans = [span for span in spans if _is_written_like(text, whole, span, one.text)]
    # Part of a longer word: rather mask too much than show it.
    elif not spans and len(needle) >= _SHORT and not needle.isdigit():
        spans = list(anywhere(whole.text, needle))
    elif needle.isdigit() and len(needle) < _FEWEST:
        # Within the code of an order it is another number.
        spans = [span for span in spans if not compiled(_IN_CODE).search(_around(whole.text, *span))]
    if not spans and kind == "CARD":
        spans = [span for span in anywhere(whole.text, needle) if _is_whole_number(whole.text, *span)]
    if kind == "NAME":
        spans += of_name(text, whole, one.text)
    yield from ((*whole.span(*span), kind) for span in spans)
    code = alphanumeric(one.text).text
    if kind in NUMBERS and sum(map(str.isdigit, code)) >= _FEWEST:
        numbers = (figures.span(*span) for span in anywhere(figures.text, code))
        yield from ((*span, kind) for span in numbers if _is_whole_number(text, *span))


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 2) : start]}|{text[end : end + 2]}"


def _is_written_like(text: str, whole: Normalized, place: tuple[int, int], name: str) -> bool:
    """Tell whether a word begins with a capital where the name does."""
    return text[whole.starts[place[0]]].isupper() or not name.strip()[:1].isupper()


def _is_whole_number(text: str, start: int, end: int) -> bool:
    """Tell whether no digit stands right beside a place."""
    return not (text[start - 1 : start].isdigit() or text[end : end + 1].isdigit())
