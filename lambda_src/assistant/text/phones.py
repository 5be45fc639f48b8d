"""Telephone numbers in a text, by what libphonenumber knows of some countries."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from .formats import compiled, digit_groups

WITHIN_CODE: Final = ("-", "/", "#", "_")
"""Signs after which a number goes on what stands before it."""

_FEWEST_PHONE: Final = 7
_FEWEST_DIALLED: Final = 10
_MOST_PHONE: Final = 13
_MOST_GROUPS: Final = 6
_MOST_TRIES: Final = 40
"""Of the library on one text: nobody writes so many numbers, and a hostile message would take seconds."""

Span = tuple[int, int]


def find(text: str, regions: Sequence[str]) -> Iterator[Span]:
    """Yield where phone numbers of any of some countries (ISO 3166) stand in a simplified text.

    Two that stand side by side are two.
    """
    runs = [
        groups for groups in digit_groups(text) if sum(end - start for start, end in groups) >= _FEWEST_PHONE
    ]
    taken = list(dict.fromkeys(_matches(text, regions))) if runs else []
    yield from taken
    windows = list(islice((window for groups in runs for window in _windows(groups)), _MOST_TRIES))
    for is_one in (_is_phone, _is_dialled):
        for start, end in windows:
            free = not any(start < other_end and other < end for other, other_end in taken)
            if free and not _is_within_code(text, start, taken) and is_one(text[start:end], regions):
                yield start, end
                taken.append((start, end))


def _is_within_code(text: str, start: int, taken: Iterable[Span]) -> bool:
    """Tell whether a number goes on what stands before it, which is not another number."""
    return text[start - 1 : start] in WITHIN_CODE and all(end != start - 1 for _, end in taken)


def _is_phone(text: str, regions: Sequence[str]) -> bool:
    return (0, len(text)) in _matches(text, regions)


def _matches(text: str, regions: Sequence[str]) -> list[Span]:
    from phonenumbers import Leniency, PhoneNumberMatcher  # noqa: PLC0415 - 20 ms that few messages need

    found: list[Span] = []
    for region in regions:
        for match in PhoneNumberMatcher(text, region, leniency=Leniency.VALID, max_tries=_MOST_TRIES):
            place = match.start, match.end
            if not _is_within_code(text, match.start, found):
                found.append(place)
    return found


def _is_dialled(text: str, regions: Sequence[str]) -> bool:
    """Tell whether a number is one to dial within a country: its trunk zero, and a length that there is.

    Whether its beginning is given out is another matter: new ones are before the library knows them.
    """
    import phonenumbers  # noqa: PLC0415 - as above

    if not compiled(r"\(?0[1-9].*").fullmatch(text) or sum(map(str.isdigit, text)) < _FEWEST_DIALLED:
        return False
    for region in regions:
        metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
        if metadata and metadata.national_prefix == "0":
            try:
                number = phonenumbers.parse(text, region)
            except phonenumbers.NumberParseException:
                # Figures that no number is written like ("01, 02, 03, 04, 05").
                return False
            if phonenumbers.is_possible_number(number):
                return True
    return False


def _windows(groups: Sequence[Span]) -> Iterator[Span]:
    """Yield from where to where some groups of digits in a row may be a number, the longest first."""
    for at in range(len(groups)):
        for end in range(min(len(groups), at + _MOST_GROUPS), at, -1):
            digits = sum(last - first for first, last in groups[at:end])
            if _FEWEST_PHONE <= digits <= _MOST_PHONE:
                yield groups[at][0], groups[end - 1][1]
