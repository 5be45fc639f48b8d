"""Tells Amazon Translate what to leave alone: codes, addresses, and people's own names.

A name is written the same in every language of one alphabet.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.text import formats
from assistant.text.normalized import is_unspaced

_SHORTEST: Final = 3
"""Letters of a capitalised part that is also looked for alone: "Jo" and "may" are words."""
_LAST_LINES: Final = 2
"""Lines in which a signature stands: the name, and at most one line of a device or a firm below it."""
_TITLES: Final = (
    "Mr|Mrs|Ms|Miss|Dr|M|Mme|Mlle|Monsieur|Madame|Herrn?|Frau|Sr|Sra|Señor|Señora|Sig|Signor|Signora|Senhora?|"
    "Dhr|Mevr|Pan|Pani|Bay|Bayan"
)
TITLED: Final = rf"(?<!\w)(?:{_TITLES})\.? $"

_OPEN: Final = "<i translate=no>"
_CLOSE: Final = "</i>"
"""The shortest element that Amazon Translate leaves alone: each character of it is billed."""

MOST_SENT: Final = 1.5
"""The most that may be sent for a text, as a multiple of its length."""

TAG: Final = re.compile(r"<\s{0,3}/?\s{0,3}i(?:\s[^<>]{0,40})?>", re.IGNORECASE)
"""The tags of our element, also as a service may have changed them."""


@dataclass(frozen=True)
class Marked:
    """A text as it is sent to Amazon Translate: HTML, unless nothing in it is to be left alone."""

    text: str
    is_html: bool

    def read(self, translation: str) -> str:
        """Return the plain text of what the service made of it."""
        return html.unescape(TAG.sub("", translation)) if self.is_html else translation


def protect(text: str, names: Sequence[str] = ()) -> Marked:
    """Return a text as HTML that tells Amazon Translate what to leave alone, at most half as long again.

    People's names first, then codes in the order of the text, as far as that goes: each tag is billed, and
    what a translation loses without them is noticed (`invariants.lost`).
    """
    people = list(name_spans(text, names))
    escaped = len(html.escape(text, quote=False)) - len(text)
    affordable = int((MOST_SENT - 1) * len(text) - escaped) // (len(_OPEN) + len(_CLOSE))
    by_worth = sorted(protected(text, names), key=lambda span: (span not in people, span))
    spans = sorted(by_worth[: max(0, affordable)])
    if not spans:
        return Marked(text, is_html=False)
    parts, end = [], 0
    for start, stop in spans:
        inner = html.escape(text[start:stop], quote=False)
        parts += [html.escape(text[end:start], quote=False), _OPEN, inner, _CLOSE]
        end = stop
    return Marked("".join((*parts, html.escape(text[end:], quote=False))), is_html=True)


def protected(text: str, names: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield the places of the parts that are to be left alone, in order; they never overlap."""
    end = 0
    for start, stop in sorted(
        [*name_spans(text, names), *((one.start, one.end) for one in formats.spans(text))]
    ):
        if start >= end:
            yield start, stop
            end = stop


def name_spans(text: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of names, in order and without overlaps.

    A whole name stands anywhere. Its parts, which may be words (Will, Stein), count where they end one of the
    text's last lines, and after a title.
    """
    wholes = {" ".join(name.split()) for name in names}
    wholes = {name for name in wholes if len(name) >= _SHORTEST or any(map(is_unspaced, name))}
    parts = {part for name in names for part in name.split() if len(part) >= _SHORTEST and part[0].isupper()}
    forms = wholes | parts
    if not forms:
        return
    # The longest first, so that a whole name is not found by its parts.
    either = "|".join(_bounded(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    found = list(re.finditer(either, text))
    signed = _signed(text, found)
    for match in found:
        before = text[max(0, match.start() - 12) : match.start()]
        if match[0] in wholes or match.start() in signed or re.search(TITLED, before):
            yield match.span()


def lost_names(source: str, target: str, names: Sequence[str]) -> bool:
    """Tell whether a name that stands in the source does not stand in the target."""
    return any(source[start:end] not in target for start, end in name_spans(source, names))


def _signed(text: str, found: list[re.Match[str]]) -> set[int]:
    """Return the starts of the names that end one of the last lines."""
    lines = [line for line in re.finditer(r"[^\n]+", text) if not line[0].isspace()][-_LAST_LINES:]
    starts: set[int] = set()
    for line in lines:
        end = line.end()
        for match in reversed([match for match in found if match.end() <= end]):
            if match.start() < line.start() or any(map(str.isalnum, text[match.end() : end])):
                break
            starts.add(match.start())
            end = match.start()
    return starts


def _bounded(form: str) -> str:
    before = "" if is_unspaced(form[0]) else r"(?<!\w)"
    after = "" if is_unspaced(form[-1]) else r"(?!\w)"
    return f"{before}{re.escape(form)}{after}"
