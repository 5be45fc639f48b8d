"""The company's documents: Markdown, HTML, plain text, PDF.

Whatever one was, its text is Markdown once it is read (`readers`), so that all are cut by one rule.
"""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final

MAX_BYTES: Final = 5_000_000
"""Of one file: some hundred pages, which a function of 512 MB reads in seconds."""

MAX_NAME: Final = 900
"""Bytes of a document's name: keys of the bucket and of the index take 1,024, prefix and hash included."""

MAX_TITLE: Final = 200

KINDS: Final = (".md", ".html", ".htm", ".txt", ".pdf")
"""How the name of a file ends that is read."""


class DocumentError(Exception):
    """A document cannot be read; the message is what an operator is told."""


@dataclass(frozen=True)
class Document:
    """A document: its name in the folder, its title, where a reader finds it, when it was written.

    `updated` is a date (ISO 8601), `link` a URL; each is empty where the document does not say.
    """

    name: str
    title: str
    text: str
    link: str = ""
    updated: str = ""


def read(name: str, content: bytes) -> Document:
    """Return the document in a file.

    Raises:
        DocumentError: it is of another kind, too large, broken, or has no text.
    """
    from .readers import READERS  # noqa: PLC0415 - only who indexes needs them

    if reason := unfit(name, len(content)):
        raise DocumentError(reason)
    stem, kind = PurePosixPath(name).stem, PurePosixPath(name).suffix
    try:
        document = READERS[kind.casefold()](Document(name, "", ""), content)
    except DocumentError:
        raise
    except Exception as error:  # noqa: BLE001 - a parser raises whatever it trips over in a broken file
        raise DocumentError(f"it is no readable {kind[1:].upper()} ({type(error).__name__})") from None
    if not any(map(str.isalnum, document.text)):
        raise DocumentError("it has no text")
    return replace(document, title=" ".join(document.title.split())[:MAX_TITLE] or stem)


def unfit(name: str, size: int) -> str | None:
    """Return why a file of a name and a size in bytes is not read, before anybody has looked into it."""
    kind = PurePosixPath(name).suffix.casefold()
    if kind not in KINDS:
        return f"{kind or 'a name without an ending'} is not read; {', '.join(KINDS)} are"
    if len(name.encode()) > MAX_NAME:
        return f"its name has more than {MAX_NAME} bytes"
    return f"it has {size:,} bytes; at most {MAX_BYTES:,} are read" if size > MAX_BYTES else None
