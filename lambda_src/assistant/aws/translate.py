"""Amazon Translate."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, cast

from assistant.cost.meter import METER
from assistant.text import text as texts
from assistant.translation import literals

from .client import calling, config, connect

if TYPE_CHECKING:
    from mypy_boto3_translate import TranslateClient

MAX_BYTES: Final = 10_000
"""TranslateText's limit for one call, in UTF-8 bytes."""


class Translator:
    """Translates texts of any length, in pieces where the service wants it."""

    def __init__(self, client: "TranslateClient | None" = None) -> None:
        if client:
            self._client = client

    @cached_property
    def _client(self) -> "TranslateClient":
        return cast("TranslateClient", connect("translate", config(10)))

    def translate(self, text: str, source: str, target: str, names: Sequence[str] = ()) -> str:
        """Return the translation; white space between the pieces stays as it was.

        The service is told to leave codes, addresses, links, names of products and these people's names
        alone, as far as that is worth its price. That they and the numbers are there is the caller's to
        check (`literals.lost`).

        Raises:
            ServiceBusy, ServiceRefused: as for every service.
        """
        return "".join(self._piece(piece, source, target, names) for piece in pieces(text, names))

    def _piece(self, piece: str, source: str, target: str, names: Sequence[str]) -> str:
        words = piece.strip()
        if not words:
            return piece
        start = piece.index(words)
        marked = literals.protect(words, names)
        with calling("translate", "TranslateText"):
            answer = self._client.translate_text(
                Text=marked.text, SourceLanguageCode=source, TargetLanguageCode=target
            )
            METER.add({"translate_characters": len(marked.text)})
            translation = marked.read(answer["TranslatedText"])
        if not literals.TAG.search(words):
            # Tags that the service has escaped are plain text by now, and no reader's business.
            translation = literals.TAG.sub("", translation)
        return piece[:start] + translation + piece[start + len(words) :]


def pieces(text: str, names: Sequence[str] = (), max_bytes: int = MAX_BYTES) -> Iterator[str]:
    """Yield pieces that fit into one call with their tags; joined they are the text, and no code is cut."""
    for piece in _cut(text, names, max_bytes):
        if texts.size(literals.protect(piece, names).text) <= MAX_BYTES:
            yield piece
        else:
            yield from pieces(piece, names, max_bytes // 2)


def _cut(text: str, names: Sequence[str], max_bytes: int) -> Iterator[str]:
    spans = list(literals.protected(text, names))
    ends = accumulate(len(piece) for piece in texts.split(text, max_bytes))
    cuts = sorted({0, *(_before(spans, end) for end in ends)})
    yield from (text[start:end] for start, end in pairwise(cuts))


def _before(spans: list[tuple[int, int]], index: int) -> int:
    """Return the index, or where the span begins that it would cut through."""
    number = bisect_right(spans, (index, 0)) - 1
    start, end = spans[number] if number >= 0 else (index, index)
    return start if start < index < end else index
