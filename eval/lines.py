"""JSON lines: one object a line, its fields checked; lines that cannot be read are named with the reason."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from langcodes import closest_match

from assistant.language.languages import by_code
from assistant.request.categories import Category
from assistant.request.priority import Priority, Sentiment, priority_of
from eval import config  # noqa: F401 - makes `support` importable

ABOUT: Final = "about"
"""A line with this field describes where the file's objects come from; it is not one of them."""

DRAFT_FIELDS: Final = ("id", "lang", "name", "message", "message_fr", "text", "pivot_text")

QUESTION_FIELDS: Final = ("lang", "question")

_UNLIKE: Final = 1000
"""From this distance on, langcodes knows no matching language of the table."""


class UnreadableLine(Exception):  # noqa: N818 - reads better without "Error"
    """A line is not valid; the message names file, line and the reason."""


@dataclass
class Lines:
    """The objects of a file that can be read, and a sentence for each line that cannot."""

    objects: list[dict[str, Any]] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)


def load(file: Path) -> list[dict[str, Any]]:
    """Return the objects of one of our own files.

    Raises:
        UnreadableLine: a line is not valid.
    """
    lines = read(file, ())
    if lines.unreadable:
        raise UnreadableLine(lines.unreadable[0])
    return lines.objects


def read(file: Path, fields: tuple[str, ...]) -> Lines:
    """Return the objects of a file; each must have these fields, as strings."""
    lines = Lines()
    for number, line in _numbered(file):
        try:
            lines.objects.append(_object(line, fields))
        except UnreadableLine as error:
            lines.unreadable.append(f"{file.name}, line {number}: {error}")
    lines.objects = [one for one in lines.objects if ABOUT not in one]
    return lines


def drafts(file: Path) -> Lines:
    """Return the drafts of a file, their languages as codes of the table."""
    return read(file, DRAFT_FIELDS)


def questions(file: Path, documents: Collection[str]) -> Lines:
    """Return the questions of a file; `document` is one of the documents, or null where none answers.

    A document may be named without its ending (`retours` for `retours.md`).
    """
    lines = read(file, QUESTION_FIELDS)
    names = {PurePosixPath(name).with_suffix("").as_posix(): name for name in documents}
    names |= {name: name for name in documents}
    asked, lines.objects = lines.objects, []
    for number, one in enumerate(asked, 1):
        document = one.get("document")
        if document is None or (isinstance(document, str) and document in names):
            known = names[document] if document else None
            lines.objects.append({"id": f"question {number}", **one, "document": known})
        else:
            lines.unreadable.append(
                f"{file.name}, question {number}: document is one of {', '.join(sorted(documents))} or null, "
                f"not {document!r}"
            )
    return lines


def _numbered(file: Path) -> Iterator[tuple[int, bytes]]:
    with file.open("rb") as stream:
        yield from ((number, line) for number, line in enumerate(stream, 1) if line.strip())


def _object(line: bytes, fields: tuple[str, ...]) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as error:  # also if it is not UTF-8
        raise UnreadableLine(f"not JSON ({error})") from None
    if not isinstance(found, dict):
        raise UnreadableLine(f"an object is expected, not {type(found).__name__}")
    if ABOUT in found or not fields:
        return found
    for name in fields:
        if not isinstance(found.get(name), str):
            raise UnreadableLine(f"the field {name} is {'missing' if name not in found else 'not a string'}")
    return {**found, "lang": _language(found["lang"]), **_known(found)}


def _language(tag: str) -> str:
    code, distance = closest_match(tag, list(by_code()), max_distance=25) if tag else ("und", _UNLIKE)
    if distance >= _UNLIKE or code not in by_code():
        raise UnreadableLine(f"lang {tag!r} is no language that Amazon Translate knows, such as fr or zh-TW")
    return str(code)


def _known(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return the optional fields, checked: category and priority, which may also follow from the scores."""
    known: dict[str, Any] = {}
    for name, values in (("category", list(Category)), ("priority", list(Priority))):
        if name in found:
            if found[name] not in values:
                raise UnreadableLine(f"the field {name} is one of {', '.join(values)}, not {found[name]!r}")
            known[name] = found[name]
    if "gesture" in found and not isinstance(found["gesture"], str):
        raise UnreadableLine("the field gesture is not a string")
    scores = found.get("scores")
    if (
        "priority" not in known
        and isinstance(scores, dict)
        and isinstance(scores.get("Negative"), int | float)
    ):
        known["priority"] = str(priority_of(Sentiment.NEGATIVE, scores))
    return known
