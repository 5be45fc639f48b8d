"""Translating texts of any length, with what has to survive a translation protected."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from assistant.aws.translate import MAX_BYTES, Translate
from assistant.text import splitting

from . import protection


class Translator:
    """Translates in as many pieces as the service wants."""

    def __init__(self, service: Translate) -> None:
        self._service = service

    def translate(self, text: str, source: str, target: str, names: Sequence[str] = ()) -> str:
        """Return the translation; white space between the pieces stays as it was.

        The service is told to leave codes, addresses, links, names of products and these people's names
        alone, as far as that is worth its price. That they and the numbers are there is the caller's to
        check (`invariants.lost`).

        Raises:
            ServiceBusy, ServiceRefused: as for every service.
        """
        return "".join(self._piece(piece, source, target, names) for piece in pieces(text, names))

    def _piece(self, piece: str, source: str, target: str, names: Sequence[str]) -> str:
        words = piece.strip()
        if not words:
            return piece
        start = piece.index(words)
        marked = protection.protect(words, names)
        translation = marked.read(self._service.text(marked.text, source, target))
        if not protection.TAG.search(words):
            # Tags that the service has escaped are plain text by now, and no reader's business.
            translation = protection.TAG.sub("", translation)
        return piece[:start] + translation + piece[start + len(words) :]


def pieces(text: str, names: Sequence[str] = (), max_bytes: int = MAX_BYTES) -> Iterator[str]:
    """Yield pieces that fit into one call with their tags; joined they are the text, and no code is cut."""
    for piece in _cut(text, names, max_bytes):
        if splitting.size(protection.protect(piece, names).text) <= MAX_BYTES:
            yield piece
        else:
            yield from pieces(piece, names, max_bytes // 2)


def _cut(text: str, names: Sequence[str], max_bytes: int) -> Iterator[str]:
    spans = list(protection.protected(text, names))
    ends = accumulate(len(piece) for piece in splitting.split(text, max_bytes))
    cuts = sorted({0, *(_before(spans, end) for end in ends)})
    yield from (text[start:end] for start, end in pairwise(cuts))


def _before(spans: list[tuple[int, int]], index: int) -> int:
    """Return the index, or where the span begins that it would cut through."""
    number = bisect_right(spans, (index, 0)) - 1
    start, end = spans[number] if number >= 0 else (index, index)
    return start if start < index < end else index
