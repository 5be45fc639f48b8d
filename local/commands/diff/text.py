"""The report as plain text, complete."""

from collections.abc import Iterator

from local.commands.diff.names import excerpts
from local.commands.diff.report import Change, Costs, Line, Money, Report

SHORT = 60
"""Letters of two values that still stand on the line of what they belong to."""


def as_text(report: Report) -> str:
    """Return the report as lines of text."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield report.headline
    yield f"compared with {report.place}"
    for change in report.changes:
        if change.loses_state:
            yield f"ATTENTION: {warning(change)}".replace("`", "")
    for section in report.sections:
        yield from ("", section.title)
        for line in section.lines:
            yield from _line(line)
    if report.costs:
        yield from ("", cost_title(report.costs).replace("`", ""))
        yield from _aligned(cost_table(report.costs, new=report.new))
    if report.changes and not report.new:
        yield from ("", "Every resource, property by property")
        for change in report.changes:
            if not change.follows:
                yield from _change(change)
        if following := followers(report):
            yield f"  {following.replace('`', '')}"
    for note in report.notes:
        yield from ("", note)


def _line(line: Line) -> Iterator[str]:
    text = line.text.replace("`", "")
    if line.was is None and line.now is None:
        yield f"  {line.mark} {text}"
        return
    was, now = values(line.was, line.now)
    if is_short(was, now):
        yield f"  {line.mark} {text}: {was} → {now}"
        return
    yield from (f"  {line.mark} {text}", f"      was: {was}", f"      now: {now}")


def _change(change: Change) -> Iterator[str]:
    yield f"  {change.path} ({change.kind}, {change.id}): {change.impact}"
    for one in change.properties:
        was, now = values(one.was, one.now)
        name = f"{one.name} (requires replacement)" if one.replaces else one.name
        if is_short(was, now):
            yield f"      {name}: {was} → {now}"
        else:
            yield from (f"      {name}", f"        was: {was}", f"        now: {now}")


def _aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *figures in rows:
        cells = (figure.rjust(width) for figure, width in zip(figures, widths[1:], strict=True))
        yield f"  {name.ljust(widths[0])}  {'  '.join(cells)}".rstrip()


def values(was: str | None, now: str | None) -> tuple[str, str]:
    """Return two values on one line each, of long ones what differs."""
    one, other = (" ".join((text if text is not None else "(not there)").split()) for text in (was, now))
    return excerpts(one or '""', other or '""')


def is_short(was: str, now: str) -> bool:
    """Tell whether two values fit on the line of what they belong to."""
    return len(was) + len(now) <= SHORT


def warning(change: Change) -> str:
    """Return what is lost, in one sentence."""
    what = f"the {change.kind} `{change.path}` would be {change.impact}"
    if change.impact == "left behind":
        return f"{what}: it stays in the account with all that is in it, and the stack uses it no more."
    if change.impact == "removed":
        return f"{what}, with all that is in it."
    return f"{what}: the stack uses another one from then on, without what is in this one."


def followers(report: Report) -> str:
    """Return what refers to what is replaced, and is otherwise the same; empty if nothing does."""
    paths = [f"`{change.path}`" for change in report.changes if change.follows]
    return f"only refer to what is replaced: {', '.join(paths)}" if paths else ""


def cost_title(costs: Costs) -> str:
    """Return what the figures are for."""
    return f"Cost in USD of a month of {costs.requests:,} messages, as `make cost` assumes them"


def cost_table(costs: Costs, *, new: bool) -> list[tuple[str, ...]]:
    """Return rows: titles, the lines that differ, the total, each request; of a new stack only what is."""
    rows = [*(_row(one) for one in costs.lines), _row(costs.total), _row(costs.each, decimals=6)]
    if new:
        return [("", "USD"), *((name, now) for name, _, now, _ in rows)]
    return [("", "was", "now", "change"), *rows]


def _row(one: Money, decimals: int = 2) -> tuple[str, str, str, str]:
    was, now = ("–" if usd is None else f"{usd:,.{decimals}f}" for usd in (one.was, one.now))
    # Of the figures as they are printed, so that a row adds up.
    before, after = (round(usd or 0, decimals) for usd in (one.was, one.now))
    change = "–" if one.was is one.now is None else f"{after - before + 0.0:+,.{decimals}f}"
    return one.name.replace("_", " "), was, now, change
