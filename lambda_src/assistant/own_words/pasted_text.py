"""What is pasted into a message: errors, logs, data and long links."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from assistant.language.language_evidence import is_foreign
from assistant.text.formats import compiled

from .message_lines import Aside, Line, mark

# Lines that only a program writes, one of which is enough.
_ERROR: Final = (
    r"\s*Traceback \(most recent.*|\s*Caused by: [\w.$]+.*|Exception in thread .*|.*\bSQLSTATE\[.*|"
    r"(?:[\w$]{1,60}[.\\]){0,8}(?:[A-Z][a-z0-9]{1,30}){1,6}(?:Exception|Error): .*|"
    r"(?:Uncaught|Unhandled)\b.{0,40}(?:[Ee]xception|[Ee]rror)\b.*|(?:PHP )?(?:Fatal|Parse) error: .*|"
    r"(?:ERROR|FATAL) \d{1,6} \(\w{1,10}\).*"
)
# Lines that stand among such, or several of which are enough.
_TRACE: Final = (
    r"\s*at (?:async )?[\w$<>./`]{2,200}(?:\[.{0,40}\])?\s?\(.*|\s*at [\w.$<>`]{2,120}\(.*|"
    r"\s*at \S{3,200}:\d+(?::\d+)?\)?|\s*File \".*\", line \d+.*|\s*\.\.\. \d+ more|"
    r"\s*#\d{1,3} \{main\}|\s*#\d{1,3} [\w/\\{.]{1,200}[/\\({].*|\s*-{2,}>? .*(?:Exception|trace).*|"
    r"\W?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S* .{0,30}\b(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b.*|"
    r"\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} .*|(?:[\w$]{1,60}[.\\]){1,8}[\w$]{0,60}(?:Exception|Error)\b.*|"
    r".{0,200} (?:in|on) (?:/[\w./-]+|[A-Z]:\\\S+)(?::| on line )\d+.*"
)
_MOST_TECHNICAL: Final = 2_000
_MARKUP: Final = r"\s*<[/?]?[A-Za-z][^<>]{0,200}>(?:[^<>]{0,120}</[A-Za-z][\w:.-]{0,60}>)?\s*"
_MEMBER: Final = r"\s*\"[^\"]{1,80}\"\s?:\s?.*"
_DUMP: Final = r"[0-9a-fA-F]{4,8}:?(?: {1,3}[0-9a-fA-F]{2,4}){4,}.*"
_BRACKETS: Final = frozenset({"{", "}", "[", "]", "},", "],", "{}", "[{", "}]"})
_CODE_SIGNS: Final = frozenset("{}[]()<>=_;|$#&*\"\\/:@.^'")
_FEWEST_CODE_SIGNS: Final = 3
"""In an indented line below an error's, which is of the program that failed."""

_FEWEST_TRACES: Final = 2
_FEWEST_DATA_LINES: Final = 3
_DATA: Final = (
    r"data:[\w/+.-]{1,80}[;,][!-~]{80,}(?:\s[A-Za-z0-9+/=]{40,})*|"
    r"[A-Za-z0-9+/_=-]{160,}(?:\s[A-Za-z0-9+/=]{40,})*"
)
_BASE64_LINES: Final = (
    r"(?m)(?:^-----BEGIN [A-Z0-9 ]{2,60}-----\n)?(?:^[A-Za-z0-9+/]{56,}={0,2}[ \t\r]*\n?){2,}"
    r"(?:^[A-Za-z0-9+/]{4,}={0,2}[ \t\r]*$)?(?:\n?^-----END [A-Z0-9 ]{2,60}-----$)?"
)
_OBJECT: Final = r"(?m)^[ \t]*[\[{]\"[^\n]{30,2000}[\]}][ \t\r]*$"
"""JSON in one line."""

_LINK: Final = r"https?://[!-;=?-~]{1,5000}"
_MOST_LINK: Final = 120
"""Characters of a link that say where it leads; the rest is for machines."""

_PASTED: Final = (
    r"[\"“„«‹「『]([^\"“”„«»‹›「」『』\n]{30,2000})[\"“”«»‹›」』]",
    r"(?m)(?<=[:：]) *([^\n]{30,})$",
)
"""A text in quotation marks, and one after a colon to the end of its line."""

_FAILS: Final = (
    r"(?i)\b(?:failed|failure|error|could not|cannot|can't|unable|denied|declined|unavailable|expired|"
    r"invalid|not (?:found|allowed|available|supported|permitted|authori[sz]ed)|"
    r"try again|timed out|something went wrong)\b"
)
"""Words of error messages in English, the language of most of them."""

_IN_PERSON: Final = r"(?i)\b(?:I|I'm|my|me|we|our|us)\b"
"""Words of a customer, not of a program."""


def data(text: str) -> Iterator[Aside]:
    """Yield JSON in one line; base64 and data URIs, in a line or over many."""
    yield from (Aside("data", *match.span()) for match in compiled(_OBJECT).finditer(text))
    for pattern in (_BASE64_LINES, _DATA):
        for match in compiled(pattern).finditer(text):
            kinds = (str.isdigit, str.islower, str.isupper)
            encoded = all(any(map(kind, match[0])) for kind in kinds) or match[0].startswith("-----")
            if encoded and not _is_in_link(text, match.start()):
                yield Aside("data", *match.span())


def _is_in_link(text: str, start: int) -> bool:
    word = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    return "://" in text[word:start]


def links(text: str) -> Iterator[Aside]:
    """Yield the tails of links that are longer than what says where they lead."""
    for match in compiled(_LINK).finditer(text):
        if len(match[0]) > _MOST_LINK:
            query = re.search("[?#;]", match[0][:_MOST_LINK])
            yield Aside("link", match.start() + (query.start() if query else _MOST_LINK), match.end())


def mark_errors(lines: list[Line]) -> None:
    """Mark the lines of a log or a stack trace, and of JSON, markup or a dump if there are some in a row."""
    technical = [_technical(line) if not line.kind else "" for line in lines]
    for index, kind in enumerate(technical):
        # An indented line of source code belongs to the line above it, a blank one to those around it.
        text, above = lines[index].text, technical[index - 1] if index else ""
        below = technical[index + 1] if index + 1 < len(lines) else ""
        is_code = sum(char in _CODE_SIGNS for char in text) >= _FEWEST_CODE_SIGNS
        source = not text[:1].strip() and (below or (above != "data" and is_code))
        if not kind and above and source:
            technical[index] = "trace" if above == "error" else above
    at = 0
    for is_run, run in groupby(technical, bool):
        kinds = list(run)
        traces = sum(kind != "data" for kind in kinds)
        enough = "error" in kinds or traces >= _FEWEST_TRACES or len(kinds) >= _FEWEST_DATA_LINES
        if is_run and enough:
            mark(lines[at : at + len(kinds)], "error" if traces else "data")
        at += len(kinds)


def _technical(line: Line) -> str:
    """Return "error", "trace" or "data" for a line that a program wrote, else ""."""
    text = line.text
    if line.is_blank or len(text) > _MOST_TECHNICAL:
        return ""
    if compiled(_ERROR).fullmatch(text):
        return "error"
    if compiled(_TRACE).fullmatch(text):
        return "trace"
    is_data = text.strip() in _BRACKETS or any(
        compiled(form).fullmatch(text) for form in (_DUMP, _MARKUP, _MEMBER)
    )
    return "data" if is_data else ""


def foreign_parts(text: str, own_text: str) -> Iterator[Aside]:
    """Yield an error in English that a customer pasted into a sentence of another language."""
    for pattern in _PASTED:
        for match in compiled(pattern).finditer(text):
            said, before = match[1], text[: match.start()]
            # The rest of the message is no more in that language than what stands before it.
            rest = own_text.replace(said, " ")
            fails = compiled(_FAILS).search(said) is not None and not compiled(_IN_PERSON).search(said)
            if fails and said in own_text and is_foreign(said, before) and is_foreign(said, rest):
                yield Aside("error", *match.span())
