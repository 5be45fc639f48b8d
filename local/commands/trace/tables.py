"""A trace as tables."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from local.commands.trace.collect import Trace
from local.commands.trace.history import Execution


def trace_tables(trace: Trace) -> Iterator[RenderableType]:
    """Yield the parts of a trace, in the order in which a request goes through them."""
    yield _table(f"request {trace.request_id}", ("attribute", "value"), _flat(trace.item))
    for execution in trace.executions:
        yield _execution(execution)
    files = (
        (file.key, "missing" if file.size is None else f"{file.size:,} bytes", _clock(file.modified))
        for file in trace.files
    )
    yield _table("files", ("key", "size", "written"), files)
    messages = (
        (
            _clock(message["published_at"]),
            message["topic"],
            " ".join(f"{k}={v}" for k, v in message["attributes"].items()),
        )
        for message in trace.notifications
    )
    yield _table("notifications", ("sent", "topic", "attributes"), messages)
    yield _table("log", ("line",), ((str(line),) for line in trace.logs))


def _execution(execution: Execution) -> Table:
    rows = [
        (
            step.state,
            _clock(step.entered),
            f"{(step.left - step.entered).total_seconds():.2f} s" if step.left else "",
            str(step.calls or ""),
            ", ".join(step.errors),
        )
        for step in execution.steps
    ]
    title = f"execution {execution.name}: {execution.status} {execution.error or ''}"
    return _table(title, ("state", "entered", "took", "calls", "errors"), rows)


def _table(title: str, columns: tuple[str, ...], rows: Any) -> Table:
    table = Table(title=f"\n{title}", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(str(cell)) for cell in row))
    if not table.rows:
        table.add_row("none")
    return table


def _flat(fields: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in fields.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", str(value)


def _clock(at: datetime | None) -> str:
    return f"{at:%H:%M:%S.%f}"[:12] if at else ""
