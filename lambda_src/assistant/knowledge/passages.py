"""A document cut into passages, and how the index keeps them."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from assistant.aws.s3vectors import Match
from assistant.request.item import Passage
from assistant.text import splitting
from assistant.text.normalized import clean

if TYPE_CHECKING:  # who finds passages needs no documents
    from .documents import Document

ABOUT: Final = 1_000
"""Characters of a passage: a further paragraph begins another one from here on."""

MOST_BYTES: Final = 2_000
"""Of a passage: a paragraph or table that is longer is cut. The model gets four of them with each message."""

METADATA: Final = ("document", "title", "heading", "link", "updated", "text")
"""What the index keeps with a vector. Nothing is searched by these, so none of them is filterable."""

_SEPARATOR: Final = "#"
_HASH: Final = 24
"""Hexadecimal digits of a passage's hash in its key."""


@dataclass(frozen=True)
class Section:
    """A passage of a document: the headings above it, the outermost first, and its text (Markdown)."""

    document: "Document"
    heading: str
    text: str

    @property
    def embedded(self) -> str:
        """What is embedded: a passage is found by its title and headings, too."""
        return "\n".join(filter(None, (self.document.title, self.heading, self.text)))

    @property
    def metadata(self) -> Mapping[str, str]:
        """What the index keeps beside the vector; it takes no empty text."""
        document = self.document
        values = (document.name, document.title, self.heading, document.link, document.updated, self.text)
        return {name: value for name, value in zip(METADATA, values, strict=True) if value}

    @cached_property
    def key(self) -> str:
        """The key in the index: the document's name, and a hash of all that is kept of the passage."""
        content = "\0".join(f"{name}={value}" for name, value in self.metadata.items())
        return f"{self.document.name}{_SEPARATOR}{hashlib.sha256(content.encode()).hexdigest()[:_HASH]}"


def document_of(key: str) -> str:
    """Return the name of the document that a key in the index belongs to."""
    return key.rpartition(_SEPARATOR)[0]


def cut(document: "Document") -> list[Section]:
    """Return a document's passages, each once: cut at headings, then between paragraphs."""
    sections = [
        Section(document, heading, text)
        for heading, blocks in _by_heading(document.text)
        for text in _packed(blocks)
    ]
    return list({section.key: section for section in sections}.values())


def _by_heading(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the blocks of a Markdown text under each heading, with the headings above them in one line."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only who indexes needs it

    lines = text.splitlines()
    headings: dict[int, str] = {}
    blocks: list[str] = []
    # Without references: what looks like the target of a link may be a line of plain text.
    tokens = MarkdownIt("commonmark").enable("table").disable("reference").parse("\n".join(lines))
    for place, token in enumerate(tokens):
        if token.level or token.nesting < 0 or not token.map:
            continue
        if token.type == "heading_open":
            level = int(token.tag[1])
            if headings and not blocks and level <= max(headings):
                blocks = [headings[max(headings)]]  # nothing stands below it, so it says something itself
            if blocks:
                yield " › ".join(filter(None, headings.values())), blocks
            blocks = []
            headings = {above: said for above, said in headings.items() if above < level}
            headings[level] = " ".join(clean(tokens[place + 1].content).split())
        elif block := clean("\n".join(lines[slice(*token.map)])).strip():
            blocks.append(block)
    if headings and not blocks:
        blocks = [headings[max(headings)]]
    if blocks:
        yield " › ".join(filter(None, headings.values())), blocks


def _packed(blocks: list[str]) -> Iterator[str]:
    """Yield texts of about the same length, made of whole blocks where these are not too long."""
    text = ""
    for block in blocks:
        for piece in splitting.split(block, MOST_BYTES):
            if text and len(text) + len(piece) > ABOUT:
                yield text
                text = ""
            text = f"{text}\n\n{piece.strip()}" if text else piece.strip()
    if text:
        yield text


def found(match: Match, number: int) -> Passage:
    """Return what a search found as the request keeps it; `number` counts from 1, the nearest."""
    kept = {name: match.metadata.get(name, "") for name in METADATA}
    return cast("Passage", {"id": f"p{number}", **kept, "distance": round(match.distance, 4)})
