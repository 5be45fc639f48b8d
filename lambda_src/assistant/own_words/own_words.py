"""Separates a customer's own words from quoted mail, signatures, footers, errors and data.

A text is read by lines and paragraphs. In doubt it stays: what is set aside goes to no service and no model,
but the record keeps it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypedDict

from assistant.text.formats import compiled
from assistant.text.normalized import clean

from . import pasted_text, quoted_mail
from .message_lines import Aside, lines_of, mark_footers, mark_signatures

_LINE_END: Final = 2
KINDS: Final = ("quote", "signature", "footer", "error", "data", "link")
"""A quoted or forwarded mail; a signature's block; a legal footer; an error or a log that was pasted; base64,
JSON or a dump; the tail of a long link."""


class SetAside(TypedDict):
    """A part of a message that is none of the customer's own words: its `kind`, and where it stands in it."""

    kind: str
    start: int
    characters: int


class Message(TypedDict, total=False):
    """What was written, and what of it is not the customer's own, as a request keeps them."""

    original: str
    set_aside: list[SetAside]


def find(text: str) -> list[Aside]:
    """Return what of a message is set aside, in order; nothing, if no words would be left."""
    within = list(_merged([*pasted_text.data(text), *pasted_text.links(text)]))
    lines = lines_of(text)
    # A signature may stand above a footer, and below its end.
    quoted_mail.mark_quotes(lines)
    mark_signatures(lines)
    pasted_text.mark_errors(lines)
    mark_footers(lines)
    mark_signatures(lines)
    blocks = [Aside(line.kind, line.start, line.end) for line in lines if line.kind]
    rest = own(text, list(_merged([*within, *blocks])))
    pasted = [
        one
        for one in pasted_text.foreign_parts(text, rest)
        if not any(one.start < block.end and block.start < one.end for block in blocks)
    ]
    for found in ([*within, *blocks, *pasted], [*within, *blocks], within):
        aside = list(_merged(found))
        if any(map(str.isalnum, own(text, aside))):
            return aside
    return []


def own(text: str, aside: Iterable[Aside]) -> str:
    """Return the customer's own words: a message without what is set aside."""
    kept, end = [], 0
    for one in aside:
        kept.append(text[end : one.start])
        end = one.end
    if not end:
        return text
    return compiled(r"\n{3,}").sub("\n\n", "".join((*kept, text[end:]))).strip()


def set_aside(text: str) -> list[SetAside]:
    """Return what of a message is set aside, as its record keeps it."""
    return [SetAside(kind=one.kind, start=one.start, characters=one.end - one.start) for one in find(text)]


def text_of(message: Message) -> str:
    """Return the clean text of a stored message that services and models get: the customer's own words."""
    return clean(own(message["original"], _kept(message)))


def marked(message: Message, label: str, kinds: Mapping[str, str], *, whole: bool) -> str:
    """Return a message as it was written, each part that is set aside under its `label`, or as that alone.

    `label` has the fields `kind` and `characters`; `kinds` has the word for each of `KINDS`.
    """
    text, parts, end = message["original"], [], 0
    for one in _kept(message):
        title = f"[{label.format(kind=kinds[one.kind], characters=one.end - one.start)}]"
        aside = text[one.start : one.end].strip("\n")
        parts += [text[end : one.start].strip("\n"), f"{title}\n{aside}" if whole else title]
        end = one.end
    return "\n".join(part for part in (*parts, text[end:].strip("\n")) if part) if end else text


def _kept(message: Message) -> list[Aside]:
    return [
        Aside(one["kind"], one["start"], one["start"] + one["characters"])
        for one in message.get("set_aside", [])
    ]


def _merged(found: Iterable[Aside]) -> Iterator[Aside]:
    """Yield parts without overlaps; those of one kind with nothing but blanks between them are one."""
    last: Aside | None = None
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if last and one.start < last.end:
            last = Aside(last.kind, last.start, max(last.end, one.end))
        elif last and one.kind == last.kind and one.start - last.end <= _LINE_END:
            last = Aside(last.kind, last.start, one.end)
        else:
            if last:
                yield last
            last = one
    if last:
        yield last
