"""Quoted and forwarded mails in a message, as mail programs lay them out."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final

from assistant.language.language_evidence import is_foreign
from assistant.text.formats import compiled

from .message_lines import MOST_CHARACTERS, RULE, SENTENCE_END, Line, mark, next_line

if TYPE_CHECKING:
    from mailparser_reply import EmailReplyParser

_LEAST_HEADER: Final = 12
"""Shortest line that introduces a quoted mail."""

_MOST_DATED: Final = 20
"""Limit of lines that are searched for a date, so that no text takes long."""

_MOST_QUOTED: Final = 20
"""Limit of runs of lines with `>`, as above."""

_ADDRESS: Final = r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,190}"
_IN_BRACKETS: Final = rf"[<(\[](?:mailto:)?{_ADDRESS}[>)\]]"
_COLON_AT_END: Final = r".*\d.*[:：]\s*"
_YEAR: Final = r"(?<!\d)(?:(?:1[49]|2[05]|(?:(?![0-9])\d){2})\d\d|\d\d?[./]\s?\d\d?[./]\s?\d\d)(?!\d)"
"""A year of the Gregorian, Buddhist or Iranian calendar, in any digits; or a whole date."""

_TIME: Final = r"(?<![\d.])\d{1,2}[:.h]\d\d(?!\d|\.\d)"
_QUOTED: Final = r"[ \t]{0,3}>.*"
_QUOTED_WORDS: Final = r"[ \t]{0,3}>[> ]*[^\W\d_].*"
_FIELD: Final = r"[*>\s]{0,4}[^\W\d][\w .'’/-]{0,28}\*?[ \u00a0]?[:：](?:[\s*].*)?"
"""A line of a mail's head, in any language."""

_FEWEST_FIELDS: Final = 3
_FEWEST_KNOWN_FIELDS: Final = 4
_SEPARATOR: Final = r"\s?[-_=—]{3,}\s?[^\W\d_][^\n]{2,50}?\s?[-_=—]{3,}\s?"
"""Dashes around words, as mail programs announce an original or a forwarded mail."""

_REPLY_ABOVE: Final = r"\s?##-.{3,80}-##\s?"
"""The line above which a ticket system wants the reply."""


def mark_quotes(lines: list[Line]) -> None:
    """Mark lines that begin with `>`, heads of mails and, unless each line is quoted, all below."""
    dated = [index for index, line in enumerate(lines) if compiled(r".*\d.*").match(line.text)]
    may_introduce = frozenset(dated[:_MOST_DATED])
    are_quoted = False
    for index, line in enumerate(lines):
        if line.kind or line.is_blank:
            continue
        if index and line.fits(_REPLY_ABOVE):
            mark(lines[index:], "quote")
        elif size := _introduction(lines, index) if index in may_introduce else 0:
            below = next_line(lines, index + size)
            quoted = below is not None and _is_quoted(lines[below])
            are_quoted = are_quoted or quoted
            mark(lines[_announcement(lines, index) : below if quoted else None], "quote")
        elif _is_head(lines, index):
            mark(lines[_announcement(lines, index) :], "quote")
    among = "\n".join(line.text for line in lines if not (line.kind or _is_quoted(line)))
    for first, end in islice(_quoted_runs(lines), None if are_quoted else _MOST_QUOTED):
        if are_quoted or _is_reply(lines, first, end, among):
            mark(lines[first:end], "quote")
            are_quoted = True
    # Blank lines between two quoted ones belong to them.
    for index, line in enumerate(lines):
        if line.is_blank and 0 < index < len(lines) - 1 and lines[index - 1].kind == "quote":
            below = next_line(lines, index)
            if below is not None and lines[below].kind == "quote":
                line.kind = "quote"


def _is_quoted(line: Line) -> bool:
    return compiled(_QUOTED).match(line.text) is not None


def _quoted_runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the first line and the end of each run of lines with `>` that have no kind yet."""
    for is_run, run in groupby(range(len(lines)), lambda at: not lines[at].kind and _is_quoted(lines[at])):
        places = list(run)
        if is_run:
            yield places[0], places[-1] + 1


def _is_reply(lines: Sequence[Line], first: int, end: int, among: str) -> bool:
    """Tell whether lines with `>` that nothing introduces are a quoted mail: whole sentences, set apart.

    A customer's own `>` is a bullet, a path through a menu, or a comparison.
    """
    run = lines[first:end]
    apart = first == 0 or lines[first - 1].is_blank or end - first > 1
    above = next((line.text for line in reversed(lines[:first]) if not line.is_blank), "")
    if not apart or above.rstrip().endswith((":", "：")) or not compiled(_QUOTED_WORDS).match(run[0].text):
        return False
    if any(" > " in line.text.lstrip(" >") for line in run):
        return False
    if len(run) > 1 and _introduces(run[0].text.lstrip(" \t>"), run[1]):
        return True
    said = "\n".join(line.text.lstrip(" \t>") for line in run)
    return compiled(SENTENCE_END).search(said) is not None or is_foreign(said, among)


def _introduction(lines: Sequence[Line], index: int) -> int:
    """Return how many lines, from one on, introduce a quoted mail ("On … wrote:"), wrapped or not, or 0."""
    for size in (1, 2, 3):
        window = lines[index : index + size]
        below = next_line(lines, index + size)
        long = sum(len(line.text) for line in window) > MOST_CHARACTERS
        if below is None or long or any(line.is_blank or line.kind or _is_quoted(line) for line in window):
            return 0
        # A wrapped introduction has its date in the first line.
        starts = (
            [0] if size == 1 else [0, *range(1, size)] if compiled(r".*\d.*").match(window[0].text) else []
        )
        found = [
            _introduces(" ".join(line.text for line in window[start:]), lines[below]) for start in starts
        ]
        if found and found[0] and not any(found[1:]):
            return size
    return 0


def _introduces(text: str, below: Line) -> bool:
    """Tell whether a line introduces a quoted mail: by its date, the address, and what the library knows.

    A customer says, too, what somebody wrote on some day; mail programs add the time.
    """
    if len(text) < _LEAST_HEADER or not compiled(_COLON_AT_END).fullmatch(text):
        return False
    year, time = compiled(_YEAR).search(text), compiled(_TIME).search(text)
    if _is_quoted(below):
        return bool(year and time) or (bool(year or time) and _is_known(text))
    return bool(year and time) and _is_known(text)


def _is_known(text: str) -> bool:
    return compiled(_IN_BRACKETS).search(text) is not None or bool(_parser().read(text).replies[-1].headers)


@cache
def _parser() -> "EmailReplyParser":
    from mailparser_reply import EmailReplyParser  # noqa: PLC0415 - few messages have a line for it
    from mailparser_reply.constants import MAIL_LANGUAGES  # noqa: PLC0415 - as above

    return EmailReplyParser(languages=list(MAIL_LANGUAGES))


def _is_head(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the header of a mail begins: three fields with an address and a date, or known fields.

    Names of fields alone do not make it one: "From: Paris", "To: Lyon" is a journey, and a form has an
    address, too.
    """
    fields = []
    for line in lines[index : index + 8]:
        if not line.fits(_FIELD):
            break
        fields.append(line.text)
    if len(fields) < _FEWEST_FIELDS:
        return False
    said = "\n".join(fields)
    dated = compiled(_YEAR).search(said) is not None
    announced = _announcement(lines, index) < index
    if compiled(_IN_BRACKETS).search(said) and (dated or announced):
        return True
    named = announced or (len(fields) >= _FEWEST_KNOWN_FIELDS and compiled(_TIME).search(said) is not None)
    return named and bool(_parser().read("\n" + said.replace("：", ":")).replies[-1].headers)


def _announcement(lines: Sequence[Line], index: int) -> int:
    """Return the first line that announces a mail's header: dashes, or words with a colon or dashes."""
    above = index
    for _ in range(2):
        previous = next((at for at in range(above - 1, -1, -1) if not lines[at].is_blank), None)
        if previous is None:
            break
        line = lines[previous]
        if (
            line.fits(RULE)
            or line.fits(_SEPARATOR)
            or (line.fits(r".{3,60}[:：]\s?") and above - previous > 1)
        ):
            above = previous
    return above
