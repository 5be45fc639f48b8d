"""What reads a file of each kind: its text as Markdown, and what it says of itself."""

import io
import logging
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any, Final

from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from markdownify import markdownify
from pypdf import PdfReader
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from .documents import MAX_TITLE, Document, DocumentError

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_KEYS: Final = ("title", "link", "updated")
_NOTHING: Final = (None, "", "~", "null", "Null", "NULL")
"""How YAML says that a key has no value."""

_NOT_CONTENT: Final = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form")
_CHANGED: Final = ("article:modified_time", "last-modified", "date", "article:published_time")
"""Names of an HTML page's metadata that say when it was changed, the best first."""


def _markdown(document: Document, content: bytes) -> Document:
    text = _decoded(content)
    said: Mapping[str, str] = {}
    if front := _FRONT_MATTER.match(text):
        said, text = _front_matter(front[1]), text[front.end() :]
    return Document(
        name=document.name,
        title=_line(said.get("title", "")) or _first_heading(text),
        text=text,
        link=_link(said.get("link", "")),
        updated=_day(said.get("updated", "")),
    )


def _front_matter(text: str) -> Mapping[str, str]:
    """Return what the front matter says, each value as it is written."""
    try:
        said = YAML(typ="base", pure=True).load(text) or {}
    except YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0)
        raise DocumentError(f"line {line + 2}: its front matter is no YAML") from None
    if not isinstance(said, dict) or not {*said} <= {*_KEYS}:
        raise DocumentError(f"its front matter takes the keys {', '.join(_KEYS)}")
    return {key: "" if value in _NOTHING else str(value) for key, value in said.items()}


def _link(given: str) -> str:
    if given and not re.fullmatch(r"https?://[^\s<>\"]+", given):
        raise DocumentError(f"link: a URL that begins with https:// is wanted, not {given}")
    return given


def _day(given: str) -> str:
    try:
        return datetime.fromisoformat(given).date().isoformat() if given else ""
    except ValueError:
        raise DocumentError(f"updated: a date such as 2026-10-12 is wanted, not {given}") from None


def _first_heading(text: str) -> str:
    tokens = MarkdownIt("commonmark").parse(text)
    opened = ((one, after.content) for one, after in pairwise(tokens) if one.type == "heading_open")
    return next((title for one, title in opened if (one.tag, one.level) == ("h1", 0)), "")


def _html(document: Document, content: bytes) -> Document:
    page = BeautifulSoup(content, "html.parser")
    meta = {str(one.get("property") or one.get("name")).casefold(): one for one in page.find_all("meta")}
    link, title = page.find("link", rel="canonical"), page.title
    for element in page.find_all(_NOT_CONTENT):
        element.decompose()
    articles = page.find_all("article")
    main = page.find("main") or (articles[0] if len(articles) == 1 else None) or page.body or page
    heading = main.find("h1")
    changed = (_day_in(meta[name].get("content")) for name in _CHANGED if name in meta)
    return Document(
        name=document.name,
        title=_line(title.get_text() if title else "") or (heading.get_text() if heading else ""),
        text=markdownify(
            str(main),
            heading_style="ATX",
            strip=["a", "img"],
            escape_asterisks=False,
            escape_underscores=False,
            escape_misc=False,
        ),
        link=_link(str(link.get("href", ""))) if link else "",
        updated=next(filter(None, changed), ""),
    )


def _day_in(said: Any) -> str:
    """Return the day in a date that a program wrote; nothing if it has another form."""
    with suppress(DocumentError):
        return _day(str(said or ""))
    return ""


def _plain(document: Document, content: bytes) -> Document:
    """Return a plain text; its first line is its title if it stands alone."""
    text = _decoded(content)
    first, _, rest = text.strip().partition("\n")
    if first and not rest.partition("\n")[0].strip() and len(first) <= MAX_TITLE:
        return replace(document, title=first, text=rest or first)
    return replace(document, text=text)


def _pdf(document: Document, content: bytes) -> Document:
    """Return a PDF's text, each page under a heading of its own."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is in its row
    file = PdfReader(io.BytesIO(content))
    if file.is_encrypted:
        raise DocumentError("it is encrypted")
    pages = [page.extract_text().strip() for page in file.pages]
    if not any(pages):
        raise DocumentError("it has no text: pictures of pages need text recognition first")
    told: Mapping[str, Any] = file.metadata or {}
    changed = re.match(r"D:(\d{4})(\d\d)(\d\d)", str(told.get("/ModDate", "")))
    return Document(
        name=document.name,
        title=_line(str(told.get("/Title", ""))),
        text="\n\n".join(f"## Page {number}\n\n{text}" for number, text in enumerate(pages, 1) if text),
        updated=_day_in("-".join(changed.groups())) if changed else "",
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise DocumentError(f"it is not UTF-8 (byte {error.start:,})") from None


READERS: Final[Mapping[str, Callable[[Document, bytes], Document]]] = {
    ".md": _markdown,
    ".html": _html,
    ".htm": _html,
    ".txt": _plain,
    ".pdf": _pdf,
}
"""What reads a file, by the ending of its name."""
