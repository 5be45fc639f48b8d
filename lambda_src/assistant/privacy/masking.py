"""Masking: personal data replaced by labels, so that a text can be read without it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from assistant.text.formats import compiled
from assistant.text.normalized import Normalized, alphanumeric, folded

from . import names as known_names
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
"""Figures of a number that is known again however it is spaced; fewer stand for anything."""

_IN_CODE: Final = r"\w[-/_]\||\|[-/_]\w"
_SHORT: Final = 4
"""Letters from which something is looked for within words, too."""

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
    # Of what has a label within, each round would make more.
    real = [one for one in found if not LABEL.search(one.text)]
    known = list(dict.fromkeys([*real, *([Found("EMAIL", email)] if email else [])]))
    own = [name for name in dict.fromkeys(names) if name.strip()]
    while True:
        masked = _once(text, known, own, LABELS[labels_language])
        # A label next to what was left may make a new whole: each round leaves less of the text.
        if masked == text:
            return masked
        text = masked


def _once(text: str, known: list[Found], own: list[str], labels: dict[str, str]) -> str:
    masked = [match.span() for match in LABEL.finditer(text)]
    view = folded(text)
    places = list(_known(text, view, known))
    places += [
        (*view.span(start, end), "NAME")
        for name in own
        for start, end in known_names.of_name(text, view, name)
    ]
    written, last = [], 0
    for start, end, kind in _merged(_outside(places, masked)):
        written += [text[last:start], f"[{labels[kind]}]"]
        last = end
    return "".join([*written, text[last:]])


def _outside(places: Iterable[Place], masked: list[tuple[int, int]]) -> Iterator[Place]:
    """Yield the places that are not within a label."""
    inside = {index for start, end in masked for index in range(start, end)}
    for start, end, kind in places:
        if start not in inside or end - 1 not in inside:
            yield start, end, kind


def _merged(places: Iterable[Place]) -> list[Place]:
    """Return the places without overlaps, each with the kind of its longest part."""
    merged: list[tuple[int, int, str, int]] = []
    for start, end, kind in sorted(places):
        if merged and start < merged[-1][1]:
            first, last, other, longest = merged[-1]
            best = (kind, end - start) if end - start > longest else (other, longest)
            merged[-1] = (first, max(last, end), *best)
        else:
            merged.append((start, end, kind, end - start))
    return [(start, end, kind) for start, end, kind, _ in merged]


def _known(text: str, whole: Normalized, known: list[Found]) -> Iterator[Place]:
    figures = alphanumeric(text)
    for one in known:
        kind = one.kind if one.kind in KINDS else "ID"
        needle = folded(one.text).text.strip()
        if not needle:
            continue
        places = list(known_names.as_word(whole, needle))
        if kind == "NAME" and " " not in needle:
            # A single name may be a word, too: it is one where it is written like one.
            places = [place for place in places if _is_written_like(text, whole, place, one.text)]
        # Cut out of the middle of a word, or glued to one: better too much is masked than it shown.
        elif not places and len(needle) >= _SHORT and not needle.isdigit():
            places = list(known_names.anywhere(whole.text, needle))
        elif needle.isdigit() and len(needle) < _FEWEST:
            # Part of an order's number it is another.
            places = [place for place in places if not compiled(_IN_CODE).search(_around(whole.text, *place))]
        if not places and kind == "CARD":
            glued = known_names.anywhere(whole.text, needle)
            places = [place for place in glued if _is_whole_number(whole.text, *place)]
        yield from ((*whole.span(*place), kind) for place in places)
        if kind == "NAME":
            yield from ((*whole.span(*place), kind) for place in known_names.of_name(text, whole, one.text))
        code = alphanumeric(one.text).text
        if kind in NUMBERS and sum(map(str.isdigit, code)) >= _FEWEST:
            for start, end in known_names.anywhere(figures.text, code):
                first, last = figures.span(start, end)
                if _is_whole_number(text, first, last):
                    yield first, last, kind


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 2) : start]}|{text[end : end + 2]}"


def _is_written_like(text: str, whole: Normalized, place: tuple[int, int], name: str) -> bool:
    """Tell whether a word begins with a capital where the name does."""
    return text[whole.starts[place[0]]].isupper() or not name.strip()[:1].isupper()


def _is_whole_number(text: str, start: int, end: int) -> bool:
    """Tell whether no digit stands right beside a place."""
    return not (text[start - 1 : start].isdigit() or text[end : end + 1].isdigit())
