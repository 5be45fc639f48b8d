"""The one definition of a telephone number: what libphonenumber takes for one of some countries."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from .formats import compiled, digit_groups

if TYPE_CHECKING:
    from phonenumbers import PhoneNumberMatch

WITHIN_CODE: Final = ("-", "/", "#", "_")
"""Signs that join a number to the code before it."""

FEWEST: Final = 7
"""Digits of a telephone number."""

_MOST: Final = 13
_FEWEST_DIALLED: Final = 10
_MOST_GROUPS: Final = 6
_MOST_TRIES: Final = 40
"""Limit of tries on one text: nobody writes so many numbers, and a hostile message would take seconds."""

Span = tuple[int, int]


def matches(text: str, regions: Iterable[str | None]) -> "Iterator[PhoneNumberMatch]":
    """Yield the valid numbers of some countries (ISO 3166) that the library sees in a text."""
    from phonenumbers import Leniency, PhoneNumberMatcher  # noqa: PLC0415 - 20 ms that few messages need

    for region in regions:
        yield from PhoneNumberMatcher(text, region, leniency=Leniency.VALID, max_tries=_MOST_TRIES)


def find(text: str, regions: Sequence[str]) -> Iterator[Span]:
    """Yield where phone numbers of any of some countries stand in a simplified text.

    Two that stand side by side are two: what the library misses as a whole is read by its groups of digits.
    """
    runs = [run for run in digit_groups(text) if sum(end - start for start, end in run) >= FEWEST]
    taken: list[Span] = []
    for match in matches(text, regions) if runs else ():
        place = match.start, match.end
        if place not in taken and not _is_within_code(text, match.start, taken):
            taken.append(place)
    yield from taken
    windows = list(islice((window for run in runs for window in _windows(run)), _MOST_TRIES))
    for is_one in (_is_valid, _is_dialled):
        for start, end in windows:
            free = not any(start < other_end and other < end for other, other_end in taken)
            if free and not _is_within_code(text, start, taken) and is_one(text[start:end], regions):
                yield start, end
                taken.append((start, end))


def _is_within_code(text: str, start: int, taken: Iterable[Span]) -> bool:
    """Tell whether a number is joined to the code before it, which is not another number."""
    return text[start - 1 : start] in WITHIN_CODE and all(end != start - 1 for _, end in taken)


def _is_valid(text: str, regions: Sequence[str]) -> bool:
    return any((match.start, match.end) == (0, len(text)) for match in matches(text, regions))


def _is_dialled(text: str, regions: Sequence[str]) -> bool:
    """Tell whether a number can be dialled within a country: a leading zero, and a possible length.

    Its prefix may be newer than the library.
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
                # Not the notation of a phone number ("01, 02, 03, 04, 05").
                return False
            if phonenumbers.is_possible_number(number):
                return True
    return False


def _windows(groups: Sequence[Span]) -> Iterator[Span]:
    """Yield places of consecutive groups of digits that may be a number, the longest first."""
    for at in range(len(groups)):
        for end in range(min(len(groups), at + _MOST_GROUPS), at, -1):
            digits = sum(last - first for first, last in groups[at:end])
            if FEWEST <= digits <= _MOST:
                yield groups[at][0], groups[end - 1][1]
