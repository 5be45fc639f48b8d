"""The report as a comment on GitHub: short, with everything in folds, and no longer than a comment may be."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from local.commands.diff.report import Change, Line, Report
from local.commands.diff.text import cost_table, cost_title, followers, is_short, values, warning

LIMIT: Final = 65_536
"""Of a comment on GitHub, in characters; counted here in bytes, which are never fewer."""

AT_FIRST: Final = 12
"""Lines of a section that stand before its fold."""

_CUT: Final = (
    "**Cut here:** a comment may have 65,536 characters, and this report is longer. "
    "Without `FORMAT=markdown` the same command prints all of it."
)
_SPECIAL: Final = re.compile(r"([\\*_<>\[\]|~#])")
_OPEN, _CLOSE = "<details>", "</details>"


def as_markdown(report: Report) -> str:
    """Return the report as Markdown, cut at the limit of a comment with a sentence that says so."""
    return "\n".join(_cut(_lines(report))) + "\n"


def _cut(lines: Iterable[str]) -> Iterator[str]:
    room = LIMIT - len(f"\n{_CLOSE}\n\n{_CLOSE}\n\n{_CUT}\n".encode())
    open_folds = 0
    for line in lines:
        room -= len(line.encode()) + 1
        if room < 0:
            yield from (*([f"\n{_CLOSE}"] * open_folds), "", _CUT)
            return
        open_folds += line.startswith(_OPEN) - line.startswith(_CLOSE)
        yield line


def _lines(report: Report) -> Iterator[str]:
    yield f"### {_literal(report.stack)}{_escaped(report.headline.removeprefix(report.stack))}"
    yield from ("", f"Compared with {_escaped(report.place)}.")
    losses = [change for change in report.changes if change.loses_state]
    if losses:
        yield from ("", "> [!CAUTION]")
        yield from (f"> - {_escaped(_sentence(warning(change)))}" for change in losses)
    for section in report.sections:
        yield from ("", f"#### {section.title}", "")
        lines = [text for line in section.lines[:AT_FIRST] for text in _line(line)]
        yield from lines
        if rest := section.lines[AT_FIRST:]:
            yield from _folded(f"{len(rest)} more", (text for line in rest for text in _line(line)))
    if report.costs:
        yield from ("", f"#### {cost_title(report.costs)}", "")
        titles, *rows = cost_table(report.costs, new=report.new)
        yield from (_row(titles), _row(["---", *["---:"] * (len(titles) - 1)]), *map(_row, rows))
    if report.changes and not report.new:
        every = [text for change in report.changes if not change.follows for text in _change(change)]
        if following := followers(report):
            every.append(f"- {_escaped(following)}")
        yield from _folded(f"Every resource, property by property ({len(report.changes)})", every)
    for note in report.notes:
        yield from ("", f"> [!NOTE]\n> {_escaped(note)}")


def _folded(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", f"{_OPEN}<summary>{title}</summary>", "")
    yield from lines
    yield from ("", _CLOSE)


def _line(line: Line) -> Iterator[str]:
    start = f"- `{line.mark}` {_escaped(line.text)}"
    if line.was is None and line.now is None:
        yield start
        return
    yield from _values(start, line.was, line.now)


def _values(start: str, was: str | None, now: str | None) -> Iterator[str]:
    before, after = values(was, now)
    if is_short(before, after):
        yield f"{start}: {_literal(before)} → {_literal(after)}"
    else:
        yield from (start, f"  - was: {_literal(before)}", f"  - now: {_literal(after)}")


def _change(change: Change) -> Iterator[str]:
    yield f"- {_literal(change.path)} ({change.kind}, {_literal(change.id)}): {change.impact}"
    for one in change.properties:
        name = f"  - {_literal(one.name)}{' (requires replacement)' if one.replaces else ''}"
        yield from (
            text if text.startswith("  - `") else f"  {text}" for text in _values(name, one.was, one.now)
        )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _literal(text: str) -> str:
    """Return a text as code; a backtick inside needs two around it."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _escaped(text: str) -> str:
    """Return a text in which nothing but the marks of literal words is Markdown."""
    parts = text.split("`")
    return "`".join(part if number % 2 else _SPECIAL.sub(r"\\\1", part) for number, part in enumerate(parts))
