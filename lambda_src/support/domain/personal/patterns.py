"""What tested patterns find of personal data in a text of any language.

Patterns see forms, not meanings. What they are known to miss: names that nobody introduces or signs with,
addresses without a street word and a number, relations ("my neighbour's wife"), and figures written in words.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from support.domain.regex import compiled
from support.domain.views import shape

from . import addresses, names, numbers
from .found import Found

_LETTER: Final = "A-Za-z0-9À-ɏ"
_AT: Final = r"(?:@| ?[\[({] ?(?:at|arobase|@) ?[\])}] ?| @ )"
_DOT: Final = r"(?:\.| ?[\[({] ?(?:dot|point|punkt|\.) ?[\])}] ?| \. )"
_EMAILS: Final = (
    rf"(?i)(?<![{_LETTER}._%+-])[{_LETTER}._%+'-]{{1,64}}+{_AT}[{_LETTER}-]{{1,63}}(?:{_DOT}[{_LETTER}-]{{2,63}}){{1,5}}",
    r"(?<![^\s<(,;:：])[^\s@<>(),;:：]{1,64}+@[^\s@<>(),;:：.]{1,63}(?:\.[^\s@<>(),;:：.]{2,63}){1,5}",
)
_PIECE: Final = r"(?s)(?=.*\d)(?=.*[^\W\d_]{2}).{5,}"
"""A part of an address that says where somebody lives: words with a number."""


def patterns(text: str, language: str = "") -> list[Found]:
    """Return what patterns find, in the order of the text, each once; `language` is a code or "".

    The first call compiles what the text's script needs.
    """
    return list(dict.fromkeys(Found(kind, text[start:end]) for kind, start, end in _spans(text, language)))


def pieces(found: Iterable[Found], texts: Collection[str]) -> Iterator[Found]:
    """Yield what may stand for an address elsewhere: its lines, and the texts that are cut out of it."""
    for one in found:
        if one.kind == "ADDRESS":
            lines = map(str.strip, compiled("[,，、\n]").split(one.text))
            cut = (text for text in texts if text in one.text)
            yield from (
                Found(one.kind, piece) for piece in (*lines, *cut) if compiled(_PIECE).fullmatch(piece)
            )


def _spans(text: str, language: str) -> list[tuple[str, int, int]]:
    """Return kind, start and end of what patterns find; of overlapping readings the surest stays."""
    view = shape(text)
    taken = bytearray(len(view.text))
    found = []
    for kind, start, end in _candidates(view.text, language.partition("-")[0].lower()):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append((kind, *view.span(start, end)))
    return sorted(found, key=lambda one: one[1])


def _candidates(text: str, language: str) -> Iterator[tuple[str, int, int]]:
    for pattern in _EMAILS:
        yield from (("EMAIL", *match.span()) for match in compiled(pattern).finditer(text))
    yield from numbers.find(text, language)
    yield from (("ADDRESS", *span) for span in addresses.find(numbers.blanked(text)))
    yield from (("NAME", *span) for span in names.find(text))
